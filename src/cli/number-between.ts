import { Failure } from "../contract/failure.ts";

/** Reads the value of an option that is a number between two others. @throws Failure naming option, value and bounds */
export function numberBetween(
  option: string,
  { above, below, such }: { readonly above: number; readonly below: number; readonly such: number },
): (text: string) => number {
  return (text) => {
    const value = /^\d*\.?\d+(?:e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : Number.NaN;
    if (value > above && value < below) return value;
    throw new Failure(
      "invalid-input",
      `${option} ${JSON.stringify(text)} is not a number above ${above} and below ${below}`,
      `give one such as ${such}`,
    );
  };
}

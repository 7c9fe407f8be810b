import { Failure } from "../contract/failure.ts";

/** Reads the value of an option that is a whole number within bounds. @throws Failure naming option, value and bounds */
export function wholeNumber(
  option: string,
  { from, to, such }: { readonly from: number; readonly to: number; readonly such: number },
): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (value >= from && value <= to) return value;
    throw new Failure(
      "invalid-input",
      `${option} ${JSON.stringify(text)} is not a whole number from ${from} to ${to}`,
      `give one such as ${such}`,
    );
  };
}

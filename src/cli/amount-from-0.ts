import { Failure } from "../contract/failure.ts";

/** Reads the value of an option that is an amount of money of 0 or more. @throws Failure naming option and value */
export function amountFrom0(option: string): (text: string) => number {
  return (text) => {
    const value = /^\d*\.?\d+(?:e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : Number.NaN;
    if (value >= 0 && value < Number.POSITIVE_INFINITY) return value;
    throw new Failure(
      "invalid-input",
      `${option} ${JSON.stringify(text)} is not an amount of 0 or more`,
      "give a plain number such as 250000",
    );
  };
}

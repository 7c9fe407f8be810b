import { expect, test } from "vitest";
import { numberBetween } from "./number-between.ts";

const read = numberBetween("--precision", { above: 0, below: 1, such: 0.01 });

test.each([
  ["0.01", 0.01],
  [" .5", 0.5],
  ["1e-3", 0.001],
])("%j is %d", (text, value) => expect(read(text)).toBe(value));

test.each(["0", "1", "-0.1", "", "1 %", "0x1", "NaN", "Infinity", "0.1.2"])("%j is refused", (text) => {
  expect(() => read(text)).toThrow(`--precision ${JSON.stringify(text)} is not a number above 0 and below 1`);
});

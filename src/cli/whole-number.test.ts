import { expect, test } from "vitest";
import { wholeNumber } from "./whole-number.ts";

const read = wholeNumber("--threads", { from: 1, to: 64, such: 2 });

test("bounds included, a whole number is read", () => {
  expect([read("1"), read("64"), read(" 2 ")]).toEqual([1, 64, 2]);
});

test.each(["0", "65", "-1", "2.5", "1e1", "", "two", "0x10", "Infinity"])("%j is refused", (text) => {
  expect(() => read(text)).toThrow(`--threads ${JSON.stringify(text)} is not a whole number from 1 to 64`);
});

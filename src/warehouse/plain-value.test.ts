import { expect, test } from "vitest";
import { plainClass, plainNumber, plainValue, textsOfClass } from "./plain-value.ts";

test("every text that is taken for a class is listed, and none beside", () => {
  for (const text of ["1", "0", "2", "yes"]) {
    for (const written of textsOfClass(text)) expect(plainClass(written, "text", [])).toBe(text);
  }
  expect(textsOfClass("1")).toEqual(["1", "true", "True", "TRUE", "1.0"]);
});

test.each([
  ["0.75", 0.75],
  [" 1e-3\t", 0.001],
  [".5", 0.5],
  ["-0", 0],
  ["", null],
  ["?", null],
  ["0x10", Number.NaN],
  ["Infinity", Number.NaN],
  ["1_0", Number.NaN],
  ["0,75", Number.NaN],
])("number %j", (text, number) => {
  expect(plainNumber(text, ".", ["?"])).toEqual(number);
});

test("a decimal comma only where it is said", () => {
  expect(plainNumber("0,75", ",", [])).toBe(0.75);
});

test("numbers from a column of doubles lose their .0, texts do not", () => {
  expect([plainValue(1, "number", []), plainValue("1.0", "text", []), plainValue(true, "boolean", [])]).toEqual([
    "1",
    "1.0",
    "true",
  ]);
});

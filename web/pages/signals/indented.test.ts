import { expect, test } from "vitest";
import { indented } from "./indented.ts";

test("JSON is broken into lines, its numbers and strings as they were sent", () => {
  const sent = '{"a":1.50,"b":["x, y: {z}",{ }],"c":12345678901234567890}';
  expect(indented(sent)).toBe(
    '{\n  "a": 1.50,\n  "b": [\n    "x, y: {z}",\n    {}\n  ],\n  "c": 12345678901234567890\n}',
  );
  expect(JSON.parse(indented(sent))).toEqual(JSON.parse(sent));
});

test("other text stays", () => {
  expect(indented("metric,value\nf1,0.7")).toBe("metric,value\nf1,0.7");
  expect(indented('{"cut')).toBe('{"cut');
});

import { expect, test } from "vitest";
import { dimensionValue } from "./dimension-value.ts";

test("anchors have their values; between them it is straight, beyond them held", () => {
  const bent = {
    anchors: [
      [1, 0],
      [5, 0.1],
      [25, 1],
    ] as const,
  };
  expect([1, 5, 25, 0, 99, 15].map((raw) => dimensionValue(bent, raw))).toEqual([0, 0.1, 1, 0, 1, 0.55]);
});

test.each([
  [[[1, 0]], /anchors too few: 1/],
  [
    [
      [1, 0],
      [1, 1],
    ],
    /do not rise at 1/,
  ],
  [
    [
      [1, 0],
      [5, 0.5],
      [9, 0.4],
      [25, 1],
    ],
    /do not rise at 9/,
  ],
  [
    [
      [1, 0.1],
      [25, 1],
    ],
    /go from 0\.1 to 1/,
  ],
] as const)("refuses %j", (anchors, message) => {
  expect(() => dimensionValue({ anchors }, 3)).toThrow(message);
});

import { expect, test } from "vitest";
import { limitStatus } from "./limit-status.ts";

test.each([
  [null, "unknown"],
  [0, "ok"],
  [11.999, "ok"],
  [12, "warning"],
  [19.999, "warning"],
  [20, "breach"],
  [25, "breach"],
] as const)("%s against 12 and 20 is %s", (value, status) => {
  expect(limitStatus(value, { appetite: 12, tolerance: 20 })).toBe(status);
});

test("where appetite and tolerance are one, reaching them is a breach", () => {
  expect(limitStatus(5, { appetite: 5, tolerance: 5 })).toBe("breach");
  expect(limitStatus(0, { appetite: 0, tolerance: 0 })).toBe("breach");
});

import { expect, test } from "vitest";
import { prepareCoverageBars } from "./coverage-bars.ts";

const stale = (fresh: number, systems: number) =>
  prepareCoverageBars(fresh, systems).bars.filter(({ kind }) => kind === "stale").length;

test("one bar a system", () => {
  expect(prepareCoverageBars(10, 12).bars).toHaveLength(12);
  expect(stale(10, 12)).toBe(2);
});

test("of many systems a single stale one still has a bar", () => {
  expect(prepareCoverageBars(999, 1000).bars).toHaveLength(24);
  expect(stale(999, 1000)).toBe(1);
  expect(stale(1000, 1000)).toBe(0);
});

test("no system is no bar", () => {
  expect(prepareCoverageBars(0, 0)).toEqual({ width: 0, bars: [] });
});

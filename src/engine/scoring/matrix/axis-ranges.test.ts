import { expect, test } from "vitest";
import { defaultScale } from "../default-scale.ts";
import { axisRanges } from "./axis-ranges.ts";

test("ranges join without a gap, and only a level that starts at 0 on a logarithmic axis is changed", () => {
  for (const levels of [defaultScale.likelihood, defaultScale.impact]) {
    const bounds = levels.map(({ from, to }) => [from, to]);
    expect(axisRanges(levels, "uniform")).toEqual(bounds);
    const ranges = axisRanges(levels, "log-uniform");
    expect(ranges.slice(1)).toEqual(bounds.slice(1));
    expect(ranges[0]![1] / ranges[0]![0]).toBeCloseTo(levels[1]!.to / levels[1]!.from, 12);
  }
  expect(axisRanges([{ name: "all", from: 0, to: 5 }], "log-uniform")).toEqual([[0.5, 5]]);
});

import { expect, test } from "vitest";
import { funnelOf, layoutFunnel } from "./funnel-layout.ts";

const rate = (estimate: number) => ({ estimate, low: estimate / 2, high: 1, level: 0.95, n: 100, method: "wilson" });
const step = (from: string, to: string, entered: number, passed: number) => ({
  from,
  to,
  groups: [{ group: { sex: "f" }, entered, passed, rate: rate(passed / entered) }],
  disparity: {} as never,
});
const funnel = funnelOf({
  steps: [
    step("applied", "interviewed", 200, 60),
    step("interviewed", "offered", 60, 12),
    step("applied", "offered", 200, 12),
  ],
});

test("the whole way, which comes last in a report, is no stage of its own", () => {
  expect(funnel.stages).toEqual(["applied", "interviewed", "offered"]);
  expect(funnel.groups[0]!.reached).toEqual([200, 60, 12]);
  expect(funnelOf({ steps: [step("applied", "offered", 200, 12)] }).stages).toEqual(["applied", "offered"]);
  expect(funnelOf({ steps: [] })).toEqual({ stages: [], groups: [] });
});

test("bars are as long as the share of the group that came so far", () => {
  const { groups } = layoutFunnel(funnel.groups, { stages: funnel.stages, width: 840 });
  const [all, some, few] = groups[0]!.bars;
  expect(some!.width / all!.width).toBeCloseTo(0.3, 2);
  expect(few!.width / all!.width).toBeCloseTo(0.06, 2);
  expect([all!.text, some!.text, few!.text]).toEqual(["100 of 100", "30 of 100", "6 of 100"]);
  expect(few!.step).toBe("20.0 % went on (10.0–100.0)");
});

test("in a narrow column a step keeps its rate and leaves its interval to the table; an empty group is hatched", () => {
  const { groups } = layoutFunnel(
    [...funnel.groups, { key: "x", label: "x", reached: [0, 0, 0], passed: [rate(0), rate(0)] }],
    {
      stages: funnel.stages,
      width: 340,
    },
  );
  expect(groups[0]!.bars[2]!.step).toBe("20.0 % went on");
  expect(groups[1]!.bars.every(({ isUnknown }) => isUnknown)).toBe(true);
});

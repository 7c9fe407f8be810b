import { expect, test } from "vitest";
import { controlsLeft } from "./controls-left.ts";
import { estimateDistribution } from "./estimate/estimate-distribution.ts";
import type { ReadEstimate } from "./read-estimate.ts";
import type { ControlEffect } from "./scenario.ts";

const read: ReadEstimate = (kind, field, estimate) => estimateDistribution(estimate, { kind, field });
const left = (controls: readonly ControlEffect[], acts: ControlEffect["acts"] = "loss") =>
  controlsLeft(controls, { acts, read });
const loss = { control: "c", acts: "loss" } as const;

test("what is left is 1 − effectiveness × coverage × reliability", () => {
  const [certain] = left([{ ...loss, effectiveness: 0.8, coverage: 0.5, reliability: 0.9 }]);
  expect(certain!.mean).toBeCloseTo(0.64, 14);
  const [uncertain] = left([{ ...loss, effectiveness: { min: 0, max: 1 }, coverage: { alpha: 2, beta: 2 } }]);
  expect(uncertain!.mean).toBeCloseTo(0.75, 12);
  expect(uncertain!.variance).toBeCloseTo((1 / 3) * 0.3 - 1 / 16, 12);
  expect(uncertain!.support).toEqual([0, 1]);
});

test("in series they are factors; of one mechanism the strongest counts", () => {
  const half = { ...loss, effectiveness: 0.5 };
  const third = { ...loss, effectiveness: 0.3 };
  expect(left([half, third]).map(({ mean }) => mean)).toEqual([0.5, 0.7]);
  expect(left([half, third].map((one) => ({ ...one, mechanism: "review" }))).map(({ mean }) => mean)).toEqual([0.5]);
  const either = { ...loss, effectiveness: { min: 0, max: 1 }, mechanism: "review" };
  const [strongest] = left([either, either]);
  expect(strongest!.mean).toBeCloseTo(1 / 3, 10);
});

test("a mechanism on another node is another mechanism", () => {
  const onLoss = { ...loss, effectiveness: 0.5, mechanism: "review" };
  const controls = [onLoss, { ...onLoss, acts: "frequency" } as const];
  expect(left(controls, "loss")).toHaveLength(1);
  expect(left(controls, "frequency")).toHaveLength(1);
  expect(left(controls, "secondary")).toEqual([]);
});

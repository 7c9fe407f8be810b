import { expect, test } from "vitest";
import type { Scenario } from "../scenario.ts";
import { exactExceedance } from "./exact-exceedance.ts";
import { exactLimitReadings } from "./exact-limit-readings.ts";
import { exactReturnPeriods } from "./exact-return-periods.ts";

const scenarios: Scenario[] = [
  { id: "a", system: "s", frequency: { low: 0.2, high: 2 }, loss: { primary: { low: 1e4, high: 1e6 } }, controls: [] },
  { id: "b", system: "s", frequency: 3, loss: { primary: { min: 1e3, mode: 1e4, max: 5e4 } }, controls: [] },
];

test("reads what exceedance and return periods read, the lines all at once", () => {
  const lines = [
    { exceeds: 1e5, tolerance: 0.2 },
    { exceeds: 1e6, tolerance: 0.05 },
    { exceeds: 3e6, tolerance: 0.01 },
  ];
  const exceeds = lines.map((line) => line.exceeds);
  const periods = lines.map(({ tolerance }) => 1 / tolerance);
  const readings = exactLimitReadings(scenarios, lines);
  expect(readings.map(({ probability }) => probability)).toEqual(exactExceedance(scenarios, exceeds));
  const aggregates = exactReturnPeriods(scenarios, periods).map(({ aggregate }) => aggregate);
  for (const [k, { lossAtTolerance }] of readings.entries())
    expect(lossAtTolerance! / aggregates[k]!).toBeCloseTo(1, 9);
});

test("the loss at the tolerance is exceeded with the tolerance", () => {
  for (const tolerance of [0.5, 0.2, 0.1, 0.02, 0.001]) {
    const [{ lossAtTolerance } = {}] = exactLimitReadings(scenarios, [{ exceeds: 0, tolerance }]);
    expect(exactExceedance(scenarios, [lossAtTolerance!])[0]! / tolerance).toBeCloseTo(1, 6);
  }
});

test("on losses that lie on a lattice it is the next one of them", () => {
  const lattice: Scenario = { id: "x", system: "s", frequency: 1, loss: { primary: 10 }, controls: [] };
  // P(N > 0) = 0.632, P(N > 1) = 0.264, P(N > 2) = 0.080.
  const at = [0.7, 0.5, 0.1].map((tolerance) => exactLimitReadings([lattice], [{ exceeds: 10, tolerance }])[0]!);
  expect(at.map(({ lossAtTolerance }) => lossAtTolerance)).toEqual([0, 10, 20]);
  expect(at[0]!.probability).toBeCloseTo(1 - 2 / Math.E, 12);
});

test("no scenario, no loss and a tolerance of 0 are no reading off the grid", () => {
  const harmless: Scenario = { id: "x", system: "s", frequency: 0, loss: { primary: 10 }, controls: [] };
  expect(exactLimitReadings([harmless], [{ exceeds: 5, tolerance: 0.1 }])).toEqual([
    { probability: 0, lossAtTolerance: 0 },
  ]);
  expect(exactLimitReadings([], [{ exceeds: 5, tolerance: 0 }])).toEqual([{ probability: 0, lossAtTolerance: null }]);
  expect(exactLimitReadings(scenarios, [{ exceeds: 1e5, tolerance: 0 }])[0]!.lossAtTolerance).toBeNull();
  expect(exactLimitReadings(scenarios, [])).toEqual([]);
});

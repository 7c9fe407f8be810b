import { expect, test } from "vitest";
import type { Scenario } from "../scenario.ts";
import { scenarioDistributions } from "../scenario-distributions.ts";
import { curveQuantile, lossCurve } from "./loss-curve.ts";
import { scenarioYear, solveScenarioYear } from "./scenario-year.ts";

const year = (parts: Partial<Scenario>) =>
  scenarioYear(
    scenarioDistributions({ id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [], ...parts }),
  );
const options = { cells: 4096, mostCells: 2 ** 16, bracket: "none" } as const;

test("the probability of no loss: no event, events that lose nothing, and years that a control spares", () => {
  expect(year({}).none).toBeCloseTo(Math.exp(-2), 14);
  expect(year({ frequency: 3, loss: { primary: { samples: [0, 0, 7] } } }).none).toBeCloseTo(Math.exp(-1), 14);
  const secondary = { probability: 0.25, loss: 9 };
  expect(year({ loss: { primary: 0, secondary } }).none).toBeCloseTo(Math.exp(-0.5), 14);
  const controls = [{ control: "c1", acts: "loss", effectiveness: { samples: [0, 1] } }] as const;
  expect(year({ controls }).none).toBeCloseTo(0.5 + 0.5 * Math.exp(-2), 14);
});

test("a share that is certain goes into the losses, an uncertain one stays beside them", () => {
  const certain = year({ controls: [{ control: "c2", acts: "loss", effectiveness: 0.2 }] });
  expect([certain.multiplier, certain.primary[0]!.mean]).toEqual([undefined, 4]);
  const uncertain = year({ controls: [{ control: "c3", acts: "loss", effectiveness: { min: 0, max: 0.4 } }] });
  expect([uncertain.multiplier!.mean, uncertain.primary[0]!.mean]).toEqual([0.8, 5]);
});

test("many events of a fixed rate are solved in a window around their mean", () => {
  const solved = solveScenarioYear(year({ frequency: 20_000, loss: { primary: { min: 1, max: 3 } } }), options);
  expect(solved.fine.offset).toBeGreaterThan(30_000);
  const curve = lossCurve(solved.fine, { none: 0, reading: "smooth" });
  // Sum of 20,000 on average, each of mean 2 and second moment 13/3: close to normal.
  const deviation = Math.sqrt((20_000 * 13) / 3);
  expect(Math.abs(curveQuantile(curve, 0.5) - 40_000)).toBeLessThan(0.02 * deviation);
  expect(Math.abs(curveQuantile(curve, 0.9) - 40_000 - 1.2815516 * deviation)).toBeLessThan(0.02 * deviation);
});

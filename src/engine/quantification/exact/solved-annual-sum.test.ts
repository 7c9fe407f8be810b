import { expect, test } from "vitest";
import { scenarioDistributions } from "../scenario-distributions.ts";
import { lazyYear } from "./lazy-year.ts";
import { scenarioYear } from "./scenario-year.ts";
import { solvedAnnualSum } from "./solved-annual-sum.ts";

const year = (id: string, frequency: number, primary: number) =>
  lazyYear(scenarioYear(scenarioDistributions({ id, system: "s", frequency, loss: { primary }, controls: [] })), {});

test("moments add, probabilities of no loss multiply, years that lose nothing do not count", () => {
  const { moments } = solvedAnnualSum([year("a", 1, 10), year("b", 2, 30), year("c", 0, 5), year("d", 5, 0)], {})!;
  expect([moments.mean, moments.variance]).toEqual([70, 1900]);
  expect(moments.none).toBeCloseTo(Math.exp(-3), 14);
});

test("a year that loses alone keeps its own grid, and nothing that loses has no sum", () => {
  const alone = year("a", 1, 10);
  expect(solvedAnnualSum([year("b", 0, 10), alone], {})!.year).toEqual(alone.solved());
  expect(solvedAnnualSum([year("b", 0, 10)], {})).toBeNull();
});

import { expect, test } from "vitest";
import type { Scenario } from "../scenario.ts";
import { exactAnnualLoss } from "./exact-annual-loss.ts";
import { quantifyExact } from "./quantify-exact.ts";

const controlled: Scenario = {
  id: "z",
  system: "north",
  frequency: { low: 0.5, high: 4 },
  loss: { primary: { low: 1000, high: 30000 } },
  controls: [{ control: "c1", acts: "frequency", effectiveness: { min: 0.2, max: 0.6 } }],
};
const plain: Scenario = { id: "a", system: "south", frequency: 1, loss: { primary: 5000 }, controls: [] };
const other: Scenario = { ...plain, id: "m", system: "north", loss: { primary: { min: 0, max: 900 } } };

test("risks keep their order, systems that of their first risk, each with its inherent figures", () => {
  const { portfolio, systems, risks } = quantifyExact([controlled, plain, other]);
  expect(risks.map(({ id }) => id)).toEqual(["z", "a", "m"]);
  expect(systems.map(({ id }) => id)).toEqual(["north", "south"]);
  const { id, inherent, ...residual } = risks[0]!;
  expect(residual).toEqual(exactAnnualLoss([controlled]));
  expect(inherent).toEqual(exactAnnualLoss([{ ...controlled, controls: [] }]));
  expect(id).toBe("z");
  expect(risks[1]!.inherent.expectedAnnualLoss).toBe(risks[1]!.expectedAnnualLoss);
  expect(portfolio.inherent.valueAtRisk["0.99"]).toBeGreaterThan(portfolio.valueAtRisk["0.99"]);
  const north = exactAnnualLoss([controlled, other]);
  expect(systems[0]!.valueAtRisk).toEqual(north.valueAtRisk);
});

test("nothing to quantify is zero", () => {
  expect(quantifyExact([])).toMatchObject({
    portfolio: { expectedAnnualLoss: 0, inherent: { expectedAnnualLoss: 0 } },
    systems: [],
    risks: [],
  });
});

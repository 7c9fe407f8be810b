import { describe, expect, test } from "vitest";
import type { Scenario } from "../scenario.ts";
import { expectedLoss } from "./expected-loss.ts";
import { YearlyBenefits } from "./yearly-benefits.ts";

const wide = { min: 0, mode: 0.5, max: 1 };
const has: Scenario = {
  id: "a",
  system: "s",
  frequency: { low: 0.5, high: 8 },
  loss: { primary: { low: 10, high: 900 }, secondary: { probability: wide, loss: { low: 100, high: 2000 } } },
  controls: [
    { control: "k", acts: "frequency", effectiveness: wide, mechanism: "m" },
    { control: "l", acts: "frequency", effectiveness: wide, mechanism: "m" },
    { control: "k", acts: "loss", effectiveness: wide },
    { control: "n", acts: "secondary", effectiveness: wide, reliability: 0.9 },
  ],
  commonCauses: [{ cause: "v", strikes: 0.5, probability: 0.6 }],
};
const without = (...ids: string[]) => ({
  ...has,
  controls: has.controls.filter(({ control }) => !ids.includes(control)),
});

describe("benefits of single years", () => {
  const benefits = new YearlyBenefits(20_000, 7, () => false);

  test.each([[["k"]], [["l"]], [["n"]], [["k", "l", "n"]]])("more controls never cost a year more: %j", (missing) => {
    const lacks = [without(...missing), { ...without(...missing), id: "b" }];
    const yearly = benefits.of(lacks, [has, { ...has, id: "b" }]);
    expect(yearly[0]).toBeGreaterThanOrEqual(0);
    expect(yearly.at(-1)).toBeGreaterThan(0);
    const mean = yearly.reduce((sum, benefit) => sum + benefit, 0) / yearly.length;
    const spread = Math.sqrt(yearly.reduce((sum, benefit) => sum + (benefit - mean) ** 2, 0)) / yearly.length;
    const exact = 2 * (expectedLoss(lacks[0]!) - expectedLoss(has));
    expect(Math.abs(mean - exact) / spread).toBeLessThan(4);
  });

  test("nothing missing, nothing gained", () => {
    expect(benefits.of([has], [has]).every((benefit) => benefit === 0)).toBe(true);
    expect(benefits.of([], []).at(-1)).toBe(0);
  });
});

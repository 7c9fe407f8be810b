import { expect, test } from "vitest";
import { plainScenario } from "../../../../test/harness/plain-scenario.ts";
import { preparedYears } from "../exact/independent-years.ts";
import { prepareScenario } from "../exact/prepared-scenario.ts";
import type { Scenario } from "../scenario.ts";
import { joinedYear } from "./joined-year.ts";
import { yearTransform } from "./year-transform.ts";

const fine = { step: 2000, cells: 4096, first: 0 };
const grid = { fine, coarse: { ...fine, step: 4000, cells: 2048 }, reading: "smooth" } as const;
const sum = { mean: 2e6, variance: 1e12 };
const loss = {
  primary: { low: 1e4, high: 1e5 },
  secondary: { probability: { min: 0.2, max: 0.5 }, loss: { low: 2e4, high: 4e5 } },
};
const frequency = { low: 2, high: 20 };
const commonCauses = [{ cause: "vendor", strikes: 0.4, probability: 0.5 }];
const controls = [{ control: "c", acts: "loss", effectiveness: { min: 0.2, max: 0.6 } }] as const;

test.each<[string, Partial<Scenario>]>([
  ["read from its losses", { frequency, loss }],
  ["a common cause beside it", { frequency, loss, commonCauses }],
  ["under a control on its loss, on a grid of its own", { frequency, loss, controls }],
  ["a common cause with such a control", { frequency, loss, controls, commonCauses }],
])("a year joins with the transform of the exact engine: %s", (_, parts) => {
  for (const lazy of preparedYears([prepareScenario(plainScenario("a", parts), {})], {})) {
    const whole = yearTransform(lazy, fine, "fine");
    const { offset, transform } = joinedYear(lazy, { grid, sum, effort: "least" });
    const { re, im } = transform(fine, "fine", 100);
    expect(offset).toBe(0);
    re.forEach((x, k) => void expect(Math.abs(x - whole.re[k]!)).toBeLessThan(1e-3));
    im.forEach((y, k) => void expect(Math.abs(y - whole.im[k]!)).toBeLessThan(1e-3));
  }
});

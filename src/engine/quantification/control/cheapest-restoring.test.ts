import { describe, expect, test } from "vitest";
import { exactExceedance } from "../exact/exact-exceedance.ts";
import type { Scenario } from "../scenario.ts";
import { SimulationStopped } from "../simulation/simulation-stopped.ts";
import { cheapestRestoring } from "./cheapest-restoring.ts";
import { membersOfSet } from "./sets-by-size.ts";
import { withControls } from "./with-controls.ts";

const scenario = (id: string, controls: Scenario["controls"], frequency: Scenario["frequency"] = 0.5): Scenario => ({
  id,
  system: "s",
  frequency,
  loss: { primary: { low: 1e4, high: 4e5 } },
  controls,
});
const on = (control: string, effectiveness: number) => ({ control, acts: "frequency", effectiveness }) as const;
const scenarios = [
  scenario("a", [on("k0", 0.7), on("k1", 0.5)]),
  scenario("b", [on("k1", 0.4), on("k2", 0.8)], { low: 0.1, high: 1 }),
  scenario("c", [{ control: "k3", acts: "loss", effectiveness: { min: 0.3, max: 0.8 } }], 0.3),
];
const costs = [30_000, 25_000, 12_000, 20_000];
const candidates = costs.map((annualCost, k) => ({ id: `k${k}`, annualCost }));
const alwaysOn = new Set<string>();
const exceeds = 200_000;
const all = Array.from({ length: 16 }, (_, set) => {
  const controls = membersOfSet(set).map((k) => `k${k}`);
  return {
    controls,
    annualCost: membersOfSet(set).reduce((sum, k) => sum + costs[k]!, 0),
    probability: exactExceedance(withControls(scenarios, new Set(controls)), [exceeds])[0]!,
  };
});

describe("the cheapest set below a line", () => {
  test.each([0.9, 0.25, 0.2, 0.15, 0.12])("is that which brute force finds: %d", (share) => {
    const nothing = all[0]!.probability;
    const everything = all[15]!.probability;
    const probability = everything + (nothing - everything) * share;
    const fit = all.filter((one) => one.probability < probability).sort((a, b) => a.annualCost - b.annualCost);
    const found = cheapestRestoring({ scenarios, candidates, alwaysOn, limit: { exceeds, probability } });
    expect(found).toMatchObject({ controls: fit[0]!.controls, annualCost: fit[0]!.annualCost, method: "every-set" });
    expect(found!.probability).toBeCloseTo(fit[0]!.probability, 12);
  });

  test("nothing, where the line is kept anyway; null where not even all keep it", () => {
    const ask = (probability: number) =>
      cheapestRestoring({ scenarios, candidates, alwaysOn, limit: { exceeds, probability } });
    expect(ask(1)!.controls).toEqual([]);
    expect(ask(all[15]!.probability)).toBeNull();
    expect(ask(all[15]!.probability * 1.0001)!.controls).toEqual(["k0", "k1", "k2", "k3"]);
    const never = { scenarios: [], candidates, alwaysOn, limit: { exceeds: 0, probability: 0.01 } };
    expect(cheapestRestoring(never)).toEqual({ controls: [], annualCost: 0, probability: 0, method: "every-set" });
  });

  test("beyond 12 candidates a set that keeps the line and of which none can be left out", () => {
    const many = Array.from({ length: 14 }, (_, k) => scenario(`s${k}`, [on(`k${k}`, 0.2 + 0.05 * k)], 0.1));
    const wide = many.map((_, k) => ({ id: `k${k}`, annualCost: 1000 + ((k * 37) % 11) * 100 }));
    const limit = { exceeds: 300_000, probability: 0.1 };
    const found = cheapestRestoring({ scenarios: many, candidates: wide, alwaysOn, limit })!;
    const probabilityOf = (controls: readonly string[]) =>
      exactExceedance(withControls(many, new Set(controls)), [limit.exceeds])[0]!;
    expect(found.method).toBe("search");
    expect(found.probability).toBe(probabilityOf(found.controls));
    expect(found.probability).toBeLessThan(0.1);
    for (const one of found.controls) {
      expect(probabilityOf(found.controls.filter((other) => other !== one))).toBeGreaterThanOrEqual(0.1);
    }
  });
});

test("lines that are none are refused, what is long can be stopped", () => {
  const ask = (limit: { exceeds: number; probability: number }, isStopped = () => false) =>
    cheapestRestoring({ scenarios, candidates, alwaysOn, limit }, { isStopped });
  expect(() => ask({ exceeds: -1, probability: 0.1 })).toThrow(/^limit: exceeds -1 /);
  expect(() => ask({ exceeds: 1, probability: 0 })).toThrow(/^limit: probability outside 0 to 1: 0; /);
  expect(() => ask({ exceeds: 1, probability: 0.1 }, () => true)).toThrow(SimulationStopped);
});

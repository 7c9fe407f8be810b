import { describe, expect, test } from "vitest";
import { plainScenario } from "../../../../test/harness/plain-scenario.ts";
import { exactAnnualLoss } from "../exact/exact-annual-loss.ts";
import type { Scenario } from "../scenario.ts";
import { SimulationStopped } from "../simulation/simulation-stopped.ts";
import { type ControlFrontier, controlFrontier, type FrontierProblem } from "./control-frontier.ts";
import { membersOfSet } from "./sets-by-size.ts";
import { withControls } from "./with-controls.ts";

const scenario = (id: string, parts: Partial<Scenario>) =>
  plainScenario(id, { frequency: 0.8, loss: { primary: { low: 1e4, high: 4e5 } }, ...parts });
const effect = (control: string, effectiveness: number, acts: "frequency" | "loss" = "frequency") => ({
  control,
  acts,
  effectiveness,
});
const scenarios = [
  scenario("a", { controls: [effect("k0", 0.5), effect("k1", 0.4), effect("k2", 0.3, "loss")] }),
  scenario("b", {
    frequency: { low: 0.1, high: 2 },
    controls: [effect("k1", 0.6), { ...effect("k3", 0.5), mechanism: "m" }, { ...effect("k4", 0.5), mechanism: "m" }],
  }),
  scenario("c", { frequency: 0.2, controls: [effect("k2", 0.7), effect("on", 0.2)] }),
];
const costs = [30_000, 25_000, 12_000, 20_000, 15_000];
const candidates = costs.map((annualCost, k) => ({ id: `k${k}`, annualCost }));
const problem: FrontierProblem = {
  scenarios,
  candidates,
  alwaysOn: new Set(["on"]),
  budget: 50_000,
  measure: "expectedAnnualLoss",
};
/** Every set by brute force through the exact engine. */
const all = Array.from({ length: 2 ** costs.length }, (_, set) => {
  const controls = membersOfSet(set).map((k) => `k${k}`);
  const loss = exactAnnualLoss(withControls(scenarios, new Set(["on", ...controls])));
  const annualCost = membersOfSet(set).reduce((sum, k) => sum + costs[k]!, 0);
  return {
    controls,
    annualCost,
    expectedAnnualLoss: loss.expectedAnnualLoss,
    expectedShortfall: loss.expectedShortfall["0.95"],
  };
});

describe.each(["expectedAnnualLoss", "expectedShortfall"] as const)("every set compared by %s", (measure) => {
  const tolerance = measure === "expectedAnnualLoss" ? 1e-12 : 1e-7;
  const beaten = (one: (typeof all)[number]) =>
    all.some(
      (other) =>
        other !== one &&
        other.annualCost <= one.annualCost &&
        other[measure] <= one[measure] * (1 + tolerance) &&
        (other.annualCost < one.annualCost || other[measure] < one[measure] * (1 - tolerance)),
    );
  const found = controlFrontier({ ...problem, measure });

  test("is the frontier and the best that brute force finds", () => {
    const expected = all.filter((one) => !beaten(one)).sort((a, b) => a.annualCost - b.annualCost);
    expect(found.frontier.map(({ controls }) => controls)).toEqual(expected.map(({ controls }) => controls));
    found.frontier.forEach(({ loss, annualCost }, k) => {
      expect(annualCost).toBe(expected[k]!.annualCost);
      expect(Math.abs(loss / expected[k]![measure] - 1)).toBeLessThan(1e-9);
    });
    const affordable = all.filter(({ annualCost }) => annualCost <= 50_000);
    const least = Math.min(...affordable.map((one) => one[measure]));
    expect(Math.abs(found.best.loss / least - 1)).toBeLessThan(1e-9);
    expect([found.method, found.gap, found.bound]).toEqual(["every-set", 0, found.best.loss]);
  });

  test("equal controls of one mechanism are never both worth their money", () => {
    for (const { controls } of found.frontier) expect(controls).not.toEqual(expect.arrayContaining(["k3", "k4"]));
  });

  test("more budget is never worse, none funds nothing", () => {
    let before = Infinity;
    for (const budget of [0, 12_000, 20_000, 45_000, 1e6]) {
      const { best } = controlFrontier({ ...problem, measure, budget });
      expect(best.annualCost).toBeLessThanOrEqual(budget);
      expect(best.loss).toBeLessThanOrEqual(before);
      before = best.loss;
    }
    expect(controlFrontier({ ...problem, measure, budget: 0 }).best).toMatchObject({ controls: [], annualCost: 0 });
  });

  test("where no control reduces anything nothing is funded", () => {
    const idle = controlFrontier({
      ...problem,
      measure,
      scenarios: [scenario("a", { controls: [effect("k0", 0)] }), scenario("b", {})],
    });
    expect(idle.frontier.map(({ controls }) => controls)).toEqual([[]]);
    const never = controlFrontier({ ...problem, measure, scenarios: [] });
    expect(never.best).toEqual({ controls: [], annualCost: 0, loss: 0 });
  });
});

test("two controls in series on one risk: the second brings only its share of what the first leaves", () => {
  const one = scenario("one", { frequency: 1, loss: { primary: 100 }, controls: [effect("x", 0.5), effect("y", 0.5)] });
  const ask = (costOfY: number) =>
    controlFrontier({
      scenarios: [one],
      candidates: [
        { id: "x", annualCost: 10 },
        { id: "y", annualCost: costOfY },
      ],
      alwaysOn: new Set(),
      budget: 100,
      measure: "expectedAnnualLoss",
    }).frontier.map(({ controls, loss }) => `${controls.join("+")} ${loss}`);
  expect(ask(11)).toEqual([" 100", "x 50", "x+y 25"]);
});

describe("beyond so many candidates", () => {
  const amount = (k: number) => 1000 * (1 + ((k * 37) % 23));
  const cost = (k: number) => 100 + ((k * 53) % 41) * 10;
  const many = Array.from({ length: 24 }, (_, k) =>
    scenario(`s${k}`, { frequency: 1, loss: { primary: amount(k) }, controls: [effect(`k${k}`, 0.5)] }),
  );
  const wide: FrontierProblem = {
    scenarios: many,
    candidates: many.map((_, k) => ({ id: `k${k}`, annualCost: cost(k) })),
    alwaysOn: new Set(),
    budget: 2500,
    measure: "expectedAnnualLoss",
  };
  /** The best reduction of independent controls within each budget, by dynamic programming in steps of 10. */
  const knapsack = (budget: number) => {
    const best = new Float64Array(budget / 10 + 1);
    for (let k = 0; k < many.length; k++) {
      for (let b = best.length - 1; b >= cost(k) / 10; b--) {
        best[b] = Math.max(best[b]!, best[b - cost(k) / 10]! + amount(k) / 2);
      }
    }
    return best[best.length - 1]!;
  };
  const nothing = many.reduce((sum, _, k) => sum + amount(k), 0);

  test.each([0, 500, 1700, 2500, 9000])(
    "a search within %d comes near the knapsack's best and says its gap",
    (budget) => {
      const { best, bound, gap, method } = controlFrontier({ ...wide, budget });
      const optimum = nothing - knapsack(budget);
      expect(method).toBe("search");
      expect(best.annualCost).toBeLessThanOrEqual(budget);
      expect(bound).toBeLessThanOrEqual(optimum + 1e-9);
      expect(best.loss).toBeGreaterThanOrEqual(optimum - 1e-9);
      expect(best.loss - bound).toBeCloseTo(gap, 9);
      expect((nothing - best.loss) / Math.max(1, knapsack(budget))).toBeGreaterThan(budget === 0 ? -1 : 0.97);
    },
  );

  test("the frontier of a search rises in cost and falls in loss, past the budget too", () => {
    const { frontier } = controlFrontier(wide);
    for (let k = 1; k < frontier.length; k++) {
      expect(frontier[k]!.annualCost).toBeGreaterThan(frontier[k - 1]!.annualCost);
      expect(frontier[k]!.loss).toBeLessThan(frontier[k - 1]!.loss);
    }
    expect(frontier[0]!.controls).toEqual([]);
    expect(frontier.at(-1)!.loss).toBeCloseTo(nothing / 2, 6);
  });

  test("so is the shortfall beyond 12, bounded by all candidates together", () => {
    const few: FrontierProblem = { ...wide, scenarios: many.slice(0, 14), candidates: wide.candidates.slice(0, 14) };
    const found: ControlFrontier = controlFrontier({ ...few, measure: "expectedShortfall" });
    const together = exactAnnualLoss(many.slice(0, 14)).expectedShortfall["0.95"];
    expect(found.method).toBe("search");
    expect(Math.abs(found.bound / together - 1)).toBeLessThan(1e-9);
    expect(found.gap).toBeGreaterThan(0);
  });
});

test("candidates that cannot be compared are refused by name", () => {
  const refused = (parts: Partial<FrontierProblem>) => () => controlFrontier({ ...problem, ...parts });
  const review = { id: "review", annualCost: 1 };
  expect(refused({ candidates: [{ id: "review", annualCost: null }] })).toThrow(/^control review has no annual cost; /);
  expect(refused({ candidates: [{ id: "review", annualCost: Number.NaN }] })).toThrow(
    /^control review: annual cost NaN/,
  );
  expect(refused({ candidates: [review, review] })).toThrow(/^control review given twice; /);
  expect(refused({ candidates: [{ ...review, id: "on" }] })).toThrow(/^control on is on in any case; /);
  expect(refused({ budget: -1 })).toThrow(/^budget -1 /);
});

test.each(["expectedAnnualLoss", "expectedShortfall"] as const)("what is long can be stopped: %s", (measure) => {
  expect(() => controlFrontier({ ...problem, measure }, { isStopped: () => true })).toThrow(SimulationStopped);
});

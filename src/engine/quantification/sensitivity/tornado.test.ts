import { describe, expect, test } from "vitest";
import { plainScenario } from "../../../../test/harness/plain-scenario.ts";
import { exactAnnualLoss } from "../exact/exact-annual-loss.ts";
import { SimulationStopped } from "../simulation/simulation-stopped.ts";
import { tornado } from "./tornado.ts";

const portfolio = [
  plainScenario("leak", {
    frequency: { threatEvents: { min: 1, max: 5 }, vulnerability: 0.5 },
    loss: {
      primary: { min: 100, max: 300 },
      secondary: { probability: { min: 0.2, max: 0.6 }, loss: { low: 50, high: 800 } },
    },
    controls: [{ control: "review", acts: "frequency", effectiveness: { min: 0.4, max: 0.8 } }],
  }),
  plainScenario("outage", {
    frequency: 2,
    loss: { primary: { shape: 2, rate: 0.02 } },
    commonCauses: [{ cause: "vendor", strikes: { min: 0, max: 1 }, probability: 0.5 }],
  }),
  plainScenario("delay", {
    frequency: 0,
    loss: { primary: 400 },
    commonCauses: [{ cause: "vendor", strikes: { min: 0, max: 1 }, probability: 0.25 }],
  }),
];
const named = (input: string, answer = tornado(portfolio)) => answer.inputs.find((one) => one.input === input)!;
const vendorAt = (strikes: number) =>
  portfolio.map((one) => ({ ...one, commonCauses: one.commonCauses?.map((cause) => ({ ...cause, strikes })) }));

describe("one input at a time", () => {
  test("what is not known is set to its quantile", () => {
    const { low, high, uncertainty, scenario: of } = named("frequency.threatEvents");
    expect([of, uncertainty, low.value, high.value]).toEqual(["leak", "knowledge", 1.4, 4.6]);
    const changed = { ...portfolio[0]!, frequency: { threatEvents: 4.6, vulnerability: 0.5 } };
    const whole = exactAnnualLoss([changed, ...portfolio.slice(1)]);
    expect(high.expectedAnnualLoss).toBeCloseTo(whole.expectedAnnualLoss, 9);
    expect(Math.abs(high.expectedShortfall! / whole.expectedShortfall["0.95"] - 1)).toBeLessThan(1e-4);
  });

  test("a loss, which is chance, has its mean moved and keeps its shape", () => {
    const { low, uncertainty } = named("loss.primary");
    expect(uncertainty).toBe("chance");
    const changed = { ...portfolio[1]!, loss: { primary: { shape: 2, rate: 2 / low.value } } };
    const whole = exactAnnualLoss([portfolio[0]!, changed, portfolio[2]!]);
    expect(low.expectedAnnualLoss).toBeCloseTo(whole.expectedAnnualLoss, 9);
    expect(Math.abs(low.expectedShortfall! / whole.expectedShortfall["0.95"] - 1)).toBeLessThan(1e-4);
  });

  test("the strikes of a common cause move in all scenarios that name it", () => {
    const { scenario: of, high } = named("commonCauses.vendor.strikes");
    expect([of, high.value]).toEqual([null, 0.9]);
    const whole = exactAnnualLoss(vendorAt(0.9));
    expect(high.expectedAnnualLoss).toBeCloseTo(whole.expectedAnnualLoss, 9);
    expect(Math.abs(high.expectedShortfall! / whole.expectedShortfall["0.95"] - 1)).toBeLessThan(1e-4);
  });

  test("the widest first, certain inputs left out; more effectiveness lowers the loss", () => {
    const { inputs, expectedAnnualLoss, expectedShortfall } = tornado(portfolio);
    const swings = inputs.map(({ low, high }) => Math.abs(high.expectedAnnualLoss - low.expectedAnnualLoss));
    expect(swings).toEqual([...swings].sort((a, b) => b - a));
    expect(inputs).toHaveLength(7);
    const whole = exactAnnualLoss(portfolio);
    expect(expectedAnnualLoss).toBeCloseTo(whole.expectedAnnualLoss, 9);
    expect(expectedShortfall).toBe(whole.expectedShortfall["0.95"]);
    const { low, high } = named("controls.review.effectiveness");
    expect(low.expectedAnnualLoss).toBeGreaterThan(expectedAnnualLoss);
    expect(high.expectedAnnualLoss).toBeLessThan(expectedAnnualLoss);
  });

  test("with the others at their medians", () => {
    const answer = tornado(portfolio, { others: "median" });
    const medianFurther = Math.sqrt(50 * 800);
    const { high } = named("controls.review.effectiveness", answer);
    const outage = (2 + 0.25) * 83.9173495;
    const leak = 3 * 0.5 * (1 - 0.76) * (200 + 0.4 * medianFurther);
    expect(high.expectedAnnualLoss).toBeCloseTo(leak + outage + 0.5 * 0.25 * 400, 4);
  });

  test("shortfalls only of as many as asked for; what is long can be stopped", () => {
    const { inputs } = tornado(portfolio, { shortfallOf: 2 });
    expect(inputs.map(({ high }) => high.expectedShortfall === null)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
    const told: string[] = [];
    tornado(portfolio, { shortfallOf: 2 }, { onProgress: (done, all) => void told.push(`${done}/${all}`) });
    expect(told).toEqual(["1/2", "2/2"]);
    expect(() => tornado(portfolio, {}, { isStopped: () => true })).toThrow(SimulationStopped);
  });
});

test("nothing uncertain, nothing to draw", () => {
  expect(tornado([plainScenario("a", {})]).inputs).toEqual([]);
  expect(tornado([]).expectedAnnualLoss).toBe(0);
});

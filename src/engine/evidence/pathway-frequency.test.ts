import { expect, test } from "vitest";
import { frequencyBelief } from "./frequency-belief.ts";
import { type Pathway, pathwayFrequency } from "./pathway-frequency.ts";

const falseApprovals: Pathway = {
  decisionsPerYear: 400_000,
  wrongOutcomes: { reads: "wrong-outcomes", usual: { low: 0.005, high: 0.02 } },
  caught: { min: 0.3, mode: 0.5, max: 0.7 },
  reversed: 0.5,
  lossEvent: { low: 0.0005, high: 0.005 },
};
const reading = (count: number, exposure: number) => ({
  kind: "cases" as const,
  observations: [{ id: "a", count, exposure }],
});

test("links multiply, and say what is left after each", () => {
  const { links, eventsPerYear } = pathwayFrequency(
    {
      ...falseApprovals,
      caught: 0.5,
      lossEvent: 0.001,
      wrongOutcomes: { reads: "wrong-outcomes", usual: { alpha: 1, beta: 99 } },
    },
    null,
  );
  expect(links.map(({ link, perYear }) => `${link} ${Number(perYear.toPrecision(6))}`)).toEqual([
    "decisions 400000",
    "wrong-outcomes 4000",
    "not-caught 2000",
    "not-reversed 1000",
    "loss-events 1",
  ]);
  expect(eventsPerYear.mean).toBeCloseTo(1, 10);
});

test("a reading moves the frequency as it moves the share of wrong outcomes, and narrows it", () => {
  const before = pathwayFrequency(falseApprovals, null).eventsPerYear;
  const worse = pathwayFrequency(falseApprovals, reading(600, 20_000)).eventsPerYear;
  const better = pathwayFrequency(falseApprovals, reading(60, 20_000)).eventsPerYear;
  expect(worse.mean).toBeGreaterThan(2 * before.mean);
  expect(better.mean).toBeLessThan(before.mean / 2);
  const relative = ({ mean, variance }: { mean: number; variance: number }) => variance / mean ** 2;
  expect(relative(worse)).toBeLessThan(relative(before));
});

test("better accuracy alone does not lower it", () => {
  const of: Pathway = {
    ...falseApprovals,
    wrongOutcomes: { reads: "accuracy", usual: { low: 0.005, high: 0.02 }, ofThisKind: 0.3 },
  };
  const before = pathwayFrequency(of, null);
  for (const value of [0.9, 0.97, 0.999, 1]) {
    const after = pathwayFrequency(of, { kind: "value", value, n: 50_000 });
    expect(after.eventsPerYear.mean).toBeGreaterThanOrEqual(before.eventsPerYear.mean * (1 - 1e-6));
    expect(after.eventsPerYear.quantile(0.95)).toBeGreaterThanOrEqual(before.eventsPerYear.quantile(0.95) * (1 - 1e-4));
    expect(after.moves).toBe("raises-only");
  }
});

test("it can be a prior for loss events of its own", () => {
  const { eventsPerYear } = pathwayFrequency(falseApprovals, reading(200, 20_000));
  const { shape, rate } = frequencyBelief(eventsPerYear);
  expect(shape / rate / eventsPerYear.mean).toBeGreaterThan(1);
  // A gamma of the same quantiles as a long-tailed product has a somewhat higher mean.
  expect(shape / rate / eventsPerYear.mean).toBeLessThan(1.15);
});

test("nothing that is decided, all caught, or no loss from any: no events", () => {
  for (const change of [{ decisionsPerYear: 0 }, { caught: 1 }, { reversed: 1 }, { lossEvent: 0 }]) {
    const { eventsPerYear } = pathwayFrequency({ ...falseApprovals, ...change }, null);
    expect([eventsPerYear.mean, eventsPerYear.cdf(0)]).toEqual([0, 1]);
  }
});

test("an invalid link is named", () => {
  expect(() => pathwayFrequency({ ...falseApprovals, caught: 1.5 }, null)).toThrow(/^caught 1\.5 is not an estimate/);
});

import { describe, expect, test } from "vitest";
import { lognormal } from "../../stats/lognormal.ts";
import type { Scenario } from "../scenario.ts";
import { independentYears } from "./independent-years.ts";
import { largestEventCdf } from "./largest-event.ts";

const FORM = { mu: 9, sigma: 1.2 };
const { cdf } = lognormal(FORM);
const LOSSES = [0, 400, 8000, 60_000, 1e6];

const cdfOf = (parts: Partial<Scenario>, which: "own" | "cause" = "own") => {
  const scenario = { id: "a", system: "s", frequency: 1.5, loss: { primary: FORM }, controls: [], ...parts };
  return largestEventCdf(independentYears([scenario]).find(({ year }) => year.kind === which)!.year);
};

describe("the largest event of a year", () => {
  test("of Poisson events is at most x with exp(−λ(1 − F(x))): methods/risk.md §2.4", () => {
    const largest = cdfOf({});
    for (const loss of LOSSES) {
      const expected = Math.exp(-1.5 * (1 - cdf(loss)));
      expect(Math.abs(largest(loss) / expected - 1)).toBeLessThan(1e-13);
    }
  });

  test("of a uniform rate, silent in some years: the few nodes that stand for its rule are enough for 1e-5", () => {
    const largest = cdfOf({ frequency: { min: 0, max: 30 }, count: { kind: "zero-inflated", silent: 0.25 } });
    for (const loss of LOSSES) {
      const above = 1 - cdf(loss);
      const expected = 0.25 + (0.75 * -Math.expm1(-30 * above)) / (30 * above);
      expect(Math.abs(largest(loss) - expected)).toBeLessThan(1e-5);
    }
  });

  test("of two uniform forms: their sum is triangular", () => {
    const uniform = { min: 0, max: 100 };
    const largest = cdfOf({ loss: { primary: { forms: { fines: uniform, response: uniform } } } });
    for (const x of [10, 50, 100, 130, 190]) {
      const sum = x <= 100 ? x ** 2 / 2e4 : 1 - (200 - x) ** 2 / 2e4;
      expect(Math.abs(largest(x) - Math.exp(-1.5 * (1 - sum)))).toBeLessThan(2e-5);
    }
  });

  test("of events that a secondary loss follows now and then: those alone, and those followed", () => {
    const secondary = { probability: 0.25, loss: 90 };
    const largest = cdfOf({ loss: { primary: 10, secondary } });
    const expected = [Math.exp(-1.5), Math.exp(-1.5 * 0.25), Math.exp(-1.5 * 0.25), 1];
    [9, 11, 99, 101].forEach((loss, k) => void expect(largest(loss)).toBeCloseTo(expected[k]!, 9));
  });

  test("under what controls leave, drawn once a year: two kinds of years", () => {
    const effectiveness = { samples: [0.2, 0.6] };
    const largest = cdfOf({ controls: [{ control: "c", acts: "loss", effectiveness }] });
    for (const loss of LOSSES) {
      const given = (left: number) => Math.exp(-1.5 * (1 - cdf(loss / left)));
      expect(Math.abs(largest(loss) / ((given(0.8) + given(0.4)) / 2) - 1)).toBeLessThan(1e-12);
    }
  });

  test("of a certain loss under a share that varies: any event passes x where the share does", () => {
    const largest = cdfOf({
      loss: { primary: 100 },
      controls: [{ control: "c", acts: "loss", effectiveness: { min: 0.4, max: 0.8 } }],
    });
    const shares = new Map([
      [19, 1],
      [30, 0.75],
      [55, 0.125],
      [61, 0],
    ]);
    for (const [loss, share] of shares) expect(largest(loss)).toBeCloseTo(1 - share * -Math.expm1(-1.5), 9);
  });

  test("of a common cause is the total of one strike", () => {
    const commonCauses = [{ cause: "vendor", strikes: 2, probability: 0.5 }];
    const struck = ["a", "b"].map((id) => ({
      id,
      system: "s",
      frequency: 0,
      loss: { primary: 10 },
      controls: [],
      commonCauses,
    }));
    const { year } = independentYears(struck).find((one) => one.year.kind === "cause")!;
    const largest = largestEventCdf(year);
    expect(largest(9)).toBeCloseTo(Math.exp(-1.5), 9);
    expect(largest(19)).toBeCloseTo(Math.exp(-0.5), 9);
    expect(largest(20)).toBeCloseTo(1, 9);
    expect(largestEventCdf({ ...year, struck: [] } as typeof year)(0)).toBe(1);
  });

  test.each<[string, Partial<Scenario>]>([
    ["gamma rate", { frequency: { shape: 0.5, rate: 0.25 } }],
    ["multiplied", { controls: [{ control: "c", acts: "loss", effectiveness: { min: 0, max: 1 } }] }],
    ["followed", { loss: { primary: FORM, secondary: { probability: { min: 0, max: 1 }, loss: FORM } } }],
  ])("rises from the years without an event to 1: %s", (_, parts) => {
    const largest = cdfOf(parts);
    const found = Array.from({ length: 60 }, (_, k) => largest(k === 0 ? 0 : 10 ** (k / 8)));
    found.slice(1).forEach((probability, k) => void expect(probability).toBeGreaterThanOrEqual(found[k]! - 1e-12));
    expect(found[59]).toBeGreaterThan(1 - 2e-4);
    expect(found[0]).toBeLessThan(0.6);
  });
});

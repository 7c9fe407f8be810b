import { describe, expect, test } from "vitest";
import { lognormal } from "../../stats/lognormal.ts";
import type { Scenario } from "../scenario.ts";
import { exactExceedance } from "./exact-exceedance.ts";
import { exactOccurrence } from "./exact-occurrence.ts";

const FORM = { mu: 9, sigma: 1.2 };
const severity = lognormal(FORM);
const LOSSES = [0, 500, 5000, 20_000, 100_000, 1_000_000];
const scenario = (change: Partial<Scenario> = {}): Scenario => ({
  id: "a",
  system: "s",
  frequency: 1.5,
  loss: { primary: FORM },
  controls: [],
  ...change,
});
const expectClose = (actual: readonly number[], expected: (loss: number) => number, within: number) =>
  LOSSES.forEach((loss, k) => void expect(Math.abs(actual[k]! - expected(loss)), `${loss}`).toBeLessThan(within));

describe("closed forms of the largest event", () => {
  test.each<[string, Partial<Scenario>, (above: number) => number]>([
    ["Poisson", {}, (q) => Math.exp(-1.5 * q)],
    ["gamma rate", { frequency: { shape: 3, rate: 2 } }, (q) => (1 + q / 2) ** -3],
    ["negative binomial", { count: { kind: "negative-binomial", size: 0.5 } }, (q) => (1 + 3 * q) ** -0.5],
    ["zero-inflated", { count: { kind: "zero-inflated", silent: 0.4 } }, (q) => 0.4 + 0.6 * Math.exp(-1.5 * q)],
    ["at most one", { frequency: 0.3, count: { kind: "at-most-one" } }, (q) => 1 - 0.3 * q],
    ["uniform rate", { frequency: { min: 0, max: 3 } }, (q) => (q === 0 ? 1 : (1 - Math.exp(-3 * q)) / (3 * q))],
  ])("%s", (_, change, none) => {
    const expected = (loss: number) => 1 - none(1 - severity.cdf(loss));
    // Where few events are large the aggregate curve, which bounds it, is the coarser one.
    expectClose(exactOccurrence([scenario(change)], LOSSES), expected, 2e-3);
    const tail = exactOccurrence([scenario(change)], [100_000, 1_000_000]);
    [100_000, 1_000_000].forEach((loss, k) => void expect(Math.abs(tail[k]! - expected(loss))).toBeLessThan(1e-6));
  });

  test("a multiplier that is drawn once a year is the same for all its events", () => {
    const controls = [{ control: "c", acts: "loss", effectiveness: { samples: [0, 0.5, 1] } }] as const;
    const given = (share: number, loss: number) => (share > 0 ? Math.exp(-1.5 * (1 - severity.cdf(loss / share))) : 1);
    const expected = (loss: number) => 1 - (given(1, loss) + given(0.5, loss) + given(0, loss)) / 3;
    expectClose(exactOccurrence([scenario({ controls })], LOSSES), expected, 2e-3);
  });

  test("a certain loss under a uniform multiplier: P(largest > x) = P(M·100 > x)·(1 − exp(−Λ))", () => {
    const controls = [{ control: "c", acts: "loss", effectiveness: { min: 0.4, max: 0.8 } }] as const;
    const set = [scenario({ loss: { primary: 100 }, controls })];
    exactOccurrence(set, [25, 30, 55, 61]).forEach((probability, k) => {
      const share = [0.875, 0.75, 0.125, 0][k]!;
      expect(Math.abs(probability - share * -Math.expm1(-1.5))).toBeLessThan(1e-9);
    });
  });

  test("a secondary probability is drawn once a year: two values are two kinds of years", () => {
    const secondary = { probability: { samples: [0, 1] }, loss: 90 };
    const set = [scenario({ loss: { primary: 10, secondary } })];
    const any = -Math.expm1(-1.5);
    expect(exactOccurrence(set, [5, 10, 99, 100])).toEqual([any, any / 2, any / 2, 0].map((p) => expect.closeTo(p, 9)));
  });

  test("a strike of a common cause is one event with its total loss", () => {
    const set = ["a", "b"].map((id) =>
      scenario({
        id,
        frequency: 0,
        loss: { primary: 10 },
        commonCauses: [{ cause: "v", strikes: 2, probability: 0.5 }],
      }),
    );
    const expected = [1 - Math.exp(-1.5), 1 - Math.exp(-0.5), 0];
    expect(exactOccurrence(set, [5, 15, 20])).toEqual(expected.map((p) => expect.closeTo(p, 9)));
  });
});

test("the largest event of several scenarios is none of theirs larger; it never passes the year", () => {
  const set = [
    scenario({ id: "b", frequency: { low: 0.5, high: 4 } }),
    scenario({ id: "a", loss: { primary: { forms: { fines: FORM, response: { min: 0, max: 9000 } } } } }),
    scenario({ id: "c", controls: [{ control: "x", acts: "loss", effectiveness: { min: 0, max: 0.9 } }] }),
  ];
  const together = exactOccurrence(set, LOSSES);
  const apart = set.map((one) => exactOccurrence([one], LOSSES));
  const aggregate = exactExceedance(set, LOSSES);
  LOSSES.forEach((_, k) => {
    expect(Math.abs(together[k]! - (1 - apart.reduce((all, one) => all * (1 - one[k]!), 1)))).toBeLessThan(1e-3);
    expect(together[k]).toBeLessThanOrEqual(aggregate[k]!);
  });
  expect(exactOccurrence([...set].reverse(), LOSSES)).toEqual(together);
});

test("nothing to lose is exceeded by nothing", () => {
  expect(exactOccurrence([], [0, 1])).toEqual([0, 0]);
  expect(exactOccurrence([scenario({ frequency: 0 })], [0])).toEqual([0]);
  expect(exactOccurrence([scenario({ loss: { primary: 0 } })], [0])).toEqual([0]);
});

import { describe, expect, test } from "vitest";
import { binomialTails } from "../../stats/binomial-tails.ts";
import { intervalCalibration } from "./interval-calibration.ts";

const answers = (hits: number, n: number) =>
  Array.from({ length: n }, (_, k) => ({ low: 50, high: 150, truth: k < hits ? 100 : 200 }));

describe("hits", () => {
  test("the ends of an interval belong to it", () => {
    const { hits, n, hitRate } = intervalCalibration([
      { low: 1, high: 2, truth: 1 },
      { low: 1, high: 2, truth: 2 },
      { low: 1, high: 2, truth: 2.1 },
    ]);
    expect([hits, n, hitRate.estimate]).toEqual([2, 3, 2 / 3]);
  });

  test("the rate has the exact interval: 5 of 10", () => {
    const { hitRate } = intervalCalibration(answers(5, 10));
    expect([hitRate.low.toFixed(4), hitRate.high.toFixed(4)]).toEqual(["0.1871", "0.8129"]);
    expect([hitRate.level, hitRate.n, hitRate.method]).toEqual([0.95, 10, "clopper-pearson"]);
  });
});

describe("verdict", () => {
  test.each([
    [9, 9, "not enough answers"],
    [6, 10, "over-confident"],
    [7, 10, "calibrated so far"],
    [10, 10, "calibrated so far"],
    [28, 28, "calibrated so far"],
    [29, 29, "under-confident"],
    [15, 20, "over-confident"],
    [16, 20, "calibrated so far"],
    [40, 40, "under-confident"],
  ])("%d hits of %d: %s", (hits, n, verdict) => {
    expect(intervalCalibration(answers(hits, n)).verdict).toBe(verdict);
  });

  test("one who is what he says is judged wrongly in at most 5 % on either side, whatever n and level", () => {
    for (const level of [0.5, 0.8, 0.9]) {
      for (const n of [10, 17, 29, 60]) {
        const wrong = { over: 0, under: 0 };
        for (let hits = 0; hits <= n; hits++) {
          const { atMost, atLeast } = binomialTails({ successes: hits, n }, level);
          const { verdict } = intervalCalibration(answers(hits, n), { level });
          if (verdict === "over-confident") wrong.over += atMost + atLeast - 1;
          if (verdict === "under-confident") wrong.under += atMost + atLeast - 1;
        }
        expect(wrong.over).toBeLessThanOrEqual(0.05);
        expect(wrong.under).toBeLessThanOrEqual(0.05);
      }
    }
  });
});

describe("score and widening", () => {
  test("scores are means in units of the truth, or of a scale", () => {
    expect(intervalCalibration([{ low: 50, high: 150, truth: 100 }]).meanIntervalScore).toBe(1);
    expect(intervalCalibration([{ low: 50, high: 150, truth: 200 }]).meanIntervalScore).toBeCloseTo(1100 / 200, 12);
    expect(intervalCalibration([{ low: -1, high: 1, truth: 0, scale: 4 }]).meanIntervalScore).toBe(0.5);
  });

  test("the unit of a question does not matter", () => {
    const metres = answers(8, 12);
    const miles = metres.map(({ low, high, truth }) => ({ low: low / 1609, high: high / 1609, truth: truth / 1609 }));
    const [a, b] = [intervalCalibration(metres), intervalCalibration(miles)];
    expect(b.meanIntervalScore).toBeCloseTo(a.meanIntervalScore!, 12);
    expect(b.widening).toBeCloseTo(a.widening!, 12);
  });

  test("widening is what would have held the missing ones; too few answers give none", () => {
    expect(intervalCalibration(answers(6, 10)).widening).toBeGreaterThan(1);
    expect(intervalCalibration(answers(10, 10)).widening).toBeLessThan(1);
    expect(intervalCalibration(answers(9, 9)).widening).toBeNull();
    expect(intervalCalibration(answers(20, 20), { level: 0.99 }).widening).toBeNull();
  });
});

test("without answers nothing is known", () => {
  expect(intervalCalibration([])).toEqual({
    n: 0,
    hits: 0,
    hitRate: { estimate: null, low: 0, high: 1, level: 0.95, n: 0, method: "clopper-pearson" },
    meanIntervalScore: null,
    verdict: "not enough answers",
    widening: null,
  });
});

test.each([
  [{ low: 2, high: 2, truth: 2 }, /answer 0 from 2 to 2 has no width; give low < high/],
  [{ low: 2, high: Infinity, truth: 2 }, /no finite numbers/],
  [{ low: -2, high: 2, truth: 0 }, /has scale 0; give one above 0/],
])("%o is refused", (answer, message) => {
  expect(() => intervalCalibration([answer])).toThrow(message);
  expect(() => intervalCalibration([], { level: 1 })).toThrow(/level 1 is not between 0 and 1/);
});

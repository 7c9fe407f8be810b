import { expect, test } from "vitest";
import { selectionSource } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import { drawBinomial } from "../../stats/draw-binomial.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import { metricSource } from "../disparity/metric-source.ts";
import type { DisparityLimit } from "./disparity-limit.ts";
import { judgeDisparity } from "./verdict.ts";

const limit: DisparityLimit = {
  disparity: "demographicParityDifference",
  bound: 0.1,
  purpose: "screening of applications",
  rationale: "half of the gap of the process before",
  approvedBy: "mara",
  approvedOn: "2026-03-02",
};
const settings = { comparison: "between-groups", seed: 1, draws: 9 } as const;
const ratio: DisparityLimit = { ...limit, disparity: "demographicParityRatio", bound: 0.8 };

test("within, outside and neither, each by its interval", () => {
  expect(
    judgeDisparity(
      selectionSource([
        [3000, 10000],
        [3100, 10000],
      ]),
      limit,
      settings,
    ).verdict,
  ).toBe("within");
  expect(
    judgeDisparity(
      selectionSource([
        [30, 90],
        [70, 80],
      ]),
      limit,
      settings,
    ).verdict,
  ).toBe("outside");
  expect(
    judgeDisparity(
      selectionSource([
        [30, 90],
        [28, 80],
      ]),
      limit,
      settings,
    ).verdict,
  ).toBe("not-enough-evidence");
});

test("a gap that is not significant is not thereby within", () => {
  const judged = judgeDisparity(
    selectionSource([
      [3, 10],
      [3, 10],
    ]),
    limit,
    settings,
  );
  expect(judged.verdict).toBe("not-enough-evidence");
  expect(judged.disparity.pValue).toBe(1);
});

test("with a group that has no value nothing is within, but the others can be outside", () => {
  const source = metricSource(decisionsCube(), ["race"], { rule: { kind: "decision", favourable: "1" } });
  const wide = { ...limit, disparity: "equalOpportunityDifference", bound: 0.99 };
  const judged = judgeDisparity(source, wide, settings);
  expect(judged.verdict).toBe("not-enough-evidence");
  expect(judged.unknownGroups).toEqual([{ group: { race: "d" }, reason: "no-positives" }]);
  expect(judgeDisparity(source, { ...wide, bound: 0.01 }, { ...settings, alpha: 0.4 }).verdict).toBe("outside");
});

test("a group left out for its size keeps within from being said", () => {
  const source = selectionSource([
    [3000, 10000],
    [3010, 10000],
    [1, 4],
  ]);
  const judged = judgeDisparity(source, limit, { ...settings, minimumSupport: 30 });
  expect(judged.verdict).toBe("not-enough-evidence");
  expect(judged.unknownGroups).toEqual([{ group: { g: "c" }, reason: "below-minimum-support" }]);
});

test("so many rows a group would decide: with them, four of five verdicts are", () => {
  const source = selectionSource([
    [75, 250],
    [86, 250],
  ]);
  const { requiredN, verdict } = judgeDisparity(source, limit, settings);
  expect(verdict).toBe("not-enough-evidence");
  const [p, q] = [0.3, 0.344];
  expect(requiredN).toBe(
    Math.ceil(((1.6448536269514722 + 0.8416212335729143) ** 2 * (p * (1 - p) + q * (1 - q))) / 0.056 ** 2),
  );
  const stream = new Int32Array(4);
  startStream(stream, streamKey(20261121, "power"), 0, 0);
  const n = requiredN!;
  let decided = 0;
  for (let trial = 0; trial < 300; trial++) {
    const again = selectionSource([
      [drawBinomial(stream, n, p), n],
      [drawBinomial(stream, n, q), n],
    ]);
    if (judgeDisparity(again, limit, settings).verdict === "within") decided++;
  }
  expect(decided / 300).toBeGreaterThan(0.73);
  expect(decided / 300).toBeLessThan(0.87);
});

test("rows that would decide a ratio and an equalized odds; none at the limit itself", () => {
  expect(
    judgeDisparity(
      selectionSource([
        [30, 90],
        [31, 90],
      ]),
      ratio,
      settings,
    ).requiredN,
  ).toBeGreaterThan(100);
  const source = metricSource(decisionsCube(), ["sex"], { rule: { kind: "decision", favourable: "1" } });
  const odds = { ...limit, disparity: "equalizedOddsDifference", bound: 0.15 };
  expect(judgeDisparity(source, odds, settings).requiredN).toBeGreaterThan(100);
  expect(
    judgeDisparity(
      selectionSource([
        [4, 16],
        [6, 16],
      ]),
      { ...limit, bound: 0.125 },
      settings,
    ).requiredN,
  ).toBeNull();
});

test("a limit set after its data were seen is said to be", () => {
  const source = selectionSource([
    [30, 90],
    [48, 80],
  ]);
  const setOn = (dataSeenOn?: string) =>
    judgeDisparity(source, limit, { ...settings, ...(dataSeenOn && { dataSeenOn }) }).limitSet;
  expect([setOn("2026-03-03"), setOn("2026-03-02"), setOn("2026-01-01"), setOn()]).toEqual([
    "before-the-data",
    "after-the-data",
    "after-the-data",
    "unknown",
  ]);
});

test("eight groups of 50 with one true rate: outside in 5 % of samples at most, where the plain rule says so in 99 %", () => {
  const stream = new Int32Array(4);
  startStream(stream, streamKey(20261121, "eight groups"), 0, 0);
  const trials = 400;
  let [outside, plain] = [0, 0];
  for (let trial = 0; trial < trials; trial++) {
    const groups = Array.from({ length: 8 }, (): [number, number] => [drawBinomial(stream, 50, 0.3), 50]);
    const judged = judgeDisparity(selectionSource(groups), ratio, settings);
    if (judged.verdict === "outside") outside++;
    const rates = groups.map(([x, n]) => x / n);
    if (Math.min(...rates) / Math.max(...rates) < 0.8) plain++;
  }
  expect(outside / trials).toBeLessThan(0.05);
  expect(plain / trials).toBeGreaterThan(0.98);
});

test("at the limit itself, wrong verdicts of either kind stay near 5 %", () => {
  const stream = new Int32Array(4);
  startStream(stream, streamKey(20261121, "at the limit"), 0, 0);
  const trials = 600;
  const counts = { within: 0, outside: 0, "not-enough-evidence": 0 };
  for (let trial = 0; trial < trials; trial++) {
    const source = selectionSource([
      [drawBinomial(stream, 900, 0.3), 900],
      [drawBinomial(stream, 140, 0.4), 140],
    ]);
    counts[judgeDisparity(source, limit, settings).verdict]++;
  }
  expect(counts.within / trials).toBeLessThan(0.075);
  expect(counts.outside / trials).toBeLessThan(0.075);
});

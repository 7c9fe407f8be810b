import { describe, expect, test } from "vitest";
import {
  coxRecalibration,
  spiegelhalterCalibration,
} from "../../../src/engine/fairness/calibration/cox-recalibration.ts";
import { expectedCalibrationError } from "../../../src/engine/fairness/calibration/expected-calibration-error.ts";
import { reliabilityCurve } from "../../../src/engine/fairness/calibration/reliability-curve.ts";
import { binScores } from "../../../src/engine/fairness/cube/bin-scores.ts";
import { measureDisparity } from "../../../src/engine/fairness/disparity/disparity.ts";
import type { Comparison } from "../../../src/engine/fairness/disparity/gap.ts";
import { generalizedEntropyOf } from "../../../src/engine/fairness/disparity/generalized-entropy.ts";
import { type MetricName, metricSource } from "../../../src/engine/fairness/disparity/metric-source.ts";
import { areaUnderRoc, crossAreaUnderRoc } from "../../../src/engine/fairness/rate/area-under-roc.ts";
import { scoreHistograms } from "../../../src/engine/fairness/rate/score-histogram.ts";
import { agree } from "./agree.ts";
import { decisionsCube } from "./decisions.ts";
import peers from "./peers.json" with { type: "json" };

type Values = { readonly [key: string]: number | null };
type Frame = {
  readonly overall: Values;
  readonly byGroup: { readonly [metric: string]: Values };
  readonly differenceBetweenGroups: Values;
  readonly ratioBetweenGroups: Values;
  readonly differenceToOverall: Values;
  readonly ratioToOverall: Values;
};

const settings = { rule: { kind: "decision", favourable: "1" } } as const;
const between = { comparison: "between-groups", level: 0.95, seed: 1, draws: 20 } as const;

/** Group d of race has no positive label: Fairlearn and scikit-learn give it a rate of 0 or 1 there, we give none. */
const withoutPositives = (metric: string, group: string) =>
  group.split("|").includes("d") && ["truePositiveRate", "falseNegativeRate", "balancedAccuracy"].includes(metric);

describe.each(["sex", "race", "sex race"] as const)("Fairlearn by %s", (by) => {
  const frames = peers.fairlearn[by] as unknown as { [name: string]: Frame } & { scalars: Values };
  test.each([
    ["hard", "none"],
    ["soft", "none"],
    ["weightedHard", "given"],
    ["weightedSoft", "given"],
  ] as const)("%s metrics of groups and of all", (name, weights) => {
    const source = metricSource(decisionsCube({ weights }), by.split(" "), settings);
    let compared = 0;
    for (const [metric, byGroup] of Object.entries(frames[name]!.byGroup)) {
      const measured = source.measure(metric as MetricName, 1.96);
      agree(`${metric} of all`, measured.at(-1)!.estimate, frames[name]!.overall[metric]!, 1e-12);
      for (const [g, group] of source.groups.entries()) {
        const key = Object.values(group).join("|");
        if (withoutPositives(metric, key)) expect(measured[g], `${metric} of ${key}`).toMatchObject({ estimate: null });
        else agree(`${metric} of ${key}`, measured[g]!.estimate, byGroup[key]!, 1e-12);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(7);
  });

  test.each([
    ["hard", "none"],
    ["soft", "none"],
    ["weightedHard", "given"],
  ] as const)("gaps of %s metrics", (name, weights) => {
    const source = metricSource(decisionsCube({ weights }), by.split(" "), settings);
    const frame = frames[name]!;
    for (const metric of Object.keys(frame.byGroup)) {
      // Where the peer took its 0 for a rate, its gap is another one.
      if (
        by !== "sex" &&
        withoutPositives(metric, "d") &&
        frame.byGroup[metric]![by === "race" ? "d" : "male|d"] !== null
      )
        continue;
      for (const comparison of ["between-groups", "to-overall"] as const) {
        const to = comparison === "between-groups" ? "BetweenGroups" : "ToOverall";
        for (const [kind, key] of [
          ["Difference", `difference${to}`],
          ["Ratio", `ratio${to}`],
        ] as const) {
          const gap = measureDisparity(source, metric + kind, { ...between, comparison });
          agree(`${metric}${kind} ${comparison}`, gap.estimate, frame[key as keyof Frame][metric] as number, 1e-11);
        }
      }
    }
  });

  test("named disparities", () => {
    const source = metricSource(decisionsCube(), by.split(" "), settings);
    for (const [key, value] of Object.entries(frames.scalars)) {
      const [name = "", method = ""] = key.split(" ");
      const ofPositives = name.startsWith("equalOpportunity") || name.startsWith("equalizedOdds");
      if (by !== "sex" && ofPositives) continue;
      const comparison = method.replaceAll("_", "-") as Comparison;
      agree(key, measureDisparity(source, name, { ...between, comparison }).estimate, value, 1e-12);
    }
  });
});

test("a group without positives has no true positive rate; Fairlearn's 0 makes its gap the rate of the best group", () => {
  const source = metricSource(decisionsCube(), ["race"], settings);
  const ours = measureDisparity(source, "equalOpportunityDifference", between);
  const theirs = peers.fairlearn.race.scalars["equalOpportunityDifference between_groups"];
  const rates = ["a", "b", "c"].map((race) => peers.fairlearn.race.hard.byGroup.truePositiveRate[race as "a"]);
  expect(peers.fairlearn.race.hard.byGroup.truePositiveRate.d).toBe(0);
  agree("theirs", theirs, Math.max(...rates), 1e-12);
  agree("ours", ours.estimate, Math.max(...rates) - Math.min(...rates), 1e-12);
  expect(ours.groups.find(({ group }) => group.race === "d")).toMatchObject({ excluded: "no-positives" });
});

test("Fairlearn within the levels of a control feature", () => {
  const cube = decisionsCube({ controls: ["dept"] });
  const frame = peers.fairlearn["sex by dept"] as unknown as { [key: string]: { [metric: string]: Values } };
  const dept = cube.dimensions.findIndex(({ name }) => name === "dept");
  for (const [code, level] of cube.dimensions[dept]!.values.entries()) {
    const source = metricSource(cube, ["sex"], settings, (cell) => cube.codes[dept]![cell] === code);
    for (const metric of ["selectionRate", "truePositiveRate", "falsePositiveRate", "accuracy"] as const) {
      const measured = source.measure(metric, 1.96);
      agree(`${metric} in ${level}`, measured[2]!.estimate, frame.overall![metric]![String(level)]!, 1e-12);
      for (const [g, { sex }] of source.groups.entries())
        agree(
          `${metric} of ${sex} in ${level}`,
          measured[g]!.estimate,
          frame.byGroup![metric]![`${level}|${sex}`]!,
          1e-12,
        );
      for (const kind of ["Difference", "Ratio"] as const) {
        const expected = frame[`${kind.toLowerCase()}BetweenGroups`]![metric]![String(level)]!;
        agree(
          `${metric}${kind} in ${level}`,
          measureDisparity(source, metric + kind, between).estimate,
          expected,
          1e-11,
        );
      }
    }
  }
});

test.each([
  ["sex", "none"],
  ["sex weighted", "given"],
] as const)("AIF360 by %s", (key, weights) => {
  const source = metricSource(decisionsCube({ weights }), ["sex"], settings);
  const reference = source.groups.findIndex(({ sex }) => sex === "male");
  const expected = peers.aif360[key];
  const toReference = { ...between, comparison: "to-reference", reference } as const;
  for (const [name, value] of [
    ["demographicParityDifference", expected.statisticalParityDifference],
    ["demographicParityRatio", expected.disparateImpact],
    ["equalOpportunityDifference", expected.equalOpportunityDifference],
    ["averageOddsDifference", expected.averageOddsDifference],
    ["averageAbsoluteOddsDifference", expected.averageAbsoluteOddsDifference],
    ["equalizedOddsDifference", expected.equalizedOddsDifference],
    ["falseDiscoveryRateDifference", expected.falseDiscoveryRateDifference],
    ["falseOmissionRateDifference", expected.falseOmissionRateDifference],
    ["errorRateRatio", expected.errorRateRatio],
    ["falseNegativeRateRatio", expected.falseNegativeRateRatio],
  ] as const) {
    agree(name, measureDisparity(source, name, toReference).estimate, value, 1e-11);
  }
  if (weights === "given") return; // AIF360's entropy indices know no weights.
  const { weight } = source.table;
  agree("Theil", generalizedEntropyOf(weight, { alpha: 1, unit: "row" }), expected.theilIndex, 1e-12);
  for (const alpha of ["1", "2", "3"] as const) {
    const index = generalizedEntropyOf(weight, { alpha: Number(alpha), unit: "row" });
    agree(`entropy ${alpha}`, index, expected.generalizedEntropy[alpha], 1e-12);
  }
  expect(generalizedEntropyOf(weight, { alpha: 0, unit: "row" })).toBe(Infinity);
  agree(
    "Theil between",
    generalizedEntropyOf(weight, { alpha: 1, unit: "group" }),
    expected.betweenGroupTheilIndex,
    1e-9,
  );
  const squares = generalizedEntropyOf(weight, { alpha: 2, unit: "group" });
  agree("entropy 2 between", squares, expected.betweenGroupGeneralizedEntropy2, 1e-9);
});

test("Aequitas: rates of groups and disparities to a reference", () => {
  const names = {
    selectionRate: "pprev",
    baseRate: "prev",
    accuracy: "accuracy",
    truePositiveRate: "tpr",
    falsePositiveRate: "fpr",
    trueNegativeRate: "tnr",
    falseNegativeRate: "fnr",
    positivePredictiveValue: "precision",
    falseDiscoveryRate: "fdr",
    falseOmissionRate: "for",
    negativePredictiveValue: "npv",
  } as const;
  const table = peers.aequitas as unknown as { [row: string]: Values };
  for (const [attribute, referenceValue] of [
    ["sex", "male"],
    ["race", "a"],
  ] as const) {
    const source = metricSource(decisionsCube(), [attribute], settings);
    for (const [metric, theirs] of Object.entries(names) as [MetricName, string][]) {
      const base = source.groups.findIndex((group) => group[attribute] === referenceValue);
      for (const [g, group] of source.groups.entries()) {
        const row = table[`${attribute}|${group[attribute]}`]!;
        const measured = source.measure(metric, 1.96);
        agree(`${metric} of ${group[attribute]}`, measured[g]!.estimate, row[theirs]!, 1e-12);
        const ratio = measured[g]!.estimate === null ? null : measured[g]!.estimate! / measured[base]!.estimate!;
        if (`${theirs}_disparity` in row) agree(`${metric} disparity`, ratio, row[`${theirs}_disparity`]!, 1e-12);
      }
    }
  }
});

describe("calibration and ranks by group", () => {
  const { groups, histograms } = scoreHistograms(decisionsCube(), ["sex"]);
  const expected = peers.calibration;
  test.each(["all", "sex female", "sex male"] as const)("%s: statsmodels and counting pairs", (key) => {
    const g = key === "all" ? histograms.length - 1 : groups.findIndex(({ sex }) => `sex ${sex}` === key);
    const [histogram, value] = [histograms[g]!, expected[key]];
    const curve = reliabilityCurve(histogram);
    for (const [k, [rate, score, n]] of value.bins.entries()) {
      agree("rate", curve[k]!.observedRate, rate!, 1e-12);
      agree("score", curve[k]!.meanScore, score!, 1e-12);
      expect(curve[k]!.weight).toBe(n);
    }
    agree("ECE", expectedCalibrationError(histogram).expected, value.ece, 1e-12);
    agree("largest", expectedCalibrationError(histogram).largest, value.mce, 1e-12);
    const cox = coxRecalibration(histogram, 1)!;
    agree("intercept", cox.intercept.estimate, value.intercept, 1e-6);
    agree("slope", cox.slope.estimate, value.slope, 1e-6);
    agree("intercept's error", cox.intercept.high - cox.intercept.estimate, value.interceptSe, 1e-6);
    agree("slope's error", cox.slope.high - cox.slope.estimate, value.slopeSe, 1e-6);
    agree("likelihood ratio", cox.chiSquare, value.chiSquare, 1e-6);
    agree("Spiegelhalter", spiegelhalterCalibration(histogram)!.z, value.spiegelhalter, 1e-9);
    const auc = areaUnderRoc(histogram, 1);
    if (auc.estimate === null) throw new Error("no area");
    agree("AUC", auc.estimate, value.auc, 1e-12);
    const logit = (x: number) => Math.log(x / (1 - x));
    const error = (logit(auc.high) - logit(auc.estimate)) * auc.estimate * (1 - auc.estimate);
    agree("DeLong's variance", error ** 2, value.delongVariance, 1e-9);
  });

  test("scores of one group's positives against the other's negatives", () => {
    const [female, male] = ["female", "male"].map((name) => histograms[groups.findIndex(({ sex }) => sex === name)]!);
    agree("female above male", crossAreaUnderRoc(female!, male!), expected.xAUC[0]!, 1e-12);
    agree("male above female", crossAreaUnderRoc(male!, female!), expected.xAUC[1]!, 1e-12);
  });

  test("from bins the means are the same but for rounding; the AUC is off by no more than the ties inside bins", () => {
    const source = metricSource(binScores(decisionsCube(), 25), ["sex"], settings);
    const exact = metricSource(decisionsCube(), ["sex"], settings);
    for (const metric of ["brier", "logLoss", "meanScore", "meanError"] as const) {
      for (const [g, measured] of source.measure(metric, 1.96).entries())
        agree(metric, measured.estimate, exact.measure(metric, 1.96)[g]!.estimate, 1e-9);
    }
    const binned = source.histograms().histograms.at(-1)!;
    const [positives, negatives] = [binned.n[0], binned.n[1]];
    let bound = 0;
    for (const [k, p] of binned.positive.entries()) bound += (p / positives) * (binned.negative[k]! / negatives) * 0.5;
    const away = Math.abs(source.measure("auc", 1.96).at(-1)!.estimate! - exact.measure("auc", 1.96).at(-1)!.estimate!);
    expect(away).toBeGreaterThan(0);
    expect(away).toBeLessThanOrEqual(bound);
  });
});

import { COMPOSITE_METRICS, type CountMetricName, countMetricOf } from "../../engine/fairness/rate/count-metric.ts";
import { RATES, type RateName } from "../../engine/fairness/rate/rate.ts";
import type { AuditReport, GroupCounts } from "../audit-report.ts";
import { outcomeNames } from "./audit-formulas.ts";
import { plainNumber } from "./plain-number.ts";

type Group = AuditReport["groups"][number]["group"];

/** A metric's value by its counts, and its formula with the numbers put in. */
interface Opened {
  readonly value: number;
  readonly numbers: string;
  readonly counts: readonly { readonly name: string; readonly value: number }[];
}

/** The value of a metric by its counts, and the numbers in its formula; null where the report does not carry them. */
export function openMetric(report: AuditReport, name: string, group: Group, counts: GroupCounts): Opened | null {
  if (name === "expectedCalibrationError") return openCalibration(report, group);
  return isCountMetric(name) ? openCounts(name, counts) : openScores(report, name, group, counts);
}

function isCountMetric(name: string): name is CountMetricName {
  return name in RATES || (COMPOSITE_METRICS as readonly string[]).includes(name);
}

function openCounts(name: CountMetricName, counts: GroupCounts): Opened | null {
  const block = blockOf(counts);
  if (block === null) return null;
  const [tp, fn, fp, tn] = [block[0]!, block[1]!, block[3]!, block[4]!];
  const used = name in RATES ? RATES[name as RateName].among : [0, 1, 3, 4];
  return {
    value: countMetricOf(block, 0, name),
    numbers: name in RATES ? rateNumbers(block, name as RateName) : compositeNumbers(name, [tp, fn, fp, tn]),
    counts: outcomeNames.flatMap(({ name: outcome }, k) => {
      const isUsed = (used as readonly number[]).includes(k);
      return isUsed && (block[k]! > 0 || [0, 1, 3, 4].includes(k))
        ? [{ name: counts.weights ? `weight of ${outcome}` : outcome, value: block[k]! }]
        : [];
    }),
  };
}

function rateNumbers(block: Float64Array, name: RateName): string {
  const sum = (outcomes: readonly number[]) => outcomes.reduce((total, outcome) => total + block[outcome]!, 0);
  return `${plainNumber(sum(RATES[name].of))} ÷ ${plainNumber(sum(RATES[name].among))}`;
}

function compositeNumbers(name: CountMetricName, cells: readonly number[]): string {
  const [tp, fn, fp, tn] = cells.map(plainNumber);
  switch (name) {
    case "balancedAccuracy":
      return `(${tp} ÷ (${tp} + ${fn}) + ${tn} ÷ (${fp} + ${tn})) ÷ 2`;
    case "averageOdds":
      return `(${tp} ÷ (${tp} + ${fn}) + ${fp} ÷ (${fp} + ${tn})) ÷ 2`;
    case "f1":
      return `2 × ${tp} ÷ (2 × ${tp} + ${fp} + ${fn})`;
    default:
      return `${fn} ÷ ${fp}`;
  }
}

function openScores(report: AuditReport, name: string, group: Group, { scored }: GroupCounts): Opened | null {
  if (scored === null) return null;
  const { weight, positives } = scored;
  if (name === "auc") {
    if (positives === null) return null;
    const figure = figuresOf(report, group)?.auc;
    const pairs = positives * (weight - positives);
    const value = figure?.estimate ?? Number.NaN;
    // The order of scores is not in the report: what it carries is how many pairs of all are in the right order.
    return {
      value,
      numbers: `${plainNumber(value * pairs)} ÷ (${plainNumber(positives)} × ${plainNumber(weight - positives)})`,
      counts: [
        { name: "positives", value: positives },
        { name: "negatives", value: weight - positives },
      ],
    };
  }
  if (name === "rSquared") return openExplainedShare(scored);
  const sums: { readonly [metric: string]: number | null } = {
    brier: scored.squaredError,
    logLoss: scored.logLoss,
    meanScore: scored.score,
    meanOutcome: scored.score + scored.error,
    meanError: scored.error,
    meanAbsoluteError: scored.absoluteError,
    meanSquaredError: scored.squaredError,
    rootMeanSquaredError: scored.squaredError,
  };
  const sum = sums[name];
  if (sum === undefined || sum === null) return null;
  const isRoot = name === "rootMeanSquaredError";
  const quotient = `${plainNumber(sum)} ÷ ${plainNumber(weight)}`;
  return {
    value: isRoot ? Math.sqrt(sum / weight) : sum / weight,
    numbers: isRoot ? `√(${quotient})` : quotient,
    counts: [
      { name: "sum", value: sum },
      { name: "weight", value: weight },
    ],
  };
}

function openExplainedShare({
  weight,
  score,
  error,
  squaredError,
  outcomeSquares,
}: NonNullable<GroupCounts["scored"]>): Opened | null {
  if (outcomeSquares === null) return null;
  const outcome = score + error;
  const [of, among] = [squaredError, outcomeSquares - (outcome * outcome) / weight];
  const numbers = `${plainNumber(outcomeSquares)} − ${plainNumber(outcome)}² ÷ ${plainNumber(weight)}`;
  return {
    value: among > 1e-12 * outcomeSquares ? 1 - of / among : Number.NaN,
    numbers: `1 − ${plainNumber(of)} ÷ (${numbers})`,
    counts: [
      { name: "squared distances", value: squaredError },
      { name: "squared outcomes", value: outcomeSquares },
      { name: "outcomes", value: outcome },
      { name: "weight", value: weight },
    ],
  };
}

function openCalibration({ calibration }: AuditReport, group: Group): Opened | null {
  const found = calibration.find((one) => sameGroup(one.group, group));
  if (found === undefined || found.curve.length === 0) return null;
  const total = found.curve.reduce((sum, { weight }) => sum + weight, 0);
  const parts = found.curve.map(({ weight, observedRate, meanScore }) => ({
    value: (weight / total) * Math.abs(observedRate - meanScore),
    text: `${plainNumber(weight)} ÷ ${plainNumber(total)} × |${plainNumber(observedRate)} − ${plainNumber(meanScore)}|`,
  }));
  return {
    value: parts.reduce((sum, { value }) => sum + value, 0),
    numbers: parts.map(({ text }) => text).join(" + "),
    counts: found.curve.map(({ from, to, weight }) => ({
      name: `scores from ${plainNumber(from)} to ${plainNumber(to)}`,
      value: weight,
    })),
  };
}

/** Counts as the engine has them: nine outcomes, by weight where there are weights. */
export function blockOf({ rows, weights }: GroupCounts): Float64Array | null {
  const counts = weights ?? rows;
  return counts && Float64Array.from(outcomeNames, ({ key }) => counts[key]);
}

function figuresOf(report: AuditReport, group: Group): AuditReport["overall"] | undefined {
  if (Object.keys(group).length === 0) return report.overall;
  return report.groups.find((one) => sameGroup(one.group, group))?.metrics;
}

/** Whether two groups have the same values of the same attributes. */
export function sameGroup(a: Group, b: Group): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

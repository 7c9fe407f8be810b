import { priorities } from "../../engine/scoring/ahp/priorities.ts";
import { compositeScore } from "../../engine/scoring/composite/composite-score.ts";
import { rankStability } from "../../engine/scoring/composite/rank-stability.ts";
import { kendallConcordance } from "../../engine/scoring/kendall-concordance.ts";
import type { WeighFile, Weighting } from "../weigh-file.ts";
import type { WeighReport } from "../weigh-report.ts";
import { ratioOf } from "./ratio-of.ts";
import { scenarioValues } from "./scenario-values.ts";

const method = { name: "weighted-composite", version: "1" } as const;
const draws = 4000;
/** An order less probable than this is not to be leant on. */
const sureOrder = 0.9;

/**
 * Every scenario's score under one weighting, in order, with how sure the order is.
 *
 * @throws RangeError when there is no such version, or its judgements do not link all dimensions
 */
export function weighScenarios(
  file: WeighFile,
  { version, seed }: { readonly version?: string; readonly seed: number },
): WeighReport {
  const { dimensions, scenarios, wobble } = file;
  const weighting = weightingOf(file, version);
  const { weights, warnings } = weightsOf(
    weighting,
    dimensions.map(({ id }) => id),
  );
  const how = weighting.aggregate;
  const valued = scenarios.map((scenario) => ({ scenario, ...scenarioValues(file, scenario.ratings) }));
  const unratedOf = (values: readonly (number | null)[]) =>
    dimensions.filter((_, k) => weights[k]! > 0 && values[k] === null).map(({ id }) => id);
  const scored = valued.filter(({ values }) => unratedOf(values).length === 0);
  const stability = rankStability(
    scored.map(({ spreads }) => spreads.map((spread) => spread ?? [{ value: 0, probability: 1 }])),
    { weights, how, concentration: wobble.concentration, draws, seed },
  );
  const lines = valued.map(({ scenario, values }) => {
    const place = scored.findIndex((one) => one.scenario.id === scenario.id);
    const unrated = unratedOf(values);
    const bound = (missing: number) =>
      compositeScore(
        values.map((value) => value ?? missing),
        weights,
        how,
      );
    const found = place < 0 ? null : bound(0);
    return {
      id: scenario.id,
      place,
      score: found?.score ?? null,
      low: place < 0 ? bound(0).score : Math.min(stability.scores[place]!.low, found!.score),
      high: place < 0 ? bound(1).score : Math.max(stability.scores[place]!.high, found!.score),
      ranks: place < 0 ? null : [...stability.ranks[place]!],
      contributions: dimensions.map(({ id }, k) => ({
        dimension: id,
        value: values[k]!,
        contribution: found ? found.contributions[k]! : null,
      })),
      unrated,
    };
  });
  const ordered = lines.toSorted(byScore).map((line) => ({
    ...line,
    rank: line.score === null ? null : 1 + lines.filter(({ score }) => score !== null && score > line.score!).length,
  }));
  const withScore = ordered.filter(({ score }) => score !== null);
  const order = withScore.slice(1).map((below, k) => {
    const above = withScore[k]!;
    return { above: above.id, below: below.id, probability: stability.above[above.place]![below.place]! };
  });
  return {
    weighting: {
      version: weighting.version,
      on: weighting.on ?? null,
      aggregate: how,
      basis: weighting.weights ? "weights" : weighting.stakeholders ? "stakeholders" : "judgements",
      weights: dimensions.map(({ id }, k) => ({ dimension: id, weight: weights[k]! })),
    },
    versions: file.weightings.map((one) => one.version),
    seed,
    method,
    scenarios: ordered.map(({ place: _, ...line }) => line),
    order,
    agreement: agreementOf(weighting, file),
    gate: gateOf(file, ordered),
    warnings: [...warnings, ...warningsOf(ordered, order)],
  };
}

function weightingOf({ weightings }: WeighFile, version: string | undefined): Weighting {
  const found = version === undefined ? weightings.at(-1) : weightings.find((one) => one.version === version);
  if (found) return found;
  const known = weightings.map((one) => one.version).join(", ");
  throw new RangeError(`no weights of version ${version}; ask for one of ${known}`);
}

function weightsOf(
  weighting: Weighting,
  names: readonly string[],
): { weights: number[]; warnings: WeighReport["warnings"] } {
  if (weighting.weights) return { weights: normalized(weighting.weights, names), warnings: [] };
  if (weighting.stakeholders) {
    const shares = weighting.stakeholders.map(({ share = 1 }) => share);
    const total = shares.reduce((sum, share) => sum + share, 0);
    const lists = weighting.stakeholders.map(({ weights }) => normalized(weights, names));
    return {
      weights: names.map((_, k) => lists.reduce((sum, list, s) => sum + (shares[s]! / total) * list[k]!, 0)),
      warnings: [],
    };
  }
  const judgements = (weighting.judgements ?? []).map(({ left, right, ratio }) => ({
    left,
    right,
    ratio: ratioOf(ratio),
  }));
  const found = priorities(names, judgements);
  const message = `judgements of the dimensions have a consistency ratio of ${found.consistencyRatio.toFixed(3)}, not below ${found.consistencyLimit}; plimsoll ahp shows which contradict one another`;
  return {
    weights: found.weights.map(({ weight }) => weight),
    warnings: found.consistencyRatio >= found.consistencyLimit ? [{ code: "inconsistent", message }] : [],
  };
}

function normalized(weights: { readonly [dimension: string]: number }, names: readonly string[]): number[] {
  const sum = names.reduce((total, name) => total + weights[name]!, 0);
  return names.map((name) => weights[name]! / sum);
}

type Line = { readonly id: string; readonly score: number | null; readonly high: number };

/** Highest score first; without a score last, the worst that it could be first. */
function byScore(a: Line, b: Line): number {
  if (a.score === null || b.score === null)
    return Number(a.score === null) - Number(b.score === null) || b.high - a.high;
  return b.score - a.score;
}

function agreementOf({ stakeholders }: Weighting, file: WeighFile): WeighReport["agreement"] {
  if (!stakeholders) return null;
  const names = file.dimensions.map(({ id }) => id);
  return kendallConcordance(stakeholders.map(({ weights }) => names.map((name) => weights[name]!)));
}

function gateOf({ gate, scenarios }: WeighFile, lines: readonly Line[]): WeighReport["gate"] {
  if (!gate) return null;
  const reached = lines.filter(({ high }) => high >= gate.score).map(({ id }) => id);
  const tested = new Set(scenarios.filter((one) => one.tested !== undefined).map(({ id }) => id));
  return {
    score: gate.score,
    open: reached.filter((id) => !tested.has(id)),
    tested: reached.filter((id) => tested.has(id)),
  };
}

function warningsOf(
  lines: readonly { readonly id: string; readonly unrated: readonly string[] }[],
  order: WeighReport["order"],
): WeighReport["warnings"] {
  return [
    ...lines
      .filter(({ unrated }) => unrated.length > 0)
      .map(({ id, unrated }) => ({
        code: "unrated",
        message: `${id}: not rated on ${unrated.join(", ")}; it has no score`,
      })),
    ...order
      .filter(({ probability }) => probability < sureOrder)
      .map(({ above, below, probability }) => ({
        code: "unsure-order",
        message: `${above} before ${below} is only ${Math.round(100 * probability)} % probable`,
      })),
  ];
}

import { priorities } from "../../engine/scoring/ahp/priorities.ts";
import { compositeScore } from "../../engine/scoring/composite/composite-score.ts";
import type { RatingSpread } from "../../engine/scoring/composite/rank-stability.ts";
import type { WeighFile, Weighting } from "../weigh-file.ts";
import type { WeighReport } from "../weigh-report.ts";
import { ratioOf } from "./ratio-of.ts";
import { scenarioValues } from "./scenario-values.ts";

export interface ScoredScenario {
  readonly id: string;
  /** 0 to 1; null where a dimension that counts is not rated. */
  readonly score: number | null;
  /** The score itself; of an unrated one its best and its worst case. */
  readonly least: number;
  readonly most: number;
  /** 1 is the highest; alike where scores are. Null without a score. */
  readonly rank: number | null;
  readonly contributions: WeighReport["scenarios"][number]["contributions"];
  readonly unrated: readonly string[];
  readonly spreads: readonly (RatingSpread | null)[];
}

interface ScoredScenarios {
  readonly weighting: Weighting;
  /** One a dimension, summing to 1. */
  readonly weights: readonly number[];
  readonly warnings: WeighReport["warnings"];
  /** In the file's order. */
  readonly scenarios: readonly ScoredScenario[];
}

/**
 * Every scenario's score under one weighting, the last unless a version is given. How sure they are is not computed: this
 * takes no time, and a page can have it while somebody types.
 *
 * @throws RangeError when there is no such version, or its judgements do not link all dimensions
 */
export function scoreScenarios(file: WeighFile, version: string | undefined): ScoredScenarios {
  const { dimensions, scenarios } = file;
  const weighting = weightingOf(file, version);
  const { weights, warnings } = weightsOf(
    weighting,
    dimensions.map(({ id }) => id),
  );
  const scored = scenarios.map(({ id, ratings }) => {
    const { values, spreads } = scenarioValues(file, ratings);
    const unrated = dimensions.filter((_, k) => weights[k]! > 0 && values[k] === null).map((dimension) => dimension.id);
    const bound = (missing: number) =>
      compositeScore(
        values.map((value) => value ?? missing),
        weights,
        weighting.aggregate,
      );
    const [least, most] = [bound(0), bound(1)];
    const found = unrated.length === 0 ? least : null;
    return {
      id,
      score: found?.score ?? null,
      least: least.score,
      most: found?.score ?? most.score,
      contributions: dimensions.map((dimension, k) => ({
        dimension: dimension.id,
        value: values[k]!,
        contribution: found ? found.contributions[k]! : null,
      })),
      unrated,
      spreads,
    };
  });
  return {
    weighting,
    weights,
    warnings,
    scenarios: scored.map((one) => ({
      ...one,
      rank: one.score === null ? null : 1 + scored.filter(({ score }) => score !== null && score > one.score!).length,
    })),
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

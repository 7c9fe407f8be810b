import type { MetricSource } from "../disparity/metric-source.ts";
import type { Group } from "../group/group.ts";
import { areaBetweenRocs } from "../rate/area-between-rocs.ts";
import { crossAreaUnderRoc } from "../rate/area-under-roc.ts";
import type { ScoreHistogram } from "../rate/score-histogram.ts";

/** How the scores of a group rank beside those of another. Plain values: above 0 by chance too, and more so in small groups. */
export interface RankGap {
  readonly attributes: readonly string[];
  readonly group: Group;
  readonly reference: Group;
  /** ABROCA, in [0, 1]. */
  readonly areaBetweenRocs: number;
  /** xAUC: probability that a positive of the group is above a negative of the reference, and the other way round. */
  readonly crossAuc: { readonly ofGroup: number; readonly ofReference: number };
}

/** Of more groups nobody reads the ranks. */
const MOST_GROUPS = 500;

/**
 * Every group beside the one with most labelled scores, where both have positives and negatives.
 *
 * @returns empty without scores, and with more than 500 groups
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f", "m"] }, { name: "label", role: "label", values: ["0", "1"] }, { name: "score", role: "score", values: [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] }];
 * const codes = [Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1), Int32Array.of(1, 1, 0, 0, 1, 1, 0, 0), Int32Array.of(7, 6, 5, 1, 4, 2, 3, 0)];
 * const cube = { dimensions, codes, n: Float64Array.of(1, 1, 1, 1, 1, 1, 1, 1), sums: {}, scores: { kind: "exact" }, positiveLabel: "1" };
 * rankGaps(metricSource(cube, ["sex"], { rule: { kind: "threshold", at: 0.5 } }))[0].crossAuc // => { ofGroup: 0.5, ofReference: 1 }
 */
export function rankGaps(source: MetricSource): RankGap[] {
  if (source.groups.length > MOST_GROUPS) return [];
  const { histograms } = source.histograms();
  const ranked = source.groups.flatMap((group, g) => {
    const histogram = histograms[g];
    return histogram && histogram.n[0] > 0 && histogram.n[1] > 0 ? [{ group, histogram }] : [];
  });
  const rows = ({ n }: ScoreHistogram) => n[0] + n[1];
  const [first, ...others] = ranked;
  if (first === undefined) return [];
  const reference = others.reduce((most, one) => (rows(one.histogram) > rows(most.histogram) ? one : most), first);
  return ranked
    .filter((one) => one !== reference)
    .map(({ group, histogram }) => ({
      attributes: source.attributes,
      group,
      reference: reference.group,
      areaBetweenRocs: areaBetweenRocs(histogram, reference.histogram),
      crossAuc: {
        ofGroup: crossAreaUnderRoc(histogram, reference.histogram),
        ofReference: crossAreaUnderRoc(reference.histogram, histogram),
      },
    }));
}

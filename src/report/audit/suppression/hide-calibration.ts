import type { AuditReport } from "../../../contract/audit-report.ts";
import { normalQuantile } from "../../../engine/stats/normal-quantile.ts";
import { wilsonInterval } from "../../../engine/stats/wilson-interval.ts";
import { hiddenGroups } from "./hidden-groups.ts";
import { keyOf } from "./roll-up-equations.ts";
import type { HiddenLayers } from "./small-counts.ts";

type Calibration = AuditReport["calibration"][number];
type Bin = Calibration["curve"][number];

/** With fewer bins a curve says too little to make others coarser for it. */
const fewestBins = 4;

/**
 * Calibration as it is shared: bins joined until each has the least number of positives and of negatives in every group
 * that is drawn, the same bins for all, so that none is another's difference. Groups too sparse for that have no curve.
 *
 * @param weighted - rows with weights: their bins do not tell rows, so that a curve with a small bin is left out
 */
export function shownCalibration(
  calibration: readonly Calibration[],
  { level, weighted }: { readonly level: number; readonly weighted: boolean },
  layers: HiddenLayers,
): Calibration[] {
  const shown = calibration.filter(({ group }) => !layers.hides("scores", group));
  const [edges, kept] = commonEdges(shown, layers.below, weighted);
  const places = new Map(layers.places.map((group, place) => [keyOf(group), place]));
  const without = layers.places.flatMap((group, place) => (kept.has(keyOf(group)) ? [] : [place]));
  // A curve that is left out must not follow from the others.
  const counts = layers.places.map(() => [layers.below]);
  const { hidden } = hiddenGroups({ ...layers, counts, hidden: without });
  return shown.map((one) => {
    const hasCurve = kept.has(keyOf(one.group)) && !hidden.has(places.get(keyOf(one.group)) ?? 0);
    return { ...one, curve: hasCurve ? joined(one.curve, edges, normalQuantile((1 + level) / 2)) : [] };
  });
}

/** Upper edges of the bins, and the groups that are drawn with them: the largest first. */
function commonEdges(shown: readonly Calibration[], below: number, weighted: boolean): [number[], Set<string>] {
  const all = [...new Set(shown.flatMap(({ curve }) => curve.map(({ to }) => to)))].sort((a, b) => a - b);
  if (weighted) {
    const dense = shown.filter(({ curve }) => curve.every((bin) => isDense([bin], below)));
    return [all, new Set(dense.length === shown.length ? dense.map(({ group }) => keyOf(group)) : [])];
  }
  let edges = all;
  const drawn: Calibration[] = [];
  for (const one of [...shown].sort((a, b) => b.n - a.n)) {
    const coarser = densest(all, [...drawn, one], below);
    if (coarser.length < Math.min(fewestBins, edges.length)) continue;
    edges = coarser;
    drawn.push(one);
  }
  return [edges, new Set(drawn.map(({ group }) => keyOf(group)))];
}

/** The finest edges at which every bin of every curve has enough rows of either kind. */
function densest(all: readonly number[], curves: readonly Calibration[], below: number): number[] {
  const edges: number[] = [];
  let from = Number.NEGATIVE_INFINITY;
  const areDense = (low: number, high: number) =>
    curves.every(({ curve }) =>
      isDense(
        curve.filter(({ to }) => to > low && to <= high),
        below,
      ),
    );
  for (const edge of all) {
    if (!areDense(from, edge)) continue;
    edges.push(edge);
    from = edge;
  }
  const last = all.at(-1);
  if (last === undefined || edges.length === 0) return [];
  // What is left over at the top joins the last bin.
  if (edges.at(-1) !== last) edges[edges.length - 1] = last;
  return edges;
}

function isDense(bins: readonly Bin[], below: number): boolean {
  const positives = bins.reduce((sum, { weight, observedRate }) => sum + Math.round(weight * observedRate), 0);
  const rows = bins.reduce((sum, { weight }) => sum + weight, 0);
  return positives >= below && rows - positives >= below;
}

function joined(curve: readonly Bin[], edges: readonly number[], critical: number): Bin[] {
  return edges.flatMap((edge, k) => {
    const low = edges[k - 1] ?? Number.NEGATIVE_INFINITY;
    const bins = curve.filter(({ to }) => to > low && to <= edge);
    if (bins.length === 1) return bins.map((bin) => ({ ...bin }));
    const weight = bins.reduce((sum, bin) => sum + bin.weight, 0);
    if (weight === 0) return [];
    const mean = (value: (bin: Bin) => number) => bins.reduce((sum, bin) => sum + bin.weight * value(bin), 0) / weight;
    const observedRate = mean((bin) => bin.observedRate);
    const [from, to] = wilsonInterval(observedRate * weight, weight, critical);
    return [
      {
        from: edges[k - 1] ?? bins[0]!.from,
        to: edge,
        weight,
        meanScore: mean((bin) => bin.meanScore),
        observedRate,
        low: from,
        high: to,
      },
    ];
  });
}

import type { ScoreHistogram } from "./score-histogram.ts";

/**
 * Area between the ROC curves of two groups, ∫|ROC_a − ROC_b| over the false positive rate (ABROCA, Gardner, Brooks and
 * Baker 2019), in [0, 1]. Unlike a difference of areas it is 0 only where the curves are one. Ties are straight stretches.
 *
 * @returns NaN where a group lacks positives or negatives
 * @example
 * const a = { edge: [0.3, 0.7], positive: [0, 1], negative: [1, 0] };
 * const b = { edge: [0.3, 0.7], positive: [1, 0], negative: [0, 1] };
 * areaBetweenRocs(a, b) // => 1
 */
export function areaBetweenRocs(a: ScoreHistogram, b: ScoreHistogram): number {
  const [first, second] = [curveOf(a), curveOf(b)];
  if (first === null || second === null) return Number.NaN;
  let [i, j, from, area] = [0, 0, 0, 0];
  while (from < 1) {
    // Of each curve the stretch that leads on from here: where it rises straight up, the one after.
    while (first.x[i + 1]! <= from) i++;
    while (second.x[j + 1]! <= from) j++;
    const to = Math.min(first.x[i + 1]!, second.x[j + 1]!);
    const left = heightAt(first, i, from) - heightAt(second, j, from);
    const right = heightAt(first, i, to) - heightAt(second, j, to);
    const width = to - from;
    // Two triangles where the curves cross, else a trapezium.
    area +=
      left * right < 0
        ? (width * (left * left + right * right)) / (2 * (Math.abs(left) + Math.abs(right)))
        : (width * Math.abs(left + right)) / 2;
    from = to;
  }
  return area;
}

/** From nobody to everybody selected: false and true positive rates, ascending. */
interface Curve {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function curveOf({ positive, negative }: ScoreHistogram): Curve | null {
  const slots = positive.length;
  const curve = { x: new Float64Array(slots + 1), y: new Float64Array(slots + 1) };
  for (let k = 1; k <= slots; k++) {
    curve.x[k] = curve.x[k - 1]! + negative[slots - k]!;
    curve.y[k] = curve.y[k - 1]! + positive[slots - k]!;
  }
  const [negatives, positives] = [curve.x[slots]!, curve.y[slots]!];
  if (!(positives > 0 && negatives > 0)) return null;
  for (let k = 1; k <= slots; k++) {
    curve.x[k]! /= negatives;
    curve.y[k]! /= positives;
  }
  return curve;
}

/** Height on the stretch that begins at a point. */
function heightAt({ x, y }: Curve, from: number, at: number): number {
  const width = x[from + 1]! - x[from]!;
  return y[from]! + ((y[from + 1]! - y[from]!) * (at - x[from]!)) / width;
}

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
  const stops = Float64Array.from(new Set([...first.map(({ x }) => x), ...second.map(({ x }) => x)])).sort();
  let area = 0;
  for (let k = 1; k < stops.length; k++) {
    const [from, to] = [stops[k - 1]!, stops[k]!];
    const left = heightAt(first, from, "right") - heightAt(second, from, "right");
    const right = heightAt(first, to, "left") - heightAt(second, to, "left");
    const width = to - from;
    // Two triangles where the curves cross, else a trapezium.
    area +=
      left * right < 0
        ? (width * (left * left + right * right)) / (2 * (Math.abs(left) + Math.abs(right)))
        : (width * Math.abs(left + right)) / 2;
  }
  return area;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** From nobody to everybody selected. */
function curveOf({ positive, negative }: ScoreHistogram): Point[] | null {
  const [positives, negatives] = [positive, negative].map((column) => column.reduce((sum, w) => sum + w, 0));
  if (!(positives! > 0 && negatives! > 0)) return null;
  let [tp, fp] = [0, 0];
  const points = [{ x: 0, y: 0 }];
  for (let k = positive.length - 1; k >= 0; k--) {
    tp += positive[k]!;
    fp += negative[k]!;
    points.push({ x: k === 0 ? 1 : fp / negatives!, y: k === 0 ? 1 : tp / positives! });
  }
  return points;
}

/** Height of a curve beside a place, where it may rise straight up. */
function heightAt(curve: readonly Point[], x: number, side: "left" | "right"): number {
  let [low, high] = [0, curve.length - 1];
  if (side === "right") {
    // The last point at x or before it.
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (curve[middle]!.x <= x) low = middle;
      else high = middle - 1;
    }
    return between(curve[low]!, curve[low + 1], x);
  }
  // The first point at x or after it.
  while (low < high) {
    const middle = (low + high) >> 1;
    if (curve[middle]!.x >= x) high = middle;
    else low = middle + 1;
  }
  return between(curve[low - 1] ?? curve[low]!, curve[low], x);
}

function between(from: Point, to: Point | undefined, x: number): number {
  if (to === undefined || to.x === from.x) return from.y;
  return from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
}

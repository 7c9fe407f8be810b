/** Masses of a year's loss at offset, offset + step, offset + 2·step … */
export interface YearMasses {
  readonly offset: number;
  readonly step: number;
  readonly masses: Float64Array;
}

/** A distribution function in straight pieces, a jump where two knots share a loss. */
export interface LossCurve {
  readonly loss: Float64Array;
  readonly reached: Float64Array;
}

/** A cell this many times heavier than its neighbours holds an atom, not a density. */
const SPIKE = 8;
/** A level reached to this much is reached: sums of masses miss by rounding. */
const REACHED = 1e-12;

/**
 * The distribution function that masses on a grid stand for.
 *
 * "steps": the losses lie on the grid, every mass is a jump. "smooth": a mass stands for the step around its loss, but
 * for the known probability of no loss, which is a jump at 0, and for masses that tower over their neighbours.
 *
 * @example
 * lossCurve({ offset: 0, step: 1, masses: Float64Array.of(0.5, 0.5) }, { none: 0.5, reading: "steps" }).loss.length // => 4
 */
export function lossCurve(
  { offset, step, masses }: YearMasses,
  { none, reading }: { readonly none: number; readonly reading: "steps" | "smooth" },
): LossCurve {
  const cells = masses.length;
  const loss = new Float64Array(3 * cells + 2);
  const reached = new Float64Array(3 * cells + 2);
  let size = 0;
  let sum = 0;
  const knot = (at: number, level: number) => {
    loss[size] = at;
    reached[size++] = Math.min(1, level);
  };
  for (let cell = 0; cell < cells; cell++) {
    const at = offset + cell * step;
    const mass = masses[cell]!;
    if (reading === "steps") {
      if (!(mass > 0)) continue;
      knot(at, sum);
      sum += mass;
      knot(at, sum);
    } else if (at === 0) {
      knot(0, 0);
      knot(0, none);
      sum = Math.max(none, mass);
      knot(step / 2, sum);
    } else {
      if (cell === 0) knot(at - step / 2, 0);
      const before = cell > 1 || offset > 0 ? (masses[cell - 1] ?? 0) : 2 * Math.max(0, masses[0]! - none);
      const around = (before + (masses[cell + 1] ?? 0)) / 2;
      if (mass > 1e-9 && mass > SPIKE * around) {
        knot(at, sum + around / 2);
        knot(at, sum + mass - around / 2);
      }
      sum += mass;
      knot(at + step / 2, sum);
    }
  }
  if (size === 0) knot(offset, 1);
  return { loss: loss.subarray(0, size), reached: reached.subarray(0, size) };
}

/**
 * The smallest loss whose distribution function reaches p: inf { x : F(x) ≥ p }. The end of the curve where it is
 * never reached.
 *
 * @example
 * curveQuantile({ loss: Float64Array.of(0, 0, 2), reached: Float64Array.of(0, 0.5, 1) }, 0.75) // => 1
 */
export function curveQuantile({ loss, reached }: LossCurve, p: number): number {
  const level = p - REACHED;
  let from = 0;
  let to = reached.length;
  while (from < to) {
    const half = (from + to) >> 1;
    if (reached[half]! >= level) to = half;
    else from = half + 1;
  }
  if (from === 0 || from === reached.length) return loss[Math.min(from, reached.length - 1)]!;
  const share = (p - reached[from - 1]!) / (reached[from]! - reached[from - 1]!);
  return loss[from - 1]! + Math.min(1, share) * (loss[from]! - loss[from - 1]!);
}

/**
 * P(S ≤ x) on the curve: 0 before its first loss, its last level after.
 *
 * @example
 * curveCdf({ loss: Float64Array.of(0, 0, 2), reached: Float64Array.of(0, 0.5, 1) }, 1) // => 0.75
 */
export function curveCdf({ loss, reached }: LossCurve, x: number): number {
  let from = 0;
  let to = loss.length;
  while (from < to) {
    const half = (from + to) >> 1;
    if (loss[half]! > x) to = half;
    else from = half + 1;
  }
  if (from === 0) return 0;
  if (from === loss.length) return reached[from - 1]!;
  const width = loss[from]! - loss[from - 1]!;
  return reached[from - 1]! + ((x - loss[from - 1]!) / width) * (reached[from]! - reached[from - 1]!);
}

/**
 * E[min(S, x)] = ∫₀ˣ (1 − F), for a loss that is never negative.
 *
 * @example
 * curveLimitedExpectation({ loss: Float64Array.of(0, 0, 2), reached: Float64Array.of(0, 0.5, 1) }, 2) // => 0.5
 */
export function curveLimitedExpectation({ loss, reached }: LossCurve, x: number): number {
  let area = Math.min(x, Math.max(0, loss[0]!));
  let k = 1;
  for (; k < loss.length && loss[k]! <= x; k++) {
    area += (loss[k]! - loss[k - 1]!) * (1 - 0.5 * (reached[k]! + reached[k - 1]!));
  }
  const left = x - Math.max(0, loss[k - 1]!);
  if (left > 0) area += left * (1 - 0.5 * (reached[k - 1]! + curveCdf({ loss, reached }, x)));
  return area;
}

/**
 * Mean of the worst 1 − level of the years, from a curve and the exact mean of the year.
 *
 * @example
 * curveShortfall({ loss: Float64Array.of(0, 0, 2), reached: Float64Array.of(0, 0.5, 1) }, 0.5, 0.5) // => 1
 */
export function curveShortfall(curve: LossCurve, mean: number, level: number): number {
  const quantile = curveQuantile(curve, level);
  return quantile + Math.max(0, mean - curveLimitedExpectation(curve, quantile)) / (1 - level);
}

import type { WeightedValues } from "./distribution.ts";

/** Below exp(−30) of the largest value the place within a bin cannot matter. */
const DEPTH = 30;

/**
 * Gathers weighted values, none negative, into bins even in the logarithm: each bin keeps its mass, mean, variance and
 * third moment on two values (Gauss); zero stays zero. `perLogUnit` sets the bins' fineness.
 *
 * @example
 * const bins = new MeasureBins({ top: Math.log(8), perLogUnit: 24 });
 * bins.add(5, Math.log(5), 1);
 * bins.measure().weights // => [1]
 */
export class MeasureBins {
  readonly #top: number;
  readonly #perLogUnit: number;
  readonly #count: number;
  readonly #mass: Float64Array;
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  readonly #third: Float64Array;
  #zero = 0;

  /** `top` is the logarithm of the largest value. */
  constructor({ top, perLogUnit }: { readonly top: number; readonly perLogUnit: number }) {
    this.#top = top;
    this.#perLogUnit = perLogUnit;
    this.#count = Math.ceil(DEPTH * perLogUnit) + 1;
    this.#mass = new Float64Array(this.#count);
    this.#first = new Float64Array(this.#count);
    this.#second = new Float64Array(this.#count);
    this.#third = new Float64Array(this.#count);
  }

  add(value: number, logarithm: number, weight: number): void {
    if (value === 0) {
      this.#zero += weight;
      return;
    }
    const at = Math.floor((this.#top - logarithm) * this.#perLogUnit);
    const bin = at < 0 ? 0 : at < this.#count ? at : this.#count - 1;
    // Moments about the bin's upper end: raw moments would lose the third one to rounding.
    const below = value - Math.exp(this.#top - bin / this.#perLogUnit);
    this.#mass[bin]! += weight;
    this.#first[bin]! += weight * below;
    this.#second[bin]! += weight * below * below;
    this.#third[bin]! += weight * below * below * below;
  }

  measure(): WeightedValues {
    const values: number[] = [];
    const weights: number[] = [];
    if (this.#zero > 0) {
      values.push(0);
      weights.push(this.#zero);
    }
    for (let bin = this.#count - 1; bin >= 0; bin--) {
      const total = this.#mass[bin]!;
      if (!(total > 0)) continue;
      const from = this.#first[bin]! / total;
      const variance = Math.max(0, this.#second[bin]! / total - from * from);
      const centre = Math.exp(this.#top - bin / this.#perLogUnit) + from;
      if (variance <= 1e-14 * centre * centre) {
        values.push(centre);
        weights.push(total);
        continue;
      }
      const skew = (this.#third[bin]! / total - 3 * from * (this.#second[bin]! / total) + 2 * from ** 3) / variance;
      const root = Math.sqrt(skew * skew + 4 * variance);
      const lower = (skew - root) / 2;
      const upper = (skew + root) / 2;
      values.push(Math.max(0, centre + lower), centre + upper);
      weights.push((total * upper) / root, (total * -lower) / root);
    }
    return { values, weights };
  }
}

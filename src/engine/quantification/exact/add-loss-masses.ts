import type { Distribution } from "../../stats/distribution.ts";
import { placeMass } from "./place-mass.ts";
import type { Rounding } from "./rounding.ts";

/** Losses 0, step, 2·step … as many as `masses` has cells. */
export interface LossGrid {
  readonly step: number;
  readonly rounding: Rounding;
  /** What becomes of a loss beyond the last cell: left out, or counted modulo the grid. */
  readonly beyond: "dropped" | "wrapped";
}

/** Cells from here on may be read from the density. */
const DENSE_FROM = 32;

/**
 * Adds weight × the probability masses of one loss on a grid.
 *
 * Rounding "mean" is the first-moment-preserving discretisation: mass of cell j is (2L(jh) − L((j − 1)h) − L((j + 1)h))/h
 * with L the limited expectation. Where a density varies slowly over a step, the same is read from it to fourth order,
 * h·(d₋ + 10d + d₊)/12, wherever that agrees with L over the stretch to 1e-9.
 *
 * @example
 * const masses = new Float64Array(4);
 * addLossMasses(atoms([1.25]), { masses, weight: 1, grid: { step: 1, rounding: "mean", beyond: "dropped" } });
 * [...masses] // => [0, 0.75, 0.25, 0]
 */
export function addLossMasses(
  loss: Distribution,
  { masses, weight, grid }: { readonly masses: Float64Array; readonly weight: number; readonly grid: LossGrid },
): void {
  const { step, rounding, beyond } = grid;
  const cells = masses.length;
  const add = (cell: number, mass: number) => {
    if (cell < cells) masses[cell]! += weight * mass;
    else if (beyond === "wrapped") masses[cell % cells]! += weight * mass;
  };
  if (loss.atoms) {
    loss.atoms.values.forEach((value, k) => void placeMass(value / step, loss.atoms!.weights[k]!, { rounding, add }));
    return;
  }
  const top = Math.min(loss.support[1], loss.quantile(1 - 1e-12)) / step;
  const from = Math.max(0, Math.floor(loss.support[0] / step) - 1);
  const to = Math.min(beyond === "wrapped" ? Infinity : cells, Math.ceil(top) + 2);
  if (rounding === "mean") new MeanMasses(loss, step, { masses, weight, add }).fill(from, to);
  else roundedMasses(loss, { step, from, to, shift: rounding === "up" ? 0 : 1, add });
}

function roundedMasses(
  loss: Distribution,
  {
    step,
    from,
    to,
    shift,
    add,
  }: { step: number; from: number; to: number; shift: 0 | 1; add: (cell: number, mass: number) => void },
): void {
  let previous = from > 0 ? loss.cdf((from - 1 + shift) * step) : 0;
  for (let cell = from; cell < to; cell++) {
    const next = loss.cdf((cell + shift) * step);
    add(cell, next - previous);
    previous = next;
  }
}

class MeanMasses {
  readonly #loss: Distribution;
  readonly #step: number;
  readonly #add: (cell: number, mass: number) => void;
  readonly #masses: Float64Array;
  readonly #weight: number;
  /** Limits the check against rounding of the limited expectation itself. */
  readonly #noise: number;

  constructor(
    loss: Distribution,
    step: number,
    { masses, weight, add }: { masses: Float64Array; weight: number; add: (cell: number, mass: number) => void },
  ) {
    this.#masses = masses;
    this.#weight = weight;
    this.#loss = loss;
    this.#step = step;
    this.#add = add;
    this.#noise = (8e-16 * loss.mean) / step;
  }

  fill(from: number, to: number): void {
    const dense = this.#loss.density ? Math.max(from, DENSE_FROM) : to;
    this.#exact(from, Math.min(to, dense));
    for (let start = dense; start < to; start *= 2) this.#stretch(start, Math.min(to, 2 * start));
  }

  #limited(cell: number): number {
    return cell > 0 ? this.#loss.limitedExpectation(cell * this.#step) : 0;
  }

  #exact(from: number, to: number): void {
    if (from >= to) return;
    let rise = from > 0 ? this.#limited(from) - this.#limited(from - 1) : this.#step;
    let here = this.#limited(from);
    for (let cell = from; cell < to; cell++) {
      const next = this.#limited(cell + 1);
      this.#add(cell, Math.max(0, (rise - (next - here)) / this.#step));
      rise = next - here;
      here = next;
    }
  }

  #stretch(from: number, to: number): void {
    if (to - from <= 12) {
      this.#exact(from, to);
      return;
    }
    const before = this.#limited(from) - this.#limited(from - 1);
    const after = this.#limited(to) - this.#limited(to - 1);
    const total = (before - after) / this.#step;
    const densities = this.#densities(from - 1, to + 1);
    let read = 0;
    for (let k = 1; k < densities.length - 1; k++) read += densities[k - 1]! + 10 * densities[k]! + densities[k + 1]!;
    if (Math.abs(read / 12 - total) > 1e-9 * total + this.#noise) {
      const half = (from + to) >> 1;
      this.#stretch(from, half);
      this.#stretch(half, to);
      return;
    }
    const masses = this.#masses;
    const share = this.#weight / 12;
    const inside = Math.min(densities.length - 1, masses.length - from + 1);
    for (let k = 1; k < inside; k++) {
      masses[from + k - 1]! += share * (densities[k - 1]! + 10 * densities[k]! + densities[k + 1]!);
    }
    for (let k = Math.max(1, inside); k < densities.length - 1; k++) {
      this.#add(from + k - 1, (densities[k - 1]! + 10 * densities[k]! + densities[k + 1]!) / 12);
    }
  }

  /** step × density at each cell. */
  #densities(from: number, to: number): Float64Array {
    const densities = new Float64Array(to - from);
    const { form } = this.#loss;
    if (form?.family === "lognormal") {
      const scale = 1 / (form.sigma * Math.sqrt(2 * Math.PI));
      const slope = 1 / form.sigma;
      const start = (Math.log(this.#step) - form.mu) / form.sigma;
      const logs = logarithms(to);
      for (let k = 0; k < densities.length; k++) {
        const z = start + slope * logs[from + k]!;
        densities[k] = (scale * Math.exp(-0.5 * z * z)) / (from + k);
      }
      return densities;
    }
    for (let k = 0; k < densities.length; k++) densities[k] = this.#step * this.#loss.density!((from + k) * this.#step);
    return densities;
  }
}

let logTable = new Float64Array(0);

/** Natural logarithms of the whole numbers below `count`, computed once: they do not depend on the step. */
function logarithms(count: number): Float64Array {
  if (logTable.length < count) {
    logTable = Float64Array.from({ length: Math.max(count, 2 * logTable.length, 4096) }, (_, k) => Math.log(k));
  }
  return logTable;
}

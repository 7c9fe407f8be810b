import { linearSystem } from "../scoring/ahp/linear-system.ts";
import { normalCdf } from "../stats/normal-cdf.ts";

/** A control chart on standardised readings (value − target) ÷ σ, independent and normal. */
export type DriftChart =
  | {
      readonly chart: "ewma";
      /** Weight of the newest reading, in (0, 1]. */
      readonly lambda: number;
      /** Its limits on either side, in standard deviations of the average it settles at. */
      readonly width: number;
    }
  | {
      readonly chart: "cusum";
      /** Allowance k: half the shift that is to be found, in σ. */
      readonly allowance: number;
      /** Decision interval h, in σ; one-sided. */
      readonly interval: number;
    };

/** Points of the quadrature rule. */
const POINTS = 80;

/**
 * How many readings a drift chart takes on average until it signals, when the mean lies `shift` σ from the target: with
 * no shift, ARL₀, how seldom it cries wolf; with a shift, how soon it finds it.
 *
 * The integral equation of the run length (Page 1954 for CUSUM, Crowder 1987 for EWMA) on a Gauss–Legendre rule of 80
 * points: about 1e-8 where the kernel is as wide as a twentieth of the limits. The EWMA is two-sided with fixed limits,
 * the CUSUM one-sided upwards; both start at the target. Autocorrelated readings, or an estimated σ, shorten ARL₀, often
 * by much.
 *
 * Throws a RangeError for a lambda outside (0, 1] and for limits that are not above 0.
 *
 * @example
 * averageRunLength({ chart: "cusum", allowance: 0.5, interval: 5 }, 0) // => 931
 */
export function averageRunLength(chart: DriftChart, shift: number): number {
  if (chart.chart === "ewma") {
    const { lambda, width } = chart;
    if (!(lambda > 0 && lambda <= 1)) throw new RangeError(`lambda is ${lambda}; give a weight above 0, and at most 1`);
    const limit = positive("width", width) * Math.sqrt(lambda / (2 - lambda));
    const { nodes, weights } = legendreRule(POINTS, -limit, limit);
    const kernel = (to: number, from: number) => density((to - (1 - lambda) * from) / lambda - shift) / lambda;
    return fromStart({ nodes, weights, kernel });
  }
  const allowance = chart.allowance;
  const { nodes, weights } = legendreRule(POINTS, 0, positive("interval", chart.interval));
  const kernel = (to: number, from: number) => density(to - from + allowance - shift);
  // 0 is a place of its own: whatever falls below it starts anew there.
  return fromStart({ nodes, weights, kernel, reset: (from) => normalCdf(allowance - shift - from) });
}

function positive(name: string, value: number): number {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} is ${value}; give one above 0`);
  return value;
}

interface RunLength {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
  /** Density of moving from one place to another. */
  readonly kernel: (to: number, from: number) => number;
  /** Probability of starting anew at 0 from a place. */
  readonly reset?: (from: number) => number;
}

/** The mean run length from 0, where L(u) = 1 + reset(u)·L(0) + ∫ L(y)·kernel(y, u) dy. */
function fromStart({ nodes, weights, kernel, reset }: RunLength): number {
  const places = [0, ...nodes];
  const matrix = places.map((from, i) =>
    places.map((to, j) => {
      const moved = j === 0 ? (reset?.(from) ?? 0) : weights[j - 1]! * kernel(to, from);
      return (i === j ? 1 : 0) - moved;
    }),
  );
  return linearSystem(matrix)(places.map(() => 1))[0]!;
}

const density = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

/** Nodes and weights of Gauss and Legendre on an interval, by Newton's method on the polynomial. */
function legendreRule(count: number, low: number, high: number): { nodes: number[]; weights: number[] } {
  const half = (high - low) / 2;
  const nodes: number[] = [];
  const weights: number[] = [];
  for (let k = 0; k < count; k++) {
    let x = Math.cos((Math.PI * (k + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let step = 0; step < 50; step++) {
      let [before, value] = [1, x];
      for (let n = 2; n <= count; n++) [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
      slope = (count * (x * value - before)) / (x * x - 1);
      const change = value / slope;
      x -= change;
      if (Math.abs(change) < 1e-16) break;
    }
    nodes.push(low + half * (1 + x));
    weights.push((2 * half) / ((1 - x * x) * slope * slope));
  }
  return { nodes, weights };
}

import { reproducibleExp } from "./reproducible-exp.ts";

/** Bits of a random word that choose a strip. */
export const NORMAL_STRIP_BITS = 10;
const STRIPS = 2 ** NORMAL_STRIP_BITS;

/** Gauss and Legendre's rule of five points on [0, 1]. */
const NODES = [0.04691007703066802, 0.23076534494715845, 0.5, 0.7692346550528415, 0.953089922969332];
const WEIGHTS = [
  0.11846344252809454, 0.23931433524968324, 0.28444444444444444, 0.23931433524968324, 0.11846344252809454,
];

const density = (z: number): number => reproducibleExp(-0.5 * z * z);

function integral(from: number, to: number): number {
  const width = to - from;
  return width * NODES.reduce((sum, node, i) => sum + WEIGHTS[i]! * density(from + node * width), 0);
}

/**
 * Edges of 1024 strips of the standard normal with equal probability: its quantiles at i/1024, from −∞ to ∞.
 *
 * By Newton's method from one edge to the next, from + − × ÷ and √ alone, so that the bits are the same everywhere.
 */
export const NORMAL_STRIP_EDGE: Float64Array = (() => {
  const edge = new Float64Array(STRIPS + 1);
  const mass = Math.sqrt(2 * Math.PI) / STRIPS;
  const middle = STRIPS / 2;
  for (let i = middle + 1; i < STRIPS; i++) {
    const before = edge[i - 1]!;
    let z = before;
    for (let step = 0; step < 6; step++) z += (mass - integral(before, z)) / density(z);
    edge[i] = z;
    edge[STRIPS - i] = -z;
  }
  edge[0] = Number.NEGATIVE_INFINITY;
  edge[STRIPS] = Number.POSITIVE_INFINITY;
  return edge;
})();

/** Unscaled normal density e^(−z²/2) at each edge. */
export const NORMAL_STRIP_DENSITY: Float64Array = NORMAL_STRIP_EDGE.map(density);

import { reproducibleExp } from "./reproducible-exp.ts";
import { reproducibleLn } from "./reproducible-ln.ts";

/** Layers of the normal ziggurat: many, since a draw that falls beside the curve costs twenty of the others. */
const LAYERS = 512;
/** Bits of a word left for the position in a layer, its sign included. */
const POSITION_BITS = 23;
const HALF = 2 ** (POSITION_BITS - 1);

/** Where the tail begins, and the area of each layer: they go together with the number of layers. */
export const ZIGGURAT_TAIL = 3.8520461503683916;
const AREA = 0.0024567663515413615;

const density = (x: number): number => reproducibleExp(-0.5 * x * x);

/** Right edge of each layer, from the widest (whose box has the area of the base with its tail) up to 0 at the top. */
const EDGE: Float64Array = (() => {
  const edge = new Float64Array(LAYERS + 1);
  edge[0] = AREA / density(ZIGGURAT_TAIL);
  edge[1] = ZIGGURAT_TAIL;
  for (let i = 2; i < LAYERS; i++) {
    edge[i] = Math.sqrt(-2 * reproducibleLn(density(edge[i - 1]!) + AREA / edge[i - 1]!));
  }
  return edge;
})();

/** Height of the unscaled density at each edge. */
export const ZIGGURAT_HEIGHT: Float64Array = EDGE.map(density);
/** What one step of a position is worth in each layer. */
export const ZIGGURAT_STEP_WIDTH: Float64Array = Float64Array.from({ length: LAYERS }, (_, i) => EDGE[i]! / HALF);
/** Positions below this lie under the curve whatever their height. */
export const ZIGGURAT_SURE: Int32Array = Int32Array.from({ length: LAYERS }, (_, i) =>
  Math.floor((EDGE[i + 1]! / EDGE[i]!) * HALF),
);

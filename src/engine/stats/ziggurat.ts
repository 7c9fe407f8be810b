import { reproducibleExp } from "./reproducible-exp.ts";
import { reproducibleLn } from "./reproducible-ln.ts";

/** Where the tail of the normal ziggurat of 256 layers begins. */
export const TAIL = 3.6541528853610088;

const AREA = 0.004928673233974658;
const density = (x: number): number => reproducibleExp(-0.5 * x * x);

/** Right edge of each layer, from the widest (whose box has the area of the base with its tail) up to 0 at the top. */
const EDGE: Float64Array = (() => {
  const edge = new Float64Array(257);
  edge[0] = AREA / density(TAIL);
  edge[1] = TAIL;
  for (let i = 2; i < 256; i++) edge[i] = Math.sqrt(-2 * reproducibleLn(density(edge[i - 1]!) + AREA / edge[i - 1]!));
  return edge;
})();

/** Height of the unscaled density at each edge. */
export const HEIGHT: Float64Array = EDGE.map(density);
/** Layer's width ÷ 2^23: what one step of a 24-bit signed position is worth. */
export const STEP_WIDTH: Float64Array = Float64Array.from({ length: 256 }, (_, i) => EDGE[i]! / 8388608);
/** Positions below this lie under the curve whatever their height. */
export const SURE: Int32Array = Int32Array.from({ length: 256 }, (_, i) =>
  Math.floor((EDGE[i + 1]! / EDGE[i]!) * 8388608),
);

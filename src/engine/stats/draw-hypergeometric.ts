import { drawUniform } from "./draw-uniform.ts";
import { lnFactorial } from "./ln-factorial.ts";
import { reproducibleExp } from "./reproducible-exp.ts";
import type { Stream } from "./stream.ts";

/**
 * A draw from the hypergeometric distribution: how many of `marked` are among `drawn` taken without replacement from
 * `total`. Inversion outwards from the mode, about as many steps as the standard deviation.
 *
 * @example
 * drawHypergeometric(Int32Array.of(1, 2, 3, 4), { total: 9, marked: 9, drawn: 4 }) // => 4
 */
export function drawHypergeometric(
  stream: Stream,
  { total, marked, drawn }: { total: number; marked: number; drawn: number },
): number {
  const low = Math.max(0, drawn - (total - marked));
  const high = Math.min(marked, drawn);
  if (low === high) return low;
  const unmarked = total - marked;
  const mode = Math.min(high, Math.max(low, Math.floor(((drawn + 1) * (marked + 1)) / (total + 2))));
  const ways = (n: number, k: number) => lnFactorial(n) - lnFactorial(k) - lnFactorial(n - k);
  const atMode = reproducibleExp(ways(marked, mode) + ways(unmarked, drawn - mode) - ways(total, drawn));
  let rest = drawUniform(stream) - atMode;
  if (rest <= 0) return mode;
  let below = mode;
  let above = mode;
  let belowProbability = atMode;
  let aboveProbability = atMode;
  while (below > low || above < high) {
    if (above < high) {
      aboveProbability *= ((marked - above) * (drawn - above)) / ((above + 1) * (unmarked - drawn + above + 1));
      above++;
      rest -= aboveProbability;
      if (rest <= 0) return above;
    }
    if (below > low) {
      belowProbability *= (below * (unmarked - drawn + below)) / ((marked - below + 1) * (drawn - below + 1));
      below--;
      rest -= belowProbability;
      if (rest <= 0) return below;
    }
    if (belowProbability + aboveProbability < 1e-18) break;
  }
  // What is left is rounding: less than 1e-13 of all draws come here.
  return mode;
}

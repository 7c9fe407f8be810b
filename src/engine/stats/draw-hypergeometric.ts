import { drawUniform } from "./draw-uniform.ts";
import { lnFactorial } from "./ln-factorial.ts";
import { reproducibleExp } from "./reproducible-exp.ts";
import { reproducibleLn } from "./reproducible-ln.ts";
import type { Stream } from "./stream.ts";

/** An urn: so many balls, of which so many are marked, and how many are drawn. */
interface Urn {
  readonly total: number;
  readonly marked: number;
  readonly drawn: number;
}

/**
 * A draw from the hypergeometric distribution: how many of `marked` are among `drawn` taken without replacement from
 * `total`. Where it spreads little, inversion outwards from the mode; else HRUA (Stadlober 1989).
 *
 * @example
 * drawHypergeometric(Int32Array.of(1, 2, 3, 4), { total: 9, marked: 9, drawn: 4 }) // => 4
 */
export function drawHypergeometric(stream: Stream, urn: Urn): number {
  const { total, marked, drawn } = urn;
  const low = Math.max(0, drawn - (total - marked));
  const high = Math.min(marked, drawn);
  if (low === high) return low;
  const variance = (drawn * (marked / total) * (1 - marked / total) * (total - drawn)) / (total - 1);
  return variance < 30 ? inversion(stream, urn, low, high) : ratioOfUniforms(stream, urn, variance);
}

/** Draws of the scarcer kind by a hat of uniform ratios, then turned back. */
function ratioOfUniforms(stream: Stream, { total, marked, drawn }: Urn, variance: number): number {
  const scarce = Math.min(marked, total - marked);
  const plenty = total - scarce;
  const taken = Math.min(drawn, total - drawn);
  const centre = (taken * scarce) / total + 0.5;
  const spread = Math.sqrt(variance + 0.5);
  const width = 1.7155277699214135 * spread + 0.8989161620588988;
  const mode = Math.floor(((taken + 1) * (scarce + 1)) / (total + 2));
  const ways = (k: number) =>
    lnFactorial(k) + lnFactorial(scarce - k) + lnFactorial(taken - k) + lnFactorial(plenty - taken + k);
  const atMode = ways(mode);
  const most = Math.min(Math.min(taken, scarce) + 1, Math.floor(centre + 16 * spread));
  for (;;) {
    const u = drawUniform(stream);
    const x = centre + (width * (drawUniform(stream) - 0.5)) / u;
    if (x < 0 || x >= most) continue;
    const k = Math.floor(x);
    const lnRatio = atMode - ways(k);
    if (u * (4 - u) - 3 > lnRatio && (u * (u - lnRatio) >= 1 || 2 * reproducibleLn(u) > lnRatio)) continue;
    const ofMarked = marked > total - marked ? taken - k : k;
    return taken < drawn ? marked - ofMarked : ofMarked;
  }
}

function inversion(stream: Stream, { total, marked, drawn }: Urn, low: number, high: number): number {
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

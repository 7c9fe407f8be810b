import { drawNormal, normalFromWord } from "./draw-normal.ts";
import { OCTAVE, POWER_OF_TWO, reproducibleExp, STEPS_PER_OCTAVE } from "./reproducible-exp.ts";
import type { Stream } from "./stream.ts";
import { ZIGGURAT_STEP_WIDTH, ZIGGURAT_SURE } from "./ziggurat.ts";

const STEP = Math.LN2 / STEPS_PER_OCTAVE;
/** No normal draw is larger: the tail begins at 3.86 and adds at most 36.8 ÷ 3.85. */
const LARGEST_NORMAL = 14;

/** Draws between two visits to those that the ziggurat could not settle at once. */
const STRIDE = 1024;
const unsettledIndex = new Int32Array(STRIDE);
const unsettledWord = new Int32Array(STRIDE);

/**
 * Fills `out[0 … count − 1]` with lognormal draws e^(mu + sigma Z).
 *
 * Ziggurat normals as in `drawNormal`, with the generator and the exponential written out in one loop, since this
 * loop is most of a simulation's time. The 0.8 % of draws that fall beside the curve are kept for a second, short
 * loop: a call inside the first one would cost as much as all the rest. A cubic of a step's half width
 * (3.4e-4) leaves a relative error below 1e-15; that of the exponent, near 1e-16 × |mu + sigma Z|, is added to it.
 *
 * @param sigma - 0 or more
 *
 * @example
 * const out = new Float64Array(1);
 * fillLognormal(Int32Array.of(1, 2, 3, 4), Math.log(2), 0, out, 1);
 * out[0] // => 2
 */
export function fillLognormal(stream: Stream, mu: number, sigma: number, out: Float64Array, count: number): void {
  if (Math.abs(mu) + LARGEST_NORMAL * sigma > 700) {
    for (let i = 0; i < count; i++) out[i] = reproducibleExp(mu + sigma * drawNormal(stream));
    return;
  }
  for (let from = 0; from < count; from += STRIDE) {
    fillStride(stream, mu, sigma, out, from, Math.min(count, from + STRIDE));
  }
}

function fillStride(stream: Stream, mu: number, sigma: number, out: Float64Array, from: number, to: number): void {
  const steps = sigma / STEP;
  const start = mu / STEP + 0.5;
  let unsettled = 0;
  const widths = ZIGGURAT_STEP_WIDTH;
  const sure = ZIGGURAT_SURE;
  const octave = OCTAVE;
  const powers = POWER_OF_TWO;
  const index = unsettledIndex;
  const kept = unsettledWord;
  let s0 = stream[0]!;
  let s1 = stream[1]!;
  let s2 = stream[2]!;
  let s3 = stream[3]!;
  for (let i = from; i < to; i++) {
    const product = Math.imul(s1, 5);
    const word = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);

    const layer = word & 511;
    const position = word >> 9;
    const z = (position + 0.5) * widths[layer]!;
    if ((position ^ (position >> 31)) >= sure[layer]!) {
      index[unsettled] = i;
      kept[unsettled] = word;
      unsettled = (unsettled + 1) | 0;
    }
    const exponent = start + steps * z;
    const floor = Math.floor(exponent);
    const rest = (exponent - floor - 0.5) * STEP;
    const whole = floor | 0;
    const power = octave[whole & 1023]! * powers[(whole >> 10) + 1074]!;
    out[i] = power * (1 + rest + rest * rest * (0.5 + rest * (1 / 6)));
  }
  stream[0] = s0;
  stream[1] = s1;
  stream[2] = s2;
  stream[3] = s3;
  for (let k = 0; k < unsettled; k++) {
    out[unsettledIndex[k]!] = reproducibleExp(mu + sigma * normalFromWord(stream, unsettledWord[k]!));
  }
}

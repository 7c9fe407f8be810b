import { drawNormalTail } from "./draw-normal.ts";
import { lognormalBend } from "./lognormal-bend.ts";
import { NORMAL_STRIP_BITS, NORMAL_STRIP_DENSITY, NORMAL_STRIP_EDGE } from "./normal-strips.ts";
import { reproducibleExp } from "./reproducible-exp.ts";
import { reproducibleLn } from "./reproducible-ln.ts";
import { nextWord, type Stream } from "./stream.ts";

const STRIPS = 2 ** NORMAL_STRIP_BITS;
/** Positions in a strip: what a word has left. */
const POSITIONS = 2 ** (32 - NORMAL_STRIP_BITS);
const LAST_EDGE = NORMAL_STRIP_EDGE[STRIPS - 1]!;

/**
 * A lognormal cut into 1024 strips of equal probability, each a rectangle under its density and what is left above.
 *
 * A word chooses a strip by its low bits and a position by the others. Below `sure` the draw lies in the rectangle, at
 * start + position × step; in 1 of 90 it is `drawBesideStrip`'s.
 */
export interface LognormalStrips {
  readonly mu: number;
  readonly sigma: number;
  /** Centre of the first step of each strip, but for the two that have no end. */
  readonly start: Float64Array;
  readonly step: Float64Array;
  readonly sure: Int32Array;
}

/**
 * The strips of a lognormal e^(mu + sigma Z); null where they would leave the range of a double, or where they are so
 * narrow that rounding would show.
 *
 * @example
 * lognormalStrips(0, 1).sure.length // => 1024
 */
export function lognormalStrips(mu: number, sigma: number): LognormalStrips | null {
  if (sigma < 1e-6 || Math.abs(mu) + LARGEST_NORMAL * sigma > 700) return null;
  const start = new Float64Array(STRIPS);
  const step = new Float64Array(STRIPS);
  const sure = new Int32Array(STRIPS);
  let left = reproducibleExp(mu + sigma * NORMAL_STRIP_EDGE[1]!);
  for (let i = 1; i < STRIPS - 1; i++) {
    const right = reproducibleExp(mu + sigma * NORMAL_STRIP_EDGE[i + 1]!);
    // Densities at the ends, both times left × right.
    const atLeft = NORMAL_STRIP_DENSITY[i]! * right;
    const atRight = NORMAL_STRIP_DENSITY[i + 1]! * left;
    const least = atLeft < atRight ? atLeft : atRight;
    const most = holdsMode(sigma, i) ? modeHeight(mu, sigma) * left * right : atLeft < atRight ? atRight : atLeft;
    const positions = Math.floor((least / most) * POSITIONS);
    sure[i] = positions;
    step[i] = (right - left) / positions;
    start[i] = left + 0.5 * step[i]!;
    left = right;
  }
  return { mu, sigma, start, step, sure };
}

/** No normal draw is larger: the tail begins above 3 and adds at most 36.8 ÷ 3. */
const LARGEST_NORMAL = 16;

/** The density of e^(mu + sigma Z) rises up to Z = −sigma and falls from there. */
function holdsMode(sigma: number, strip: number): boolean {
  return NORMAL_STRIP_EDGE[strip]! < -sigma && -sigma < NORMAL_STRIP_EDGE[strip + 1]!;
}

/** The unscaled density e^(−z²/2) ÷ x at the mode. */
function modeHeight(mu: number, sigma: number): number {
  return reproducibleExp(0.5 * sigma * sigma - mu);
}

/**
 * The draw in a strip whose position is not sure: by rejection within the strip, since each strip has its probability
 * whatever its shape; in the first and last from the normal's tail.
 *
 * @param position - its first position, at or above the strip's `sure`
 *
 * @example
 * drawBesideStrip(lognormalStrips(0, 1), Int32Array.of(1, 2, 3, 4), 1023, 0) > Math.exp(3.09) // => true
 */
export function drawBesideStrip(strips: LognormalStrips, stream: Stream, strip: number, position: number): number {
  const { mu, sigma } = strips;
  if (strip === 0) return reproducibleExp(mu - sigma * drawNormalTail(stream, LAST_EDGE));
  if (strip === STRIPS - 1) return reproducibleExp(mu + sigma * drawNormalTail(stream, LAST_EDGE));
  const start = strips.start[strip]!;
  const step = strips.step[strip]!;
  const sure = strips.sure[strip]!;
  const left = start - 0.5 * step;
  const width = step * sure;
  const height = tallest(strips, strip, left, left + width) / POSITIONS;
  const atLeft = NORMAL_STRIP_DENSITY[strip]! / left;
  const slope = NORMAL_STRIP_DENSITY[strip + 1]! / (left + width) - atLeft;
  const [from, to] = [NORMAL_STRIP_EDGE[strip]!, NORMAL_STRIP_EDGE[strip + 1]!];
  const bend = lognormalBend(sigma, { from, to, width: width / left }) * height * POSITIONS;
  // What lies well above or below the density's chord is told apart without a logarithm and an exponential.
  for (let at = position; ; at = nextWord(stream) >>> NORMAL_STRIP_BITS) {
    if (at < sure) return start + at * step;
    const share = ((nextWord(stream) >>> 0) + 0.5) * 2 ** -32;
    const x = left + width * share;
    const drawn = (at + 0.5) * height;
    const distance = atLeft + share * slope - drawn;
    if (distance > bend) return x;
    if (distance < -bend) continue;
    const z = (reproducibleLn(x) - mu) / sigma;
    if (drawn * x < reproducibleExp(-0.5 * z * z)) return x;
  }
}

/** The largest density in a strip from left to right, unscaled. */
function tallest({ mu, sigma }: LognormalStrips, strip: number, left: number, right: number): number {
  if (holdsMode(sigma, strip)) return modeHeight(mu, sigma);
  return NORMAL_STRIP_EDGE[strip]! >= -sigma
    ? NORMAL_STRIP_DENSITY[strip]! / left
    : NORMAL_STRIP_DENSITY[strip + 1]! / right;
}

import { expect, test } from "vitest";
import { drawUniform } from "./draw-uniform.ts";
import { lognormal } from "./lognormal.ts";
import { drawBesideStrip, type LognormalStrips, lognormalStrips } from "./lognormal-strips.ts";
import { normalCdf } from "./normal-cdf.ts";
import { NORMAL_STRIP_BITS, NORMAL_STRIP_EDGE } from "./normal-strips.ts";
import { startStream, streamKey } from "./stream-key.ts";

const STRIPS = 2 ** NORMAL_STRIP_BITS;
const POSITIONS = 2 ** (32 - NORMAL_STRIP_BITS);

/** With the mode beyond all strips, in one of them at the side, and near the middle; narrow and very wide. */
const LAWS = [
  { mu: 2, sigma: 1e-6 },
  { mu: -3, sigma: 0.02 },
  { mu: 9, sigma: 0.7 },
  { mu: 0, sigma: 1.9 },
  { mu: 1, sigma: 5 },
  { mu: 0, sigma: 43 },
] as const;

function strips(law: (typeof LAWS)[number]): LognormalStrips {
  const laid = lognormalStrips(law.mu, law.sigma);
  if (laid === null) throw new Error("no strips");
  return laid;
}

const leftOf = ({ start, step }: LognormalStrips, strip: number) => start[strip]! - 0.5 * step[strip]!;
const rightOf = (laid: LognormalStrips, strip: number) => leftOf(laid, strip) + laid.step[strip]! * laid.sure[strip]!;

/** The density in units of the largest one in the strip, which is at an end or at the mode. */
function relativeDensity({ mu, sigma }: LognormalStrips, laid: LognormalStrips, strip: number): (x: number) => number {
  const mode = Math.exp(mu - sigma * sigma);
  const lnDensity = (x: number) => -0.5 * ((Math.log(x) - mu) / sigma) ** 2 - Math.log(x);
  const [left, right] = [leftOf(laid, strip), rightOf(laid, strip)];
  const at = left < mode && mode < right ? [left, mode, right] : [left, right];
  const top = Math.max(...at.map(lnDensity));
  return (x) => Math.exp(lnDensity(x) - top);
}

test.each(LAWS)("strips of $mu, $sigma lie side by side between the law's quantiles", (law) => {
  const laid = strips(law);
  for (let i = 1; i < STRIPS - 1; i++) {
    // An edge of a strip that is narrow beside its place is known as well as the exponential is.
    const tolerance = 4e-15 + 1e-15 * Math.abs(law.mu + law.sigma * NORMAL_STRIP_EDGE[i]!);
    expect(Math.abs(leftOf(laid, i) / Math.exp(law.mu + law.sigma * NORMAL_STRIP_EDGE[i]!) - 1)).toBeLessThan(
      tolerance,
    );
    expect(Math.abs(rightOf(laid, i) / Math.exp(law.mu + law.sigma * NORMAL_STRIP_EDGE[i + 1]!) - 1)).toBeLessThan(
      tolerance,
    );
  }
  expect(laid.sure[0]).toBe(0);
  expect(laid.sure[STRIPS - 1]).toBe(0);
});

test.each(LAWS.slice(1))(
  "positions of $mu, $sigma are sure up to the least density in their strip, and not farther",
  (law) => {
    const laid = strips(law);
    for (let i = 1; i < STRIPS - 1; i++) {
      const density = relativeDensity(laid, laid, i);
      const [left, right] = [leftOf(laid, i), rightOf(laid, i)];
      const inside = Array.from({ length: 9 }, (_, k) => density(left + ((right - left) * k) / 8));
      const least = Math.min(...inside);
      expect(laid.sure[i]!).toBeLessThanOrEqual(least * POSITIONS * (1 + 1e-9));
      expect(laid.sure[i]! + 1).toBeGreaterThan(least * POSITIONS * (1 - 1e-9));
    }
  },
);

test("one position in 90 or so is not sure at spreads that losses have", () => {
  for (const sigma of [0.5, 1, 1.5]) {
    const laid = lognormalStrips(9, sigma)!;
    const sure = laid.sure.reduce((sum, positions) => sum + positions, 0) / (STRIPS * POSITIONS);
    expect(1 - sure).toBeGreaterThan(0.009);
    expect(1 - sure).toBeLessThan(0.0145);
  }
});

test("no strips where they would leave the range of a double, or be as narrow as rounding", () => {
  for (const [mu, sigma] of [
    [600, 10],
    [-600, 10],
    [0, 0],
    [0, 1e-9],
  ] as const) {
    expect(lognormalStrips(mu, sigma)).toBeNull();
  }
});

const DRAWS = 100_000;

function draws(laid: LognormalStrips, strip: number): Float64Array {
  const stream = new Int32Array(4);
  startStream(stream, streamKey(11, `${laid.sigma}`), 0, strip);
  const sure = laid.sure[strip]!;
  const out = Float64Array.from({ length: DRAWS }, () => {
    const position = sure + Math.floor(drawUniform(stream) * (POSITIONS - sure));
    return drawBesideStrip(laid, stream, strip, position);
  });
  return out.sort();
}

/** Kolmogorov and Smirnov's distance, in units that chance exceeds in 1 case of 1,000. */
function distance(sorted: Float64Array, cdf: (x: number) => number): number {
  const far = sorted.reduce((most, x, i) => Math.max(most, Math.abs(cdf(x) - (i + 0.5) / DRAWS)), 0);
  return (far * Math.sqrt(DRAWS)) / 1.95;
}

/** A strip that rises, the one with the mode, the next, one in the middle and the last but one. */
const INNER = [
  { mu: 9, sigma: 0.7, at: [1, 100, 247, 248, 512, 1022] },
  { mu: 0, sigma: 1.9, at: [1, 29, 30, 700, 1022] },
  { mu: 1, sigma: 5, at: [1, 300, 1022] },
].flatMap(({ at, ...law }) => at.map((strip) => ({ ...law, strip })));

test.each(INNER)(
  "beside strip $strip of $mu, $sigma draws have the law that completes the strip's",
  ({ strip, ...law }) => {
    const laid = lognormalStrips(law.mu, law.sigma)!;
    const { cdf } = lognormal(law);
    const [left, right] = [leftOf(laid, strip), rightOf(laid, strip)];
    const sure = laid.sure[strip]! / POSITIONS;
    const mass = cdf(right) - cdf(left);
    // Of the strip's law the sure draws are a share, evenly spread; the others must be the rest of it.
    const rest = (x: number) => ((cdf(x) - cdf(left)) / mass - (sure * (x - left)) / (right - left)) / (1 - sure);
    const sorted = draws(laid, strip);
    expect(sorted[0]).toBeGreaterThanOrEqual(left);
    expect(sorted[DRAWS - 1]).toBeLessThanOrEqual(right);
    expect(distance(sorted, rest)).toBeLessThan(1);
  },
);

test.each([0, STRIPS - 1])("beside strip %s draws are those of the law's tail", (strip) => {
  const laid = lognormalStrips(1, 0.8)!;
  const score = (x: number) => (Math.log(x) - 1) / 0.8;
  const law = (x: number) => (strip === 0 ? normalCdf(score(x)) * STRIPS : 1 - normalCdf(-score(x)) * STRIPS);
  expect(distance(draws(laid, strip), law)).toBeLessThan(1);
});

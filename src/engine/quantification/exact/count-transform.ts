import type { WeightedValues } from "../../stats/distribution.ts";
import { countSeries } from "./count-series.ts";
import type { RateLaw } from "./rate-law.ts";

/** Half a spectrum: real and imaginary parts. */
export interface Spectrum {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/**
 * Adds weight·E[f^N], the transform of a compound loss, to `into`, where f is the transform of the loss of one event:
 * of a mixed Poisson count E[exp(Λ(f − 1))], of at most one event 1 − p + p·f.
 *
 * A gamma rate has the closed form (1 + (1 − f)/rate)^(−shape). A rule of rates is read as the probabilities pₙ of n
 * events, Σ pₙ fⁿ by Horner, wherever what matters of it is short; else exponential by exponential, the negligible left
 * out. A spectrum shorter than that of the loss is filled as far as it goes.
 *
 * @example
 * const into = { re: new Float64Array(1), im: new Float64Array(1) };
 * addCountTransform({ law: { kind: "fixed", rate: 2 }, loss: { re: [0.5], im: [0] }, weight: 1, into });
 * into.re[0] // => 0.36787944117144233
 */
export function addCountTransform({
  law,
  loss,
  weight,
  into,
}: {
  readonly law: RateLaw;
  readonly loss: Spectrum;
  readonly weight: number;
  readonly into: Spectrum;
}): void {
  if (law.kind === "zero-inflated") {
    addNothing(weight * law.silent, into);
    addCountTransform({ law: law.otherwise, loss, weight: weight * (1 - law.silent), into });
  } else if (law.kind === "at-most-one") {
    addNothing(weight * (1 - law.probability), into);
    addMultiple(weight * law.probability, loss, into);
  } else if (law.kind === "gamma") addGamma(law, loss, weight, into);
  else if (law.kind === "fixed") addFixed(law.rate, loss, weight, into);
  else addMixed(law, loss, weight, into);
}

/** Years without an event: the transform of no loss is 1. */
function addNothing(weight: number, into: Spectrum): void {
  for (let k = 0; k < into.re.length; k++) into.re[k]! += weight;
}

function addMultiple(weight: number, { re, im }: Spectrum, into: Spectrum): void {
  for (let k = 0; k < into.re.length; k++) {
    into.re[k]! += weight * re[k]!;
    into.im[k]! += weight * im[k]!;
  }
}

/** Powers of the transform of one loss below exp(−25) are left out, and exponentials that small. */
const NEGLIGIBLE = 25;

function addMixed(law: RateLaw & { kind: "mixed" }, { re, im }: Spectrum, weight: number, into: Spectrum): void {
  const { probabilities, isWhole } = countSeries(law);
  const terms = probabilities.length;
  for (let k = 0; k < into.re.length; k++) {
    const x = re[k]!;
    const y = im[k]!;
    const enough = Math.ceil(NEGLIGIBLE / (1e-9 - 0.5 * Math.log(x * x + y * y)));
    if (!isWhole && !(enough < terms)) {
      addExponentials(law, { x: x - 1, y, weight }, { at: k, into });
      continue;
    }
    let real = 0;
    let imaginary = 0;
    for (let n = Math.min(terms, enough) - 1; n >= 0; n--) {
      const turned = real * x - imaginary * y + probabilities[n]!;
      imaginary = real * y + imaginary * x;
      real = turned;
    }
    into.re[k]! += weight * real;
    into.im[k]! += weight * imaginary;
  }
}

function addExponentials(
  { values, weights }: WeightedValues,
  { x, y, weight }: { readonly x: number; readonly y: number; readonly weight: number },
  { at, into }: { readonly at: number; readonly into: Spectrum },
): void {
  let real = 0;
  let imaginary = 0;
  for (let n = 0; n < values.length; n++) {
    const rate = values[n]!;
    if (rate * x < -NEGLIGIBLE) continue;
    const size = weights[n]! * Math.exp(rate * x);
    real += size * Math.cos(rate * y);
    imaginary += size * Math.sin(rate * y);
  }
  into.re[at]! += weight * real;
  into.im[at]! += weight * imaginary;
}

function addFixed(rate: number, { re, im }: Spectrum, weight: number, into: Spectrum): void {
  for (let k = 0; k < into.re.length; k++) {
    const size = weight * Math.exp(rate * (re[k]! - 1));
    into.re[k]! += size * Math.cos(rate * im[k]!);
    into.im[k]! += size * Math.sin(rate * im[k]!);
  }
}

function addGamma(law: RateLaw & { kind: "gamma" }, loss: Spectrum, weight: number, into: Spectrum): void {
  for (let k = 0; k < into.re.length; k++) {
    const x = 1 + (1 - loss.re[k]!) / law.rate;
    const y = -loss.im[k]! / law.rate;
    const size = weight * Math.exp(-0.5 * law.shape * Math.log(x * x + y * y));
    const angle = -law.shape * Math.atan2(y, x);
    into.re[k]! += size * Math.cos(angle);
    into.im[k]! += size * Math.sin(angle);
  }
}

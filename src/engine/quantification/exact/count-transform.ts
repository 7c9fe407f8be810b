import type { RateLaw } from "./rate-law.ts";

/** Half a spectrum: real and imaginary parts. */
export interface Spectrum {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** Rates up to here go by the series of the count's probabilities, those above one exponential each. */
const SERIES_UP_TO = 48;

/**
 * Adds weight·E[f^N], the transform of a compound loss, to `into`, where f is the transform of the loss of one event:
 * of a mixed Poisson count E[exp(Λ(f − 1))], of at most one event 1 − p + p·f.
 *
 * A gamma rate has the closed form (1 + (1 − f)/rate)^(−shape). A rule of rates is read as the probabilities pₙ of n
 * events, Σ pₙ fⁿ by Horner, as far as the rates are small; the rest exponential by exponential, the negligible left out.
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
  else if (law.kind === "fixed") addExponentials([law.rate], [weight], loss, into);
  else {
    const order = [...law.values.keys()].sort((i, j) => law.values[i]! - law.values[j]!);
    const split = order.findIndex((k) => law.values[k]! > SERIES_UP_TO);
    const small = split < 0 ? order : order.slice(0, split);
    const large = split < 0 ? [] : order.slice(split);
    addSeries(countProbabilities(law, small), loss, weight, into);
    if (large.length === 0) return;
    addExponentials(
      large.map((k) => law.values[k]!),
      large.map((k) => weight * law.weights[k]!),
      loss,
      into,
    );
  }
}

/** Years without an event: the transform of no loss is 1. */
function addNothing(weight: number, into: Spectrum): void {
  for (let k = 0; k < into.re.length; k++) into.re[k]! += weight;
}

function addMultiple(weight: number, { re, im }: Spectrum, into: Spectrum): void {
  for (let k = 0; k < re.length; k++) {
    into.re[k]! += weight * re[k]!;
    into.im[k]! += weight * im[k]!;
  }
}

/** Probabilities of 0, 1, 2 … events, up to where fewer than 1e-10 are left. */
function countProbabilities(law: RateLaw & { kind: "mixed" }, nodes: readonly number[]): number[] {
  const probabilities: number[] = [];
  const terms = nodes.map((k) => law.weights[k]! * Math.exp(-law.values[k]!));
  let left = nodes.reduce((total, k) => total + law.weights[k]!, 0);
  for (let n = 1; left > 1e-10 && n < 400; n++) {
    let probability = 0;
    for (let k = 0; k < terms.length; k++) {
      probability += terms[k]!;
      terms[k] = (terms[k]! * law.values[nodes[k]!]!) / n;
    }
    probabilities.push(probability);
    left -= probability;
  }
  return probabilities;
}

function addSeries(probabilities: readonly number[], { re, im }: Spectrum, weight: number, into: Spectrum): void {
  const coefficients = Float64Array.from(probabilities);
  const last = coefficients.length - 1;
  for (let k = 0; k < re.length; k++) {
    const x = re[k]!;
    const y = im[k]!;
    let real = 0;
    let imaginary = 0;
    // High frequencies of a smooth loss are small: powers of them below 1e-12 are left out.
    const enough = Math.ceil(55 / (1e-9 - Math.log(x * x + y * y)));
    for (let n = Math.min(last, enough > 0 ? enough : last); n >= 0; n--) {
      const turned = real * x - imaginary * y + coefficients[n]!;
      imaginary = real * y + imaginary * x;
      real = turned;
    }
    into.re[k]! += weight * real;
    into.im[k]! += weight * imaginary;
  }
}

function addExponentials(rates: readonly number[], weights: readonly number[], loss: Spectrum, into: Spectrum): void {
  for (let k = 0; k < loss.re.length; k++) {
    const x = loss.re[k]! - 1;
    const y = loss.im[k]!;
    for (let n = 0; n < rates.length; n++) {
      const rate = rates[n]!;
      // Rates rise: once one is below 1e-16, so are all after it.
      if (rate * x < -37) break;
      const size = weights[n]! * Math.exp(rate * x);
      into.re[k]! += size * Math.cos(rate * y);
      into.im[k]! += size * Math.sin(rate * y);
    }
  }
}

function addGamma(law: RateLaw & { kind: "gamma" }, loss: Spectrum, weight: number, into: Spectrum): void {
  for (let k = 0; k < loss.re.length; k++) {
    const x = 1 + (1 - loss.re[k]!) / law.rate;
    const y = -loss.im[k]! / law.rate;
    const size = weight * Math.exp(-0.5 * law.shape * Math.log(x * x + y * y));
    const angle = -law.shape * Math.atan2(y, x);
    into.re[k]! += size * Math.cos(angle);
    into.im[k]! += size * Math.sin(angle);
  }
}

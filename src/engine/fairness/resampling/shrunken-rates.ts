import { incompleteBeta, inverseIncompleteBeta, logBeta } from "../../stats/incomplete-beta.ts";
import { invertCdf } from "../../stats/invert-cdf.ts";
import { normalQuantile } from "../../stats/normal-quantile.ts";
import type { Interval } from "../../stats/wilson-interval.ts";
import { likeliestPrior } from "./likeliest-prior.ts";

/** A group's rate drawn towards the others', with a credible interval. */
export interface ShrunkenRate {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

export interface ShrunkenRates {
  /** Prior Beta(alpha, beta) that the groups' rates are taken to come from. */
  readonly alpha: number;
  readonly beta: number;
  /** −Σ ln B(x + α, n − x + β) − ln B(α, β), without the binomial coefficients. */
  readonly negativeLogLikelihood: number;
  readonly rates: readonly ShrunkenRate[];
}

/** Groups that differ by chance alone send α + β to infinity; it stops here. */
const MOST_PRIOR_ROWS = 1e6;

/**
 * Empirical Bayes for many small groups: the beta prior that makes all groups' counts most likely, then each group's
 * posterior Beta(α + x, β + n − x). A group of five rows leans on the others, one of thousands on itself.
 *
 * Estimates take the prior at its most likely. Intervals do not: they average over its size α + β by the likelihood of
 * each, 1 ÷ (1 + α + β) being uniform beforehand; with few groups the most likely size is often infinite, and intervals
 * that believed it would cover half the time.
 *
 * @param groups - successes among n rows, which need not be whole
 * @param level - credibility of the equal-tailed intervals
 * @throws RangeError without two groups that have rows
 * @example
 * const groups = [[3, 5], [30, 60], [12, 40], [1, 4], [55, 100]].map(([successes, n]) => ({ successes, n }));
 * shrunkenRates(groups).rates.map(({ estimate }) => estimate.toFixed(5)) // => ["0.47678", "0.48423", "0.38558", "0.44523", "0.52325"]
 */
export function shrunkenRates(
  groups: readonly { readonly successes: number; readonly n: number }[],
  level = 0.95,
): ShrunkenRates {
  const told = groups.filter(({ n }) => n > 0);
  if (told.length < 2) throw new RangeError(`groups with rows too few to shrink: ${told.length}; give two or more`);
  const alike = new Map<string, { successes: number; n: number; times: number }>();
  for (const { successes, n } of told) {
    const key = `${successes} ${n}`;
    alike.set(key, { successes, n, times: (alike.get(key)?.times ?? 0) + 1 });
  }
  const distinct = [...alike.values()];
  const loss = (mean: number, rows: number) => {
    const [alpha, beta] = [mean * rows, (1 - mean) * rows];
    const base = logBeta(alpha, beta);
    return distinct.reduce(
      (sum, { successes, n, times }) => sum + times * (base - logBeta(successes + alpha, n - successes + beta)),
      0,
    );
  };
  const pooled = told.reduce((sum, { successes }) => sum + successes, 0) / told.reduce((sum, { n }) => sum + n, 0);
  const [least, most] = [Math.log(1e-2), Math.log(MOST_PRIOR_ROWS)];
  const start = { mean: Math.min(1 - 1e-6, Math.max(1e-6, pooled)), lnRows: 0 };
  start.lnRows = bestOnGrid((x) => loss(start.mean, Math.exp(x)), least, most);
  const { mean, lnRows } = likeliestPrior(distinct, start, [least, most], loss);
  const rows = Math.exp(lnRows);
  const [alpha, beta] = [mean * rows, (1 - mean) * rows];
  const priors = likelyPriors((x) => loss(mean, Math.exp(x)), lnRows, [least, most], told.length);
  return {
    alpha,
    beta,
    negativeLogLikelihood: loss(mean, rows),
    rates: groups.map((group) => ({
      estimate: (alpha + group.successes) / (alpha + beta + group.n),
      ...mixedInterval(group, mean, priors, level),
    })),
  };
}

interface LikelyPrior {
  readonly rows: number;
  readonly weight: number;
}

/** Sizes of the prior that the data allow, with their posterior weights. */
function likelyPriors(
  loss: (lnRows: number) => number,
  best: number,
  [least, most]: Interval,
  groups: number,
): LikelyPrior[] {
  // Of hundreds of groups the size is known so well that the most likely one will do.
  if (groups > 200) return [{ rows: Math.exp(best), weight: 1 }];
  const points = groups > 50 ? 9 : 21;
  const lowest = loss(best);
  const reach = (direction: 1 | -1) => {
    let x = best + 0.25 * direction;
    while (x > least && x < most && loss(x) < lowest + 9) x += 0.25 * direction;
    return Math.min(most, Math.max(least, x));
  };
  const [from, to] = [reach(-1), reach(1)];
  const priors = Array.from({ length: points }, (_, k) => {
    const lnRows = from + ((to - from) * (k + 0.5)) / points;
    const rows = Math.exp(lnRows);
    return { rows, weight: (Math.exp(lowest - loss(lnRows)) * rows) / (1 + rows) ** 2 };
  });
  const total = priors.reduce((sum, { weight }) => sum + weight, 0);
  return priors.map(({ rows, weight }) => ({ rows, weight: weight / total })).filter(({ weight }) => weight > 1e-5);
}

/** Equal-tailed interval of a mixture of beta posteriors. */
function mixedInterval(
  { successes, n }: { readonly successes: number; readonly n: number },
  mean: number,
  priors: readonly LikelyPrior[],
  level: number,
): { low: number; high: number } {
  if (n > MANY_ROWS) return momentInterval({ successes, n }, mean, priors, level);
  const parts = priors.map(({ rows, weight }) => {
    const posterior = { alpha: mean * rows + successes, beta: (1 - mean) * rows + n - successes };
    return { ...posterior, weight, norm: logBeta(posterior.alpha, posterior.beta) };
  });
  const quantile = (p: number) =>
    invertCdf(p, {
      cdf: (x) => parts.reduce((sum, part) => sum + part.weight * incompleteBeta(part, x), 0),
      density: (x) =>
        parts.reduce((sum, { alpha, beta, weight, norm }) => {
          return sum + weight * Math.exp((alpha - 1) * Math.log(x) + (beta - 1) * Math.log1p(-x) - norm);
        }, 0),
      low: 0,
      high: 1,
      start: parts.reduce((sum, { alpha, beta, weight }) => sum + (weight * alpha) / (alpha + beta), 0),
    });
  return { low: quantile((1 - level) / 2), high: quantile((1 + level) / 2) };
}

/** Of more rows than this a posterior is so nearly normal that its first three moments tell its quantiles. */
const MANY_ROWS = 1e5;

/** The same from the mixture's mean, variance and skewness (Cornish and Fisher). */
function momentInterval(
  { successes, n }: { readonly successes: number; readonly n: number },
  mean: number,
  priors: readonly LikelyPrior[],
  level: number,
): { low: number; high: number } {
  const parts = priors.map(({ rows, weight }) => {
    const [a, b] = [mean * rows + successes, (1 - mean) * rows + n - successes];
    const size = a + b;
    const variance = (a * b) / (size * size * (size + 1));
    const third = (variance * 2 * (b - a)) / (size * (size + 2));
    return { weight, centre: a / size, variance, third };
  });
  const sum = (of: (part: (typeof parts)[number]) => number) =>
    parts.reduce((total, part) => total + part.weight * of(part), 0);
  const centre = sum((part) => part.centre);
  const variance = sum((part) => part.variance + (part.centre - centre) ** 2);
  const third = sum((part) => {
    const away = part.centre - centre;
    return part.third + 3 * away * part.variance + away ** 3;
  });
  const deviation = Math.sqrt(variance);
  const skewness = variance > 0 ? third / variance ** 1.5 : 0;
  const quantile = (p: number) => {
    const z = normalQuantile(p);
    return Math.min(1, Math.max(0, centre + deviation * (z + (skewness * (z * z - 1)) / 6)));
  };
  return { low: quantile((1 - level) / 2), high: quantile((1 + level) / 2) };
}

/** Posterior of one rate under a given beta prior, with its equal-tailed interval. */
export function posteriorRate(
  { successes, n }: { readonly successes: number; readonly n: number },
  prior: { readonly alpha: number; readonly beta: number },
  level = 0.95,
): ShrunkenRate {
  const posterior = { alpha: prior.alpha + successes, beta: prior.beta + n - successes };
  const tail = (1 - level) / 2;
  return {
    estimate: posterior.alpha / (posterior.alpha + posterior.beta),
    low: inverseIncompleteBeta(posterior, tail),
    high: inverseIncompleteBeta(posterior, 1 - tail),
  };
}

/** Where a function is lowest on a grid. */
function bestOnGrid(loss: (x: number) => number, low: number, high: number, steps = 48): number {
  let best = low;
  let least = Infinity;
  for (let k = 0; k <= steps; k++) {
    const x = low + ((high - low) * k) / steps;
    const value = loss(x);
    if (value < least) [best, least] = [x, value];
  }
  return best;
}

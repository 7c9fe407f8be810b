import type { Distribution } from "../../src/engine/stats/distribution.ts";

/**
 * What of a distribution contradicts itself, for smooth and mixed ones alike; [] where nothing does.
 *
 * Between any a < b: (1 − F(b))·(b − a) ≤ L(b) − L(a) ≤ (1 − F(a))·(b − a) for the limited expectation L, and a²·ΔF ≤
 * ΔM ≤ b²·ΔF for the partial second moment M, over 2000 cells even in probability; together they bracket mean and
 * variance. A quantile is the smallest x that reaches p.
 */
export function brokenLaws(law: Distribution, { tolerance = 1e-9 } = {}): string[] {
  const broken: string[] = [];
  const [low, high] = law.support;
  const slack = tolerance * law.mean;
  const demand = (holds: boolean, what: string) => holds || void broken.push(what);
  demand(low >= 0 && low <= law.mean && law.mean <= high, `mean ${law.mean} outside [${low}, ${high}]`);
  demand(law.cdf(low - 1e-9 * (1 + low)) === 0, "mass below the support");
  demand(high === Infinity ? law.cdf(1e300) === 1 : law.cdf(high) === 1, "mass beyond the support");
  demand(law.limitedExpectation(low / 2) === low / 2, "L(k) is not k below the support");
  demand(Math.abs(law.limitedExpectation(high) - law.mean) <= slack, "L(high) is not the mean");
  const grid: number[] = [low];
  for (let k = 1; k < 2000; k++) {
    const x = law.quantile(k / 2000);
    if (x > grid[grid.length - 1]!) grid.push(x);
  }
  for (const p of [1e-6, 0.01, 0.05, 0.3, 0.5, 0.77, 0.95, 0.999]) {
    const x = law.quantile(p);
    demand(law.cdf(x * (1 + 1e-9)) >= p - tolerance, `F(Q(${p})) = ${law.cdf(x)}`);
    demand(x <= low || law.cdf(x * (1 - 1e-9)) <= p + tolerance, `F below Q(${p}) is ${law.cdf(x * (1 - 1e-9))}`);
  }
  let squares = 0;
  let squaresAtMost = 0;
  for (let k = 1; k < grid.length; k++) {
    const [a, b] = [grid[k - 1]!, grid[k]!];
    const [below, upTo] = [law.cdf(a), law.cdf(b)];
    const rise = law.limitedExpectation(b) - law.limitedExpectation(a);
    demand(
      rise >= (1 - upTo) * (b - a) - slack && rise <= (1 - below) * (b - a) + slack,
      `L from ${a} to ${b}: ${rise}`,
    );
    demand(upTo >= below, `F falls from ${a} to ${b}`);
    squares += a * a * (upTo - below);
    squaresAtMost += b * b * (upTo - below);
    if (!law.secondMomentBelow) continue;
    const second = law.secondMomentBelow(b) - law.secondMomentBelow(a);
    const room = tolerance * (law.variance + law.mean ** 2);
    const holds = second >= a * a * (upTo - below) - room && second <= b * b * (upTo - below) + room;
    demand(holds, `M from ${a} to ${b}: ${second}`);
  }
  const atLow = low * low * law.cdf(low);
  const last = grid[grid.length - 1]!;
  const beyond = law.mean - law.limitedExpectation(last);
  demand(law.variance + law.mean ** 2 >= (squares + atLow) * (1 - tolerance), "variance too small");
  if (high < Infinity) {
    const most = squaresAtMost + atLow + (beyond + last * (1 - law.cdf(last))) * high;
    demand(law.variance + law.mean ** 2 <= most * (1 + tolerance), "variance too large");
  }
  return broken;
}

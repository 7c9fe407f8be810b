import { digamma } from "../../stats/digamma.ts";
import { trigamma } from "../../stats/trigamma.ts";
import type { Interval } from "../../stats/wilson-interval.ts";

/** Groups with the same counts, so many times. */
export interface RepeatedCount {
  readonly successes: number;
  readonly n: number;
  readonly times: number;
}

/** A beta prior by its mean and the logarithm of its size α + β. */
export interface PriorPlace {
  readonly mean: number;
  readonly lnRows: number;
}

/**
 * The beta prior that makes groups' counts most likely: Newton's method in the logit of its mean and the logarithm of its
 * size, in steps that never make it less likely; the size stays within bounds, at one of which it ends where groups differ
 * by chance alone.
 *
 * @param loss - minus the logarithm of the likelihood, of mean and size
 * @example
 * const loss = () => 0;
 * likeliestPrior([{ successes: 5, n: 10, times: 2 }], { mean: 0.5, lnRows: 1 }, [1, 1], loss) // => { mean: 0.5, lnRows: 1 }
 */
export function likeliestPrior(
  groups: readonly RepeatedCount[],
  start: PriorPlace,
  [least, most]: Interval,
  loss: (mean: number, rows: number) => number,
): PriorPlace {
  let u = Math.log(start.mean / (1 - start.mean));
  let v = start.lnRows;
  const meanOf = (logit: number) => 1 / (1 + Math.exp(-logit));
  let current = loss(meanOf(u), Math.exp(v));
  for (let round = 0; round < 100; round++) {
    const { gradient, curvature } = slopes(groups, meanOf(u), Math.exp(v));
    const [gu, gv] = gradient;
    const [huu, huv, hvv] = curvature;
    const held = (v >= most && gv < 0) || (v <= least && gv > 0);
    const determinant = huu * hvv - huv * huv;
    const curved = huu > 0 && determinant > 0;
    // Where the valley does not curve upwards, downhill will do.
    let du = held || !curved ? -gu / Math.max(Math.abs(huu), 1e-300) : -(hvv * gu - huv * gv) / determinant;
    let dv = held ? 0 : curved ? -(huu * gv - huv * gu) / determinant : -Math.sign(gv);
    const size = Math.max(Math.abs(du), Math.abs(dv));
    if (size > 2) [du, dv] = [(2 * du) / size, (2 * dv) / size];
    let next = v;
    for (let halving = 0; ; halving++) {
      next = Math.min(most, Math.max(least, v + dv));
      const value = loss(meanOf(u + du), Math.exp(next));
      if (value <= current || halving > 40) {
        current = Math.min(current, value);
        break;
      }
      [du, dv] = [du / 2, dv / 2];
    }
    const moved = Math.max(Math.abs(du), Math.abs(next - v));
    [u, v] = [u + du, next];
    if (moved < 1e-10) break;
  }
  return { mean: meanOf(u), lnRows: v };
}

/** First and second derivatives of the loss in the logit of the mean and the logarithm of the size. */
function slopes(groups: readonly RepeatedCount[], mean: number, rows: number) {
  const [a, b] = [mean * rows, (1 - mean) * rows];
  const [psiA, psiB, psiRows] = [digamma(a), digamma(b), digamma(rows)];
  const [triA, triB, triRows] = [trigamma(a), trigamma(b), trigamma(rows)];
  let [da, db, daa, dab, dbb] = [0, 0, 0, 0, 0];
  for (const { successes, n, times } of groups) {
    const [psiAll, triAll] = [digamma(n + rows), trigamma(n + rows)];
    da += times * (psiA - psiRows - digamma(successes + a) + psiAll);
    db += times * (psiB - psiRows - digamma(n - successes + b) + psiAll);
    daa += times * (triA - triRows - trigamma(successes + a) + triAll);
    dbb += times * (triB - triRows - trigamma(n - successes + b) + triAll);
    dab += times * (triAll - triRows);
  }
  const width = rows * mean * (1 - mean);
  return {
    gradient: [(da - db) * width, a * da + b * db] as const,
    curvature: [
      (daa - 2 * dab + dbb) * width * width + (da - db) * width * (1 - 2 * mean),
      width * (a * daa + (b - a) * dab - b * dbb + da - db),
      a * a * daa + 2 * a * b * dab + b * b * dbb + a * da + b * db,
    ] as const,
  };
}

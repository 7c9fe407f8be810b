import { binomialTails } from "../../stats/binomial-tails.ts";
import { clopperPearsonInterval } from "../../stats/clopper-pearson-interval.ts";
import { type IntervalAnswer, intervalScore } from "./interval-score.ts";
import { intervalWidening } from "./interval-widening.ts";

/** One answered question, with what makes its score comparable to those of questions in other units. */
export interface CalibrationAnswer extends IntervalAnswer {
  /** What one unit of the score means here; the size of the truth unless given. */
  readonly scale?: number | undefined;
}

/** What the answers so far say of the person who gave them. */
type CalibrationVerdict = "over-confident" | "calibrated so far" | "under-confident" | "not enough answers";

/** How well someone's intervals hold what they are said to hold. */
export interface IntervalCalibration {
  readonly n: number;
  readonly hits: number;
  /** The share of intervals that held the truth; null without answers. */
  readonly hitRate: {
    readonly estimate: number | null;
    readonly low: number;
    readonly high: number;
    readonly level: number;
    readonly n: number;
    readonly method: "clopper-pearson";
  };
  /** Mean of the interval scores, each in units of its scale; smaller is better. Null without answers. */
  readonly meanIntervalScore: number | null;
  readonly verdict: CalibrationVerdict;
  /** What to widen intervals by about their middle; null while there are too few answers. */
  readonly widening: number | null;
}

/** With fewer answers there is no verdict. */
const LEAST_ANSWERS = 10;

/** A verdict is wrong for at most this share of people whose intervals are what they say, on either side. */
const WRONG_VERDICTS = 0.05;

/**
 * Judges answered interval questions, each interval meant to hold the truth with probability `level` (0.9 unless given).
 *
 * A hit is low ≤ truth ≤ high. The verdict is the exact binomial test of the hits against the level: over-confident
 * where so few hits, under-confident where so many, would come to at most 5 % of people whose intervals are what they
 * say; no verdict below 10 answers. "Calibrated so far" is the absence of evidence: at level 0.9 it takes 29 hits in a
 * row to tell that intervals are too wide.
 *
 * Throws a RangeError for an interval without width, numbers that are not finite, a level outside (0, 1), and a truth
 * of 0 without a scale.
 *
 * @example
 * intervalCalibration([{ low: 300, high: 400, truth: 324 }]).hitRate.estimate // => 1
 */
export function intervalCalibration(
  answers: readonly CalibrationAnswer[],
  { level = 0.9 }: { readonly level?: number } = {},
): IntervalCalibration {
  if (!(level > 0 && level < 1)) throw new RangeError(`level ${level} is not between 0 and 1; give 0.9 or another`);
  answers.forEach(check);
  const n = answers.length;
  const hits = answers.filter(({ low, high, truth }) => low <= truth && truth <= high).length;
  const scores = answers.map((answer) => intervalScore(answer, level) / (answer.scale ?? Math.abs(answer.truth)));
  const [low, high] = n === 0 ? [0, 1] : clopperPearsonInterval(hits, n, 0.95);
  return {
    n,
    hits,
    hitRate: { estimate: n === 0 ? null : hits / n, low, high, level: 0.95, n, method: "clopper-pearson" },
    meanIntervalScore: n === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / n,
    verdict: verdictOf({ hits, n, level }),
    widening: n < LEAST_ANSWERS ? null : intervalWidening(answers, level),
  };
}

function check({ low, high, truth, scale }: CalibrationAnswer, k: number): void {
  if (![low, high, truth].every(Number.isFinite)) throw new RangeError(`answer ${k} has no finite numbers; give three`);
  if (!(low < high)) throw new RangeError(`answer ${k} from ${low} to ${high} has no width; give low < high`);
  const unit = scale ?? Math.abs(truth);
  if (!(unit > 0 && unit < Infinity)) throw new RangeError(`answer ${k} has scale ${unit}; give one above 0`);
}

function verdictOf({ hits, n, level }: { hits: number; n: number; level: number }): CalibrationVerdict {
  if (n < LEAST_ANSWERS) return "not enough answers";
  const { atMost, atLeast } = binomialTails({ successes: hits, n }, level);
  if (atMost <= WRONG_VERDICTS) return "over-confident";
  return atLeast <= WRONG_VERDICTS ? "under-confident" : "calibrated so far";
}

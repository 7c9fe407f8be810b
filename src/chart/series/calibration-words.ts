import type { IntervalCalibration } from "../../engine/quantification/calibration/interval-calibration.ts";
import { formatNumber, formatPercent, plural } from "./format-number.ts";

/** How well intervals held what they were said to hold, in a sentence. */
export function calibrationSentence({ hits, n, hitRate }: IntervalCalibration): string {
  if (n === 0 || hitRate.estimate === null) return "No interval is judged yet.";
  const held = `${formatNumber(hits)} of ${formatNumber(n)} ${plural("interval", n)} held the truth`;
  return `${held}: ${formatPercent(hitRate.estimate)}, with 95 % between ${formatPercent(hitRate.low)} and ${formatPercent(hitRate.high)}; 90 % was meant.`;
}

/** What the verdict asks for. */
export function calibrationAdvice({ verdict, widening, n }: IntervalCalibration): string {
  const factor = widening === null ? null : formatNumber(widening, 1);
  switch (verdict) {
    case "not enough answers":
      return `${formatNumber(n)} ${plural("answer", n)} are too few to judge by; ten are the least.`;
    case "over-confident":
      return `Over-confident: the intervals are too narrow.${factor === null ? "" : ` About ${factor} times as wide they would have held nine in ten.`} Ask of each end: would I bet nine to one?`;
    case "under-confident":
      return `Under-confident: the intervals are wider than 90 % asks for.${factor === null ? "" : ` About ${factor} times their width would have done.`}`;
    case "calibrated so far":
      return "Nothing speaks against your 90 % so far; that is the absence of evidence, not a proof. Practise the other set.";
    default: {
      const unnamed: never = verdict;
      return unnamed;
    }
  }
}

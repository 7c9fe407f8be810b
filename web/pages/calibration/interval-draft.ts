import type { CalibrationQuestion } from "../../../src/contract/facts.ts";
import type { CalibrationAnswer } from "../../../src/engine/quantification/calibration/interval-calibration.ts";
import { parseNumber } from "../scenario/number-text.ts";

/** The two ends of one answer as they are typed. */
export interface IntervalDraft {
  readonly low: string;
  readonly high: string;
}

export const emptyInterval: IntervalDraft = { low: "", high: "" };

/** An answer as it can be judged; null while nothing is typed, or what is wrong with it. */
export function readInterval({ low, high }: IntervalDraft): { low: number; high: number } | { mistake: string } | null {
  if (low.trim() === "" && high.trim() === "") return null;
  const [from, to] = [parseNumber(low), parseNumber(high)];
  if (from === null)
    return { mistake: low.trim() === "" ? "write the low end too" : `“${low.trim()}” is not a number` };
  if (to === null)
    return { mistake: high.trim() === "" ? "write the high end too" : `“${high.trim()}” is not a number` };
  if (from >= to) return { mistake: "the low end is not below the high end; swap them, or widen" };
  return { low: from, high: to };
}

/**
 * The answers that can be judged. A year is judged in units of a hundred years: its distance from year 0 says nothing of
 * how hard it is to know.
 */
export function judgedAnswers(
  questions: readonly CalibrationQuestion[],
  drafts: Readonly<Record<string, IntervalDraft>>,
): CalibrationAnswer[] {
  return questions.flatMap(({ id, truth, unit }) => {
    const read = readInterval(drafts[id] ?? emptyInterval);
    if (read === null || "mistake" in read) return [];
    return [{ ...read, truth, ...(unit === "year" ? { scale: 100 } : {}) }];
  });
}

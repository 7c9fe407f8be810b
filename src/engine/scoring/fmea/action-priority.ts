export type ActionPriority = "high" | "medium" | "low";

/** Severity 9–10, 7–8, 4–6, 2–3; occurrence 8–10, 6–7, 4–5, 2–3, 1; detection 7–10, 5–6, 2–4, 1. */
const table = [
  ["HHHH", "HHHH", "HHHM", "HMLL", "LLLL"],
  ["HHHH", "HHHM", "HMMM", "MMLL", "LLLL"],
  ["HHMM", "MMML", "MLLL", "LLLL", "LLLL"],
  ["MMLL", "LLLL", "LLLL", "LLLL", "LLLL"],
] as const;
const severityFrom = [9, 7, 4, 2];
const occurrenceFrom = [8, 6, 4, 2, 1];
const detectionFrom = [7, 5, 2, 1];
const words = { H: "high", M: "medium", L: "low" } as const;

/**
 * How soon a failure mode needs action: the AIAG & VDA action priority (FMEA Handbook 2019, design and process alike). It
 * says what to do first, not how large a risk is. Never falls when a rating rises; severity 1 is always low.
 *
 * @param severity - 1 to 10, likewise `occurrence` and `detection` (10: not detected)
 * @throws RangeError when a rating is not a whole number from 1 to 10
 * @example
 * actionPriority(9, 4, 1) // => "medium"
 */
export function actionPriority(severity: number, occurrence: number, detection: number): ActionPriority {
  for (const [name, rating] of Object.entries({ severity, occurrence, detection }))
    if (!(Number.isInteger(rating) && rating >= 1 && rating <= 10))
      throw new RangeError(`${name} not a whole number from 1 to 10: ${rating}; rate it by the criteria`);
  if (severity === 1) return "low";
  const row = table[classOf(severityFrom, severity)]![classOf(occurrenceFrom, occurrence)]!;
  return words[row[classOf(detectionFrom, detection)] as keyof typeof words];
}

function classOf(from: readonly number[], rating: number): number {
  return from.findIndex((lowest) => rating >= lowest);
}

import type { GapKind } from "../disparity/gap.ts";

/** How large a disparity may be, who said so, when and why. */
export interface DisparityLimit {
  /** Name of the disparity, such as demographicParityRatio. */
  readonly disparity: string;
  /** A difference stays below it, a ratio above it. */
  readonly bound: number;
  readonly purpose: string;
  readonly rationale: string;
  readonly approvedBy: string;
  /** Calendar date, YYYY-MM-DD. */
  readonly approvedOn: string;
}

/**
 * Refuses a limit that nobody answers for, or whose bound no disparity of its kind can reach.
 *
 * @throws RangeError when purpose, rationale, approver or date is missing, or the bound is out of range
 * @example
 * const limit = { disparity: "aucDifference", bound: 0, purpose: "p", rationale: "r", approvedBy: "mara", approvedOn: "2026-03-02" };
 * checkDisparityLimit(limit, "difference") // throws bound of aucDifference not above 0: 0
 */
export function checkDisparityLimit(limit: DisparityLimit, kind: GapKind): void {
  const { bound, approvedOn, disparity } = limit;
  if (!(bound > 0 && bound < (kind === "ratio" ? 1 : Infinity)))
    throw new RangeError(`bound of ${disparity} not ${kind === "ratio" ? "between 0 and 1" : "above 0"}: ${bound}`);
  for (const name of ["purpose", "rationale", "approvedBy"] as const) {
    if (limit[name].trim() === "") throw new RangeError(`limit of ${disparity} without ${name}; write it down first`);
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(approvedOn))
    throw new RangeError(`approvedOn of ${disparity} not a date: ${approvedOn}; write YYYY-MM-DD`);
}

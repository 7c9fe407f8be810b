import { limitStatus } from "./limit-status.ts";

/** A line drawn for the probability that a year's loss is larger than an amount. */
export interface AnnualLossLine {
  readonly exceeds: number;
  readonly appetite: number;
  readonly tolerance: number;
}

/** Where a year's loss stands against its line. */
export interface LimitStanding {
  /** P(loss > exceeds); null where nothing in scope is quantified. */
  readonly probability: number | null;
  readonly status: "ok" | "warning" | "breach" | "unknown";
  /** Loss that a year exceeds with the tolerated probability; null where unknown, or where nothing is tolerated. */
  readonly lossAtTolerance: number | null;
  /** `lossAtTolerance` − `exceeds`: above 0 where the line is crossed, and by how much; below 0 the room that is left. */
  readonly over: number | null;
}

/**
 * Where an annual loss stands against one line, so that several lines on one scope, a curve of limits, say where the
 * loss curve crosses them and by how much.
 *
 * `reading` is what an engine reads off the distribution at the line (`exactLimitReadings`, or a simulation of the same
 * scope); null where nothing in scope is quantified. Reaching a line exactly is a breach with `over` 0, or below it where
 * losses lie on a lattice.
 *
 * @example
 * limitStanding({ exceeds: 100, appetite: 0.05, tolerance: 0.1 }, { probability: 0.12, lossAtTolerance: 130 })
 * // => { probability: 0.12, status: "breach", lossAtTolerance: 130, over: 30 }
 */
export function limitStanding(
  line: AnnualLossLine,
  reading: { readonly probability: number; readonly lossAtTolerance: number | null } | null,
): LimitStanding {
  const lossAtTolerance = reading?.lossAtTolerance ?? null;
  return {
    probability: reading?.probability ?? null,
    status: limitStatus(reading?.probability ?? null, line),
    lossAtTolerance,
    over: lossAtTolerance === null ? null : lossAtTolerance - line.exceeds,
  };
}

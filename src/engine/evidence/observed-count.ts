import type { Measured } from "../monitoring/indicator-value.ts";

/** A count over an exposure: events over years, or cases of cases. */
export interface ObservedCount {
  readonly count: number;
  readonly exposure: number;
}

/**
 * What a reading says as evidence; null where it says nothing of the kind.
 *
 * As events: events over years are taken as they are; events over decisions over the years in which so many decisions
 * are taken, where that is known; a signal without a number is one event over no time, so that the time watched has to
 * be observed beside it. As cases: a share, events over decisions, and a value in [0, 1] with the n it rests on, whose
 * count is value × n.
 *
 * @example
 * observedCount({ kind: "events", count: 3, exposure: { amount: 100000, unit: "decisions" } },
 *   { as: "events", decisionsPerYear: 400000 }) // => { count: 3, exposure: 0.25 }
 * @example
 * observedCount({ kind: "value", value: 0.25, n: 40 }, { as: "cases" }) // => { count: 10, exposure: 40 }
 */
export function observedCount(
  measured: Measured,
  { as, decisionsPerYear }: { readonly as: "events" | "cases"; readonly decisionsPerYear?: number | undefined },
): ObservedCount | null {
  if (measured === null) return as === "events" ? { count: 1, exposure: 0 } : null;
  if (measured.kind === "events") {
    const { count, exposure } = measured;
    if (as === "cases") return exposure.unit === "decisions" ? cases(count, exposure.amount) : null;
    if (exposure.unit === "years") return { count, exposure: exposure.amount };
    return decisionsPerYear !== undefined && decisionsPerYear > 0
      ? { count, exposure: exposure.amount / decisionsPerYear }
      : null;
  }
  if (as === "events") return null;
  if (measured.kind === "share") return cases(measured.count, measured.of);
  const { value, n } = measured;
  return n !== undefined && value >= 0 && value <= 1 ? cases(value * n, n) : null;
}

const cases = (count: number, of: number) => (of > 0 && count >= 0 && count <= of ? { count, exposure: of } : null);

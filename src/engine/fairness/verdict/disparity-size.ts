import type { Comparison, GapKind } from "../disparity/gap.ts";

/** A disparity with its interval, whatever it was compared with. */
export interface MeasuredInterval {
  readonly kind: GapKind;
  readonly comparison: Comparison;
  readonly estimate: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
}

/**
 * A disparity's size without direction, with its interval: to a reference group a difference may be negative and a ratio
 * above 1, and a limit is held to either side alike. Null where it has no value or no interval.
 *
 * @example
 * disparitySize({ kind: "difference", comparison: "to-reference", estimate: -0.2, low: -0.3, high: -0.1 }) // => { estimate: 0.2, low: 0.1, high: 0.3 }
 */
export function disparitySize({
  kind,
  comparison,
  estimate,
  low = null,
  high = null,
}: MeasuredInterval): { readonly estimate: number; readonly low: number; readonly high: number } | null {
  if (estimate === null || low === null || high === null) return null;
  if (comparison !== "to-reference") return { estimate, low, high };
  if (kind === "difference")
    return {
      estimate: Math.abs(estimate),
      low: Math.max(0, low, -high),
      high: Math.max(Math.abs(low), Math.abs(high)),
    };
  const size = Math.min(estimate, 1 / estimate);
  return { estimate: size, low: Math.min(low, 1 / high), high: low > 1 ? 1 / low : Math.min(1, high) };
}

import { disparitySize, type MeasuredInterval } from "./disparity-size.ts";

/** What the evidence says about a disparity and a limit. That it says nothing yet is an answer too. */
export type Verdict = "within" | "outside" | "not-enough-evidence";

/**
 * Where a bound puts a disparity whose interval is at level 1 − 2α: "within" if all of it lies inside, "outside" if all
 * of it lies beyond, else "not-enough-evidence" (two one-sided tests, Schuirmann 1987). A group of which nothing is known
 * keeps "within" from being said. A difference is to stay below its bound, a ratio above it.
 *
 * @example
 * verdictAt({ kind: "ratio", comparison: "between-groups", estimate: 0.31, low: 0.2, high: 0.46 }, 0.8, 0) // => "outside"
 */
export function verdictAt(measured: MeasuredInterval, bound: number, unknownGroups: number): Verdict {
  const size = disparitySize(measured);
  if (size === null) return "not-enough-evidence";
  const { low, high } = size;
  const isDifference = measured.kind === "difference";
  if (isDifference ? low > bound : high < bound) return "outside";
  if ((isDifference ? high < bound : low > bound) && unknownGroups === 0) return "within";
  return "not-enough-evidence";
}

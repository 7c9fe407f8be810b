import type { AnnualLossWithInherent } from "../annual-loss.ts";
import { annualLossOfYears } from "./annual-loss-of-years.ts";
import type { SortedYears } from "./sorted-years.ts";

/** Loss of each year before and with controls; one array serves as both where nothing is controlled. */
export interface YearLosses {
  readonly inherent: Float64Array;
  readonly residual: Float64Array;
}

/**
 * Years without a loss, in memory of the caller's choice; two arrays only where something is controlled.
 *
 * @example
 * lossFreeYears(2, true).residual // => [0, 0]
 */
export function lossFreeYears(
  years: number,
  isControlled: boolean,
  allocate = (length: number): Float64Array => new Float64Array(length),
): YearLosses {
  const inherent = allocate(years);
  return { inherent, residual: isControlled ? allocate(years) : inherent };
}

/**
 * Adds losses year by year; `sum` must have two arrays where `losses` has.
 *
 * @example
 * const both = lossFreeYears(2, false);
 * addYearLosses(both, { inherent: Float64Array.of(3, 4), residual: Float64Array.of(3, 4) });
 * both.inherent // => [3, 4]
 */
export function addYearLosses(sum: YearLosses, losses: YearLosses): void {
  addYears(sum.inherent, losses.inherent);
  if (sum.residual !== sum.inherent) addYears(sum.residual, losses.residual);
}

function addYears(sum: Float64Array, losses: Float64Array): void {
  for (let year = 0; year < sum.length; year++) sum[year]! += losses[year]!;
}

/** The residual figures with the inherent ones beside them. */
export function figuresOfYears(losses: YearLosses, sorting: SortedYears): AnnualLossWithInherent {
  const inherent = annualLossOfYears(losses.inherent, sorting);
  if (losses.residual === losses.inherent) return { ...inherent, inherent };
  return { ...annualLossOfYears(losses.residual, sorting), inherent };
}

import { BLOCK_YEARS } from "./event-years.ts";
import type { YearLosses } from "./year-losses.ts";

/** The losses of one piece of events before and with controls; with them, only those that happen. */
export interface PieceLosses {
  readonly inherent: Float64Array;
  readonly residual: Float64Array;
  /** Which events the residual losses are of. */
  readonly happening: Uint16Array;
}

/**
 * The candidates for the largest single event of each year: events of scenarios' own, of which only the largest of a
 * year is kept, and strikes of common causes, each with its loss over all scenarios added so far.
 */
export interface Occurrences {
  readonly largest: YearLosses;
  /** Of each cause, the losses of its strikes in their order, by block. */
  readonly strikes: Map<string, YearLosses[]>;
}

/**
 * Candidates without a loss.
 *
 * @example
 * noOccurrences(2).largest.inherent // => [0, 0]
 */
export function noOccurrences(years: number): Occurrences {
  return {
    largest: { inherent: new Float64Array(years), residual: new Float64Array(years) },
    strikes: new Map(),
  };
}

/** Notes events of a scenario's own, given the year of each within its block. */
export function noteEvents(
  { largest }: Occurrences,
  block: number,
  years: Uint16Array,
  losses: PieceLosses,
  counts: { readonly all: number; readonly happening: number },
): void {
  const first = block * BLOCK_YEARS;
  // Beyond the last year there is no place: what is written there is lost, what is read is not smaller.
  for (let i = 0; i < counts.all; i++) {
    const year = first + years[i]!;
    if (losses.inherent[i]! > largest.inherent[year]!) largest.inherent[year] = losses.inherent[i]!;
  }
  for (let k = 0; k < counts.happening; k++) {
    const year = first + years[losses.happening[k]!]!;
    if (losses.residual[k]! > largest.residual[year]!) largest.residual[year] = losses.residual[k]!;
  }
}

/** The losses of the strikes of a cause in a block, to be added to. */
export function strikesInBlock({ strikes }: Occurrences, cause: string, block: number, count: number): YearLosses {
  const blocks = strikes.get(cause) ?? [];
  if (blocks.length === 0) strikes.set(cause, blocks);
  blocks[block] ??= { inherent: new Float64Array(count), residual: new Float64Array(count) };
  return blocks[block];
}

/** Adds the candidates of other scenarios. */
export function addOccurrences(sum: Occurrences, other: Occurrences): void {
  for (const state of ["inherent", "residual"] as const) {
    raise(sum.largest[state], other.largest[state]);
    for (const [cause, blocks] of other.strikes) {
      for (const [block, losses] of blocks.entries()) {
        const total = strikesInBlock(sum, cause, block, losses[state].length)[state];
        for (let strike = 0; strike < total.length; strike++) total[strike]! += losses[state][strike]!;
      }
    }
  }
}

/** Raises each year's largest event to a strike of the cause that cost more, given the year of each strike. */
export function raiseToStrikes(
  { largest, strikes }: Occurrences,
  cause: string,
  yearsOfStrikes: (block: number) => Uint16Array,
): void {
  for (const [block, losses] of (strikes.get(cause) ?? []).entries()) {
    const years = yearsOfStrikes(block);
    const first = block * BLOCK_YEARS;
    for (const state of ["inherent", "residual"] as const) {
      for (const [strike, year] of years.entries()) {
        if (losses[state][strike]! > largest[state][first + year]!)
          largest[state][first + year] = losses[state][strike]!;
      }
    }
  }
}

function raise(largest: Float64Array, other: Float64Array): void {
  for (let year = 0; year < largest.length; year++) if (other[year]! > largest[year]!) largest[year] = other[year]!;
}

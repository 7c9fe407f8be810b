import { drawPoisson } from "../../stats/draw-poisson.ts";
import { drawUniform } from "../../stats/draw-uniform.ts";
import { fillWords, type Stream } from "../../stats/stream.ts";

/** Years simulated at a time, a power of two: a block is drawn whole even where fewer years are asked for. */
export const BLOCK_YEARS = 2048;

/** Hands out the events of one block of years: the year of each, in pieces. */
export interface EventYears {
  /**
   * Fills `out` with the year within the block of the next events and says how many; 0 when there are no more.
   *
   * @param pairs - the same memory, two years to a word
   */
  next(out: Uint16Array, pairs: Int32Array): number;
}

/** Two years to a word. */
const YEAR_MASK = (BLOCK_YEARS - 1) | ((BLOCK_YEARS - 1) << 16);

/**
 * The events of a block in which every year has the same rate: one Poisson number for the whole block, each event
 * in a year of its own, uniformly. That is the same law as a Poisson number for each year, at a cost that follows the
 * number of events.
 *
 * @example
 * const years = new Uint16Array(8);
 * scatteredEvents(Int32Array.of(1, 2, 3, 4), 0).next(years, new Int32Array(years.buffer)) // => 0
 */
export function scatteredEvents(stream: Stream, eventsPerYear: number): EventYears {
  let left = drawPoisson(stream, eventsPerYear * BLOCK_YEARS);
  return {
    next(out, pairs) {
      const count = Math.min(left, out.length);
      left -= count;
      fillWords(stream, pairs, (count + 1) >> 1, YEAR_MASK);
      return count;
    },
  };
}

/**
 * The events of a block in which year `y` has `numberOf(y)` of them, asked for once each, in order of the year.
 *
 * @example
 * yearlyEvents(() => 0).next(new Uint16Array(8), new Int32Array(4)) // => 0
 */
export function yearlyEvents(numberOf: (year: number) => number): EventYears {
  let year = -1;
  let left = 0;
  return {
    next(out) {
      let count = 0;
      while (count < out.length) {
        if (left === 0) {
          if (++year >= BLOCK_YEARS) break;
          left = numberOf(year);
        }
        const run = Math.min(left, out.length - count);
        for (const end = count + run; count < end; count++) out[count] = year;
        left -= run;
      }
      return count;
    },
  };
}

/**
 * Keeps of `count` events those that happen, each with the probability of its year; writes their positions, says how
 * many. One random number an event whatever its probability: a larger one keeps the same events and perhaps more.
 *
 * @example
 * const kept = new Uint16Array(3);
 * positionsThatHappen(Int32Array.of(1, 2, 3, 4), Float64Array.of(0, 1), Uint16Array.of(1, 0, 1), 3, kept) // => 2
 */
export function positionsThatHappen(
  stream: Stream,
  probability: Float64Array,
  years: Uint16Array,
  count: number,
  out: Uint16Array,
): number {
  let kept = 0;
  for (let i = 0; i < count; i++) {
    out[kept] = i;
    if (drawUniform(stream) < probability[years[i]!]!) kept++;
  }
  return kept;
}

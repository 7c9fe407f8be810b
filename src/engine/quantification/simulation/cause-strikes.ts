import { drawPoisson } from "../../stats/draw-poisson.ts";
import type { BlockStreams } from "./block-streams.ts";
import { BLOCK_YEARS, scatteredEvents, yearlyEvents } from "./event-years.ts";
import type { CauseDraws } from "./scenario-draws.ts";
import { STREAM_PLACE } from "./stream-place.ts";

const PIECE = 1024;

/**
 * The year within the block of each strike of a common cause: a Poisson number of the year's rate, in the same order
 * for every scenario that the cause can strike, since they are drawn under the cause's own key.
 *
 * @example
 * const streams = new BlockStreams();
 * streams.begin(0);
 * causeStrikes({ strikesKey: streamKey(1, "vendor"), strikes: certainDraw(0) }, streams).length // => 0
 */
export function causeStrikes(
  { strikesKey, strikes }: Pick<CauseDraws, "strikesKey" | "strikes">,
  streams: BlockStreams,
): Uint16Array {
  const chance = streams.start(strikesKey, STREAM_PLACE.events);
  const rate = new Float64Array(BLOCK_YEARS);
  if (strikes.certain === null) strikes.fill(streams.start(strikesKey, STREAM_PLACE.frequency), rate, BLOCK_YEARS);
  const events =
    strikes.certain === null
      ? yearlyEvents((year) => drawPoisson(chance, rate[year]!))
      : scatteredEvents(chance, strikes.certain);
  const pairs = new Int32Array(PIECE / 2);
  const piece = new Uint16Array(pairs.buffer);
  const pieces: Uint16Array[] = [];
  for (let count = events.next(piece, pairs); count > 0; count = events.next(piece, pairs)) {
    pieces.push(piece.slice(0, count));
  }
  const years = new Uint16Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let from = 0;
  for (const part of pieces) {
    years.set(part, from);
    from += part.length;
  }
  return years;
}

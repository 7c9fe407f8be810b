import { expect, test } from "vitest";
import { expectAverage } from "../../../../test/harness/draw-law.ts";
import { drawPoisson } from "../../stats/draw-poisson.ts";
import { incompleteGamma } from "../../stats/incomplete-gamma.ts";
import type { Stream } from "../../stats/stream.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import { BLOCK_YEARS, type EventYears, positionsThatHappen, scatteredEvents, yearlyEvents } from "./event-years.ts";

function started(name: string, block = 0): Stream {
  const stream = new Int32Array(4);
  startStream(stream, streamKey(1, name), block, 0);
  return stream;
}

/** All events of a block, taken in pieces of some length. */
function taken(events: EventYears, piece = 1024): number[] {
  const pairs = new Int32Array(piece / 2);
  const out = new Uint16Array(pairs.buffer);
  const years: number[] = [];
  for (let count = events.next(out, pairs); count > 0; count = events.next(out, pairs)) {
    years.push(...out.subarray(0, count));
  }
  expect(events.next(out, pairs)).toBe(0);
  return years;
}

function perYear(years: readonly number[]): Float64Array {
  const counts = new Float64Array(BLOCK_YEARS);
  for (const year of years) counts[year]!++;
  return counts;
}

const poisson = (stream: Stream, rates: Float64Array) => (year: number) => drawPoisson(stream, rates[year]!);
const rising = Float64Array.from({ length: BLOCK_YEARS }, (_, year) => year / BLOCK_YEARS);
const same = (rate: number): Float64Array => new Float64Array(BLOCK_YEARS).fill(rate);

/** Either way of handing out events, at one rate for all years. */
const WAYS = [
  ["scattered", (stream: Stream, rate: number) => scatteredEvents(stream, rate)],
  ["year by year", (stream: Stream, rate: number) => yearlyEvents(poisson(stream, same(rate)))],
] as const;

test.each(WAYS)(
  "%s: the number of events of a year has Poisson's mean, variance and share above the mean",
  (_, way) => {
    for (const rate of [0.05, 2, 14]) {
      const blocks = Array.from({ length: 40 }, (__, block) =>
        perYear(taken(way(started(`rate ${rate}`, block), rate))),
      );
      const expectation = (of: (count: number) => number, is: number) =>
        expectAverage(
          blocks.map((counts) => counts.reduce((sum, count) => sum + of(count), 0) / BLOCK_YEARS),
          is,
        );
      expectation((count) => count, rate);
      expectation((count) => (count - rate) ** 2, rate);
      // P(N > rate) = P(gamma(⌊rate⌋ + 1) ≤ rate).
      expectation((count) => (count > rate ? 1 : 0), incompleteGamma(Math.floor(rate) + 1, rate));
    }
  },
);

test.each(WAYS)("%s: the number of events of a year tells nothing of the next year's", (_, way) => {
  const products = Array.from({ length: 40 }, (__, block) => {
    const counts = perYear(taken(way(started("neighbours", block), 2)));
    let sum = 0;
    for (let year = 1; year < BLOCK_YEARS; year++) sum += (counts[year]! - 2) * (counts[year - 1]! - 2);
    return sum / (BLOCK_YEARS - 1);
  });
  expectAverage(products, 0);
});

test.each(WAYS)("%s: the events do not depend on the length of the pieces", (_, way) => {
  const whole = taken(way(started("pieces"), 3), 16384);
  expect(whole.length).toBeGreaterThan(5000);
  for (const piece of [2, 50, 1024]) expect(taken(way(started("pieces"), 3), piece)).toEqual(whole);
});

test.each(WAYS)("%s: without a rate there is no event", (_, way) => {
  expect(taken(way(started("none"), 0))).toEqual([]);
});

test("events at one rate fall on every year of a block and on no other", () => {
  const years = taken(scatteredEvents(started("all"), 20));
  expect(Math.min(...perYear(years))).toBeGreaterThan(0);
  expect(Math.max(...years)).toBe(BLOCK_YEARS - 1);
});

test("events at rates of their own come in the order of years, none in a year without a rate", () => {
  const halves = same(3).fill(0, 0, BLOCK_YEARS / 2);
  const years = taken(yearlyEvents(poisson(started("halves"), halves)));
  expect(years).toEqual(years.toSorted((a, b) => a - b));
  expect(years[0]).toBeGreaterThanOrEqual(BLOCK_YEARS / 2);
  expect(years.length / BLOCK_YEARS).toBeCloseTo(1.5, 0);
});

test("of an odd number of events the last has a year of its own too", () => {
  const single = Array.from({ length: 200 }, (_, block) =>
    taken(scatteredEvents(started("odd", block), 1 / BLOCK_YEARS)),
  )
    .filter((years) => years.length === 1)
    .map(([year]) => year);
  expect(single.length).toBeGreaterThan(40);
  expect(new Set(single).size).toBeGreaterThan(0.9 * single.length);
});

test("the first year of a block and the last have their events", () => {
  for (const only of [0, BLOCK_YEARS - 1]) {
    const rates = same(0).fill(50, only, only + 1);
    expect(new Set(taken(yearlyEvents(poisson(started("one year"), rates))))).toEqual(new Set([only]));
  }
});

test("each year has its own rate", () => {
  const blocks = Array.from({ length: 40 }, (_, block) =>
    perYear(taken(yearlyEvents(poisson(started("rising", block), rising)))),
  );
  for (const half of [0, 1]) {
    const first = (half * BLOCK_YEARS) / 2;
    const events = blocks.map((counts) => counts.subarray(first, first + BLOCK_YEARS / 2).reduce((a, b) => a + b, 0));
    expectAverage(
      events,
      rising.subarray(first, first + BLOCK_YEARS / 2).reduce((a, b) => a + b, 0),
    );
  }
});

/** One event in each year of a block, in turn. */
const EACH_YEAR = Uint16Array.from({ length: BLOCK_YEARS }, (_, year) => year);

function positions(probability: Float64Array, block = 0, years = EACH_YEAR): Uint16Array {
  const out = new Uint16Array(years.length);
  return out.subarray(0, positionsThatHappen(started("happen", block), probability, years, years.length, out));
}

test("events of probability 0 never happen, of probability 1 always", () => {
  expect(positions(same(0))).toHaveLength(0);
  expect(positions(same(1))).toEqual(EACH_YEAR);
});

test("events happen as often as the probability of their year says, many or few of them", () => {
  for (const share of [0.01, 0.5, 0.97]) {
    const counts = Array.from({ length: 40 }, (_, block) => positions(same(share), block).length);
    expectAverage(counts, BLOCK_YEARS * share);
  }
  const events = Uint16Array.from({ length: 3000 }, (_, i) => (i % 3 === 0 ? 1500 : 500));
  const kept = positions(
    rising.map((_, year) => (year === 500 ? 1 : 0)),
    0,
    events,
  );
  expect([...kept]).toEqual(Array.from(events.keys()).filter((i) => events[i] === 500));
});

test("with a larger probability all that happened before happens still", () => {
  const few = positions(rising);
  const more = new Set(positions(rising.map((p) => Math.sqrt(p))));
  expect(more.size).toBeGreaterThan(few.length);
  expect(few.every((position) => more.has(position))).toBe(true);
});

test("an event takes one random number whether it happens or not, so that what follows stays the same", () => {
  const streams = [0, 0.5, 1].map((probability) => {
    const stream = started("one each");
    positionsThatHappen(stream, same(probability), EACH_YEAR, 99, new Uint16Array(99));
    return stream;
  });
  expect(streams[1]).toEqual(streams[0]);
  expect(streams[2]).toEqual(streams[0]);
});

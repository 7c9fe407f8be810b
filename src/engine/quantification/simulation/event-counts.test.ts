import { expect, test } from "vitest";
import { expectAverage } from "../../../../test/harness/draw-law.ts";
import type { Count, Scenario } from "../scenario.ts";
import { BlockStreams } from "./block-streams.ts";
import { countOfNormal } from "./count-of-normal.ts";
import { EventCounts } from "./event-counts.ts";
import { BLOCK_YEARS } from "./event-years.ts";
import { scenarioDraws } from "./scenario-draws.ts";

function numbers(change: Partial<Scenario>, block = 0, normals: Float64Array | null = null): Float64Array {
  const scenario: Scenario = { id: "a", system: "s", frequency: 1.5, loss: { primary: 1 }, controls: [], ...change };
  const streams = new BlockStreams();
  streams.begin(block);
  const events = new EventCounts().events(scenarioDraws(scenario, 1), streams, normals);
  const pairs = new Int32Array(512);
  const years = new Uint16Array(pairs.buffer);
  const counts = new Float64Array(BLOCK_YEARS);
  for (let count = events.next(years, pairs); count > 0; count = events.next(years, pairs)) {
    for (const year of years.subarray(0, count)) counts[year]!++;
  }
  return counts;
}

test.each<[Count, number, number]>([
  [{ kind: "poisson" }, 0.6, 0.6],
  [{ kind: "negative-binomial", size: 0.5 }, 0.6, 0.6 + 0.36 / 0.5],
  [{ kind: "zero-inflated", silent: 0.75 }, 0.15, 0.25 * (0.6 + 0.36) - 0.15 ** 2],
  [{ kind: "at-most-one" }, 0.6, 0.24],
])("numbers of %j at the rate 0.6 have mean %s and variance %s", (count, mean, variance) => {
  const blocks = Array.from({ length: 40 }, (_, block) => numbers({ count, frequency: 0.6 }, block));
  const average = (of: (number: number) => number) =>
    blocks.map((block) => block.reduce((sum, number) => sum + of(number), 0) / BLOCK_YEARS);
  expectAverage(
    average((number) => number),
    mean,
  );
  expectAverage(
    average((number) => (number - mean) ** 2),
    variance,
  );
});

test("normals decide the numbers: the quantiles of the year's law", () => {
  const normals = Float64Array.from({ length: BLOCK_YEARS }, (_, year) => (year - 1024) / 300);
  const count: Count = { kind: "negative-binomial", size: 2 };
  const frequency = { threatEvents: 4, vulnerability: 0.5 };
  expect(numbers({ count, frequency }, 0, normals)).toEqual(normals.map((z) => countOfNormal(count, 2, z)));
});

test("a rate that is not known is drawn alike whatever the count", () => {
  const frequency = { min: 0, max: 1 };
  const silent = numbers({ frequency, count: { kind: "zero-inflated", silent: 0.5 } });
  const poisson = numbers({ frequency });
  // Years that are not silent use other chance once one was, but no year has events at the rate 0.
  expect(silent.reduce((a, b) => a + b)).toBeLessThan(poisson.reduce((a, b) => a + b));
  expect(numbers({ frequency, count: { kind: "zero-inflated", silent: 0 } })).toEqual(poisson);
  expect(numbers({ frequency, count: { kind: "zero-inflated", silent: 1 } }).every((number) => number === 0)).toBe(
    true,
  );
});

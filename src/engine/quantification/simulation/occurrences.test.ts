import { expect, test } from "vitest";
import { BLOCK_YEARS } from "./event-years.ts";
import { addOccurrences, noOccurrences, noteEvents, raiseToStrikes, strikesInBlock } from "./occurrences.ts";

const YEARS = BLOCK_YEARS + 2;
const of = (...values: number[]) => Float64Array.from(values);

test("of a year's own events the largest is noted, in both states, and nothing beyond the last year", () => {
  const occurrences = noOccurrences(YEARS);
  const losses = { inherent: of(5, 9, 7, 4), residual: of(2, 3), happening: Uint16Array.of(0, 2) };
  noteEvents(occurrences, 1, Uint16Array.of(0, 1, 0, 2), losses, { all: 4, happening: 2 });
  expect(occurrences.largest.inherent.subarray(BLOCK_YEARS)).toEqual(of(7, 9));
  expect(occurrences.largest.residual.subarray(BLOCK_YEARS)).toEqual(of(3, 0));
  expect(occurrences.largest.inherent.subarray(0, BLOCK_YEARS).every((loss) => loss === 0)).toBe(true);
});

function withStrike(inherent: number, residual: number, own: number) {
  const occurrences = noOccurrences(YEARS);
  occurrences.largest.inherent[3] = own;
  const total = strikesInBlock(occurrences, "vendor", 0, 2);
  total.inherent[1] = inherent;
  total.residual[1] = residual;
  return occurrences;
}

test("strikes add up over scenarios, own events do not", () => {
  const sum = noOccurrences(YEARS);
  addOccurrences(sum, withStrike(4, 1, 6));
  addOccurrences(sum, withStrike(5, 2, 3));
  expect(sum.largest.inherent[3]).toBe(6);
  expect(sum.strikes.get("vendor")![0]).toEqual({ inherent: of(0, 9), residual: of(0, 3) });
});

test("a strike that cost more than the year's own events is its largest event", () => {
  const sum = withStrike(9, 3, 6);
  raiseToStrikes(sum, "vendor", () => Uint16Array.of(3, 3));
  raiseToStrikes(sum, "another", () => Uint16Array.of(3, 3));
  expect([sum.largest.inherent[3], sum.largest.residual[3]]).toEqual([9, 3]);
  const small = withStrike(5, 3, 6);
  raiseToStrikes(small, "vendor", () => Uint16Array.of(0, 3));
  expect(small.largest.inherent[3]).toBe(6);
});

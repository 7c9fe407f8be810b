import fc from "fast-check";
import { expect, test } from "vitest";
import { byTime, indicatorValue, type Measured, type TimedReading } from "./indicator-value.ts";

const at = (time: number, measured: Measured, id = `${time}`): TimedReading => ({ id, at: time, measured });
const value = (time: number, number: number, n?: number, id?: string) =>
  at(time, { kind: "value", value: number, n }, id);
const readings = [value(1, 100), value(4, 0.5, 10), value(8, 0.2, 30), value(10, 0.4, 60)];
const over = (aggregate: Parameters<typeof indicatorValue>[1]["aggregate"], of = readings) =>
  indicatorValue(of, { at: 10, windowMs: 9, aggregate });

test("a window holds what is later than its start and no later than its end", () => {
  expect(over("max")).toMatchObject({ value: 0.5, used: 3 });
  expect(indicatorValue(readings, { at: 10, windowMs: 9.5, aggregate: "max" }).value).toBe(100);
  expect(indicatorValue(readings, { at: 9.9, windowMs: 9, aggregate: "last" }).value).toBe(0.2);
});

test("last, least, and mean by cases", () => {
  expect(over("last").value).toBe(0.4);
  expect(over("min").value).toBe(0.2);
  expect(over("mean")).toMatchObject({ value: 0.35, cases: 100 });
  // One reading without cases: each counts alike.
  expect(over("mean", [...readings, value(9, 0.9)])).toMatchObject({ value: 0.5, cases: null });
});

test("of several readings at one moment the last by id is the last", () => {
  expect(over("last", [value(10, 7, 1, "b"), value(10, 9, 1, "a")]).value).toBe(7);
});

test("a share pools counts over cases, with its interval, and says what it cannot pool", () => {
  const pooled = over("share", [
    at(2, { kind: "share", count: 3, of: 10 }),
    at(3, { kind: "events", count: 2, exposure: { amount: 30, unit: "decisions" } }),
    value(4, 0.05, 60),
    value(5, 0.9),
    value(6, 12, 5),
    at(7, { kind: "events", count: 1, exposure: { amount: 2, unit: "years" } }),
    at(8, null),
  ]);
  expect(pooled).toMatchObject({ value: 0.08, cases: 100, used: 3, unused: 4 });
  // Wilson, 8 of 100.
  expect(pooled.interval!.low).toBeCloseTo(0.041, 3);
  expect(pooled.interval!.high).toBeCloseTo(0.15, 3);
});

test("a sum adds up counts and values, and takes a signal without a number for one event", () => {
  const summed = over("sum", [
    at(2, { kind: "events", count: 3, exposure: { amount: 1, unit: "years" } }),
    at(3, { kind: "share", count: 2, of: 50 }),
    value(4, 5),
    at(5, null),
  ]);
  expect(summed).toMatchObject({ value: 11, used: 4, unused: 0 });
});

test("nothing that can be used is null, not zero", () => {
  for (const aggregate of ["last", "mean", "share", "max", "min", "sum"] as const) {
    expect(over(aggregate, []), aggregate).toMatchObject({ value: null, used: 0, unused: 0 });
  }
  expect(over("max", [at(5, null)])).toMatchObject({ value: null, unused: 1 });
});

test("the order of arrival changes no bit", () => {
  const some = fc.array(
    fc.record({
      at: fc.integer({ min: 1, max: 10 }),
      number: fc.double({ min: 0, max: 1, noNaN: true }),
      n: fc.integer({ min: 1, max: 99 }),
    }),
    { minLength: 1, maxLength: 20 },
  );
  const made = some.map((rows) => rows.map(({ at: time, number, n }, k) => value(time, number, n, `id-${k}`)));
  const aggregates = fc.constantFrom("last", "mean", "share", "max", "min", "sum");
  fc.assert(
    fc.property(
      made.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))),
      aggregates,
      ([given, shuffled], aggregate) => {
        expect(over(aggregate, shuffled)).toEqual(over(aggregate, given));
      },
    ),
  );
});

test("input is left as it was, and a number that is not finite is refused", () => {
  const given = [value(9, 1), value(2, 3)];
  over("mean", given);
  expect(given.map((one) => one.at)).toEqual([9, 2]);
  expect([...given].sort(byTime).map((one) => one.at)).toEqual([2, 9]);
  expect(() => over("max", [value(3, Number.NaN)])).toThrow("reading 3 is NaN; give a finite number");
  expect(() => over("share", [at(3, { kind: "share", count: 1, of: 0 })])).toThrow("give a finite number");
});

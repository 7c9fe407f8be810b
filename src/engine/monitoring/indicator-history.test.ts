import fc from "fast-check";
import { expect, test } from "vitest";
import { type IndicatorDefinition, indicatorHistory } from "./indicator-history.ts";
import { indicatorStep, unheardIndicator } from "./indicator-step.ts";
import { indicatorValue, type TimedReading } from "./indicator-value.ts";

const of: IndicatorDefinition = {
  direction: "higher-is-worse",
  limit: { appetite: 10, tolerance: 20 },
  expectedEveryMs: 60,
  hysteresis: { margin: 1, readings: 2 },
  windowMs: 50,
  aggregate: "mean",
};
const read = (at: number, value: number, id = `${at}`): TimedReading => ({
  id,
  at,
  measured: { kind: "value", value },
});
const some = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 30 })), { minLength: 1, maxLength: 20 })
  .map((rows) => rows.map(([at, value], k) => read(at, value, `id-${k}`)));
const definition = fc.record({
  direction: fc.constant("higher-is-worse" as const),
  limit: fc.constant({ appetite: 10, tolerance: 20 }),
  expectedEveryMs: fc.integer({ min: 1, max: 200 }),
  hysteresis: fc.record({ margin: fc.integer({ min: 0, max: 5 }), readings: fc.integer({ min: 1, max: 3 }) }),
  windowMs: fc.integer({ min: 1, max: 200 }),
  aggregate: fc.constantFrom("last", "mean", "max", "min", "sum"),
});

test("values are formed at every moment with a reading, silence shows between and at the end", () => {
  const { values, transitions, state } = indicatorHistory([read(0, 5), read(30, 25), read(200, 4), read(210, 4)], {
    of,
    now: 300,
  });
  expect(values.map(({ at, value, status }) => `${at} ${value} ${status}`)).toEqual([
    "0 5 ok",
    "30 15 warning",
    "200 4 warning",
    "210 4 ok",
  ]);
  expect(transitions.map(({ at, from, to }) => `${at} ${from} -> ${to}`)).toEqual([
    "0 unknown -> ok",
    "30 ok -> warning",
    "90 warning -> unknown",
    "200 unknown -> warning",
    "210 warning -> ok",
    "270 ok -> unknown",
  ]);
  expect(state).toMatchObject({ status: "unknown", known: "ok", value: 4 });
});

test("late, repeated and out-of-order readings end where they end in order", () => {
  fc.assert(
    fc.property(
      some.chain((given) =>
        fc.tuple(fc.constant(given), fc.shuffledSubarray([...given, ...given], { minLength: 2 * given.length })),
      ),
      definition,
      ([given, shuffled], by) => {
        const inOrder = indicatorHistory(given, { of: by, now: 500 });
        expect(indicatorHistory(shuffled, { of: by, now: 500 })).toEqual(inOrder);
      },
    ),
  );
});

test("arriving one by one, a late one starting from before it, they end where they end at once", () => {
  fc.assert(
    fc.property(some, definition, (arriving, by) => {
      // What a register does: keeps the state of every moment, and goes back to the one before a late reading.
      const kept = new Map<number, ReturnType<typeof indicatorHistory>["state"]>();
      const arrived: TimedReading[] = [];
      for (const reading of arriving) {
        arrived.push(reading);
        const before = [...kept.keys()]
          .filter((at) => at < reading.at)
          .sort((a, b) => a - b)
          .at(-1);
        const since = before === undefined ? undefined : { at: before, state: kept.get(before)! };
        for (const at of new Set(arrived.map((one) => one.at))) {
          if (at >= reading.at) kept.set(at, indicatorHistory(arrived, { of: by, now: at, since }).state);
        }
      }
      const last = Math.max(...arriving.map(({ at }) => at));
      expect(kept.get(last)).toEqual(indicatorHistory(arriving, { of: by, now: last }).state);
    }),
  );
});

test("the window is that of its definition", () => {
  fc.assert(
    fc.property(some, definition, (given, by) => {
      for (const { at, value } of indicatorHistory(given, { of: by, now: 500 }).values) {
        expect(value).toBe(indicatorValue(given, { at, windowMs: by.windowMs, aggregate: by.aggregate }).value);
      }
    }),
  );
});

test("readings that leave the window make nothing better while nobody speaks", () => {
  const { state } = indicatorHistory([read(0, 25)], {
    of: { ...of, aggregate: "max", expectedEveryMs: 1000 },
    now: 900,
  });
  expect(state).toMatchObject({ status: "breach", value: 25 });
});

test("a reading of the future waits for its time, and hides no silence", () => {
  const early = indicatorHistory([read(0, 5), read(900, 5)], { of, now: 100 });
  expect(early.state.status).toBe("unknown");
  expect(early.values).toHaveLength(1);
});

test("signals without a usable number are not heard", () => {
  const { state } = indicatorHistory([{ id: "a", at: 5, measured: null }], { of, now: 10 });
  expect(state).toEqual(unheardIndicator);
  expect(indicatorStep(state, { kind: "clock", at: 10 }, of).transitions).toEqual([]);
});

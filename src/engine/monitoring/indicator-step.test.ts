import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type IndicatorEvent,
  type IndicatorRule,
  type IndicatorState,
  indicatorStep,
  unheardIndicator,
} from "./indicator-step.ts";

const hour = 3_600_000;
const rule: IndicatorRule = {
  direction: "higher-is-worse",
  limit: { appetite: 10, tolerance: 20 },
  expectedEveryMs: hour,
  hysteresis: { margin: 2, readings: 2 },
};

function run(events: readonly IndicatorEvent[], by = rule, from: IndicatorState = unheardIndicator) {
  let state = from;
  const said: string[] = [];
  for (const event of events) {
    const step = indicatorStep(state, event, by);
    state = step.state;
    said.push(...step.transitions.map(({ from: old, to, at, effect }) => `${at} ${old} -> ${to}: ${effect}`));
  }
  return { state, said };
}
const read = (at: number, value: number): IndicatorEvent => ({ kind: "reading", at, value });
const clock = (at: number): IndicatorEvent => ({ kind: "clock", at });
/** What one more event does after values that were read at the times 0, 1, 2 … */
const after = (values: readonly number[], event: IndicatorEvent, by = rule) => {
  const { state } = run(
    values.map((value, k) => read(k, value)),
    by,
  );
  return run([event], by, state).said;
};

test.each<[string, string[], string[]]>([
  ["unknown -> ok: heard", after([], read(0, 9)), ["0 unknown -> ok: heard"]],
  ["unknown -> warning: heard", after([], read(0, 10)), ["0 unknown -> warning: heard"]],
  ["unknown -> breach: heard", after([], read(0, 20)), ["0 unknown -> breach: heard"]],
  ["unknown -> unknown: time says nothing", after([], clock(9 * hour)), []],
  ["ok -> ok: nothing", after([1], read(1, 9.99)), []],
  ["ok -> warning: worsened at appetite (≥)", after([1], read(1, 10)), ["1 ok -> warning: worsened"]],
  ["ok -> breach: worsened at tolerance (≥)", after([1], read(1, 20)), ["1 ok -> breach: worsened"]],
  ["warning -> warning: nothing", after([15], read(1, 12)), []],
  ["warning -> breach: worsened", after([15], read(1, 25)), ["1 ok -> breach: worsened".replace("ok", "warning")]],
  ["warning -> ok: not by one reading", after([15], read(1, 5)), []],
  ["warning -> ok: eased by two in a row", after([15, 5], read(2, 5)), ["2 warning -> ok: eased"]],
  ["warning -> ok: not within the margin", after([15, 5], read(2, 8)), []],
  ["warning -> ok: not where the row was broken", after([15, 5, 9], read(3, 5)), []],
  ["breach -> warning: eased", after([25, 15], read(2, 15)), ["2 breach -> warning: eased"]],
  ["breach -> warning: eased to the worst of the row", after([25, 15], read(2, 5)), ["2 breach -> warning: eased"]],
  ["breach -> ok: eased", after([25, 5], read(2, 5)), ["2 breach -> ok: eased"]],
  ["breach -> breach: not within the margin", after([25, 19], read(2, 19)), []],
  ["ok -> unknown: fell silent", after([1], clock(hour + 1)), [`${hour} ok -> unknown: fell-silent`]],
  ["warning -> unknown: fell silent", after([15], clock(hour + 1)), [`${hour} warning -> unknown: fell-silent`]],
  ["breach -> unknown: fell silent", after([25], clock(hour + 1)), [`${hour} breach -> unknown: fell-silent`]],
  ["ok -> ok: as long as expected is not longer", after([1], clock(hour)), []],
  [
    "ok -> unknown -> ok: a silence nobody had noticed",
    after([1], read(9 * hour, 1)),
    [`${hour} ok -> unknown: fell-silent`, `${9 * hour} unknown -> ok: heard`],
  ],
  [
    "breach -> unknown -> breach: one better reading after silence",
    after([25], read(9 * hour, 5)),
    [`${hour} breach -> unknown: fell-silent`, `${9 * hour} unknown -> breach: heard`],
  ],
])("%s", (_, actual, expected) => {
  expect(actual).toEqual(expected);
});

test("silence breaks a row of better readings", () => {
  expect(run([read(0, 15), read(1, 5), read(9 * hour, 5)]).state.status).toBe("warning");
  expect(run([read(0, 15), read(1, 5), read(9 * hour, 5), read(9 * hour + 1, 5)]).state.status).toBe("ok");
});

test("lower is worse is higher is worse with the signs changed", () => {
  const turned: IndicatorRule = { ...rule, direction: "lower-is-worse", limit: { appetite: -10, tolerance: -20 } };
  const events = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 * hour }), fc.integer({ min: 0, max: 30 })), {
    maxLength: 15,
  });
  fc.assert(
    fc.property(events, (steps) => {
      let time = 0;
      const times = steps.map(([wait]) => (time += wait));
      const higher = run(steps.map(([, value], k) => read(times[k]!, value)));
      const lower = run(
        steps.map(([, value], k) => read(times[k]!, -value)),
        turned,
      );
      expect(lower.said).toEqual(higher.said);
    }),
  );
});

test("without hysteresis the status is that of the value alone", () => {
  const plain = { ...rule, hysteresis: { margin: 0, readings: 1 } };
  expect(run([read(0, 25), read(1, 19.9), read(2, 9.9)], plain).said).toEqual([
    "0 unknown -> breach: heard",
    "1 breach -> warning: eased",
    "2 warning -> ok: eased",
  ]);
});

test("without a line nothing is known to be well", () => {
  const { state, said } = run([read(0, 5), read(1, 500), clock(9 * hour)], { ...rule, limit: null });
  expect(state).toMatchObject({ status: "unknown", value: 500, heardAt: 1 });
  expect(said).toEqual([]);
});

test("reasons carry the values", () => {
  const reason = (values: readonly number[], event: IndicatorEvent, by = rule) => {
    const { state } = run(
      values.map((value, k) => read(k, value)),
      by,
    );
    return indicatorStep(state, event, by).transitions.at(-1)!.reason;
  };
  expect(reason([], read(0, 12))).toBe("12 has reached the appetite of 10");
  expect(reason([], read(0, 20))).toBe("20 has reached the tolerance of 20");
  expect(reason([25, 3], read(2, 3))).toBe("3 is below the appetite of 10");
  expect(reason([25], read(9 * hour, 3))).toBe(
    "3 is not yet far enough, or not yet long enough, on the good side of its line",
  );
  expect(reason([1], clock(9 * hour))).toBe("nothing was heard for longer than 1 hour");
  expect(reason([1], clock(9e9), { ...rule, expectedEveryMs: 172_800_000 })).toMatch(/longer than 2 days$/);
  expect(reason([1], clock(9e9), { ...rule, expectedEveryMs: 900_000 })).toMatch(/longer than 15 minutes$/);
});

test("time by itself makes nothing better", () => {
  const order = ["ok", "warning", "breach", "unknown"];
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 0, max: 9 * hour }),
      (values, wait) => {
        const before = run(values.map((value, k) => read(k, value))).state;
        const later = run([clock(values.length - 1 + wait)], rule, before).state;
        expect(order.indexOf(later.status)).toBeGreaterThanOrEqual(order.indexOf(before.status));
        expect(later.known).toBe(before.known);
      },
    ),
  );
});

test("an event before the last reading is refused", () => {
  expect(() => run([read(5, 1), read(4, 1)])).toThrow("event at 4 comes before 5");
});

import {
  type IndicatorRule,
  type IndicatorState,
  type IndicatorStatus,
  type IndicatorTransition,
  indicatorStep,
  unheardIndicator,
} from "./indicator-step.ts";
import { byTime, type IndicatorAggregate, indicatorValue, type TimedReading } from "./indicator-value.ts";

/** An indicator as its readings are judged. */
export interface IndicatorDefinition extends IndicatorRule {
  readonly windowMs: number;
  readonly aggregate: IndicatorAggregate;
}

/** What became of an indicator up to a moment. */
export interface IndicatorHistory {
  readonly state: IndicatorState;
  readonly transitions: readonly IndicatorTransition[];
  /** Its value and status at every moment at which something was read. */
  readonly values: readonly { readonly at: number; readonly value: number; readonly status: IndicatorStatus }[];
}

/**
 * The history of an indicator up to `now`: its readings in the order of the times at which they held, whatever the order
 * in which they arrived, each identity once; then the time itself, so that silence shows.
 *
 * The value is formed at every moment with a reading, over the window that ends there; those of one moment are one
 * step. A moment of which no reading can be used is as if nothing had been heard. A reading of the future waits for its
 * time. As time alone passes the value stays what it was: that readings leave the window makes nothing better.
 *
 * `since` continues from a state that was computed before: of the readings only those later than its moment make a
 * step, and those within a window before it must be given too. A late reading is given by starting before it.
 *
 * @example
 * indicatorHistory([{ id: "a", at: 0, measured: { kind: "value", value: 7 } }], { now: 120000, of: {
 *   direction: "higher-is-worse", limit: { appetite: 5, tolerance: 9 }, expectedEveryMs: 60000,
 *   hysteresis: { margin: 0, readings: 1 }, windowMs: 1000, aggregate: "last",
 * } }).transitions.map(({ to }) => to) // => ["warning", "unknown"]
 */
export function indicatorHistory(
  readings: readonly TimedReading[],
  {
    of,
    now,
    since,
  }: {
    readonly of: IndicatorDefinition;
    readonly now: number;
    readonly since?: { readonly at: number; readonly state: IndicatorState } | undefined;
  },
): IndicatorHistory {
  const known = eachOnce(readings).filter(({ at }) => at <= now);
  const transitions: IndicatorTransition[] = [];
  const values: IndicatorHistory["values"][number][] = [];
  let state = since?.state ?? unheardIndicator;
  let first = 0;
  known.forEach((reading, index) => {
    const { at } = reading;
    if (known[index + 1]?.at === at || (since !== undefined && at <= since.at)) return;
    while (known[first]!.at <= at - of.windowMs) first++;
    const { aggregate, windowMs } = of;
    const { value } = indicatorValue(known.slice(first, index + 1), { at, windowMs, aggregate });
    if (value === null) return;
    const step = indicatorStep(state, { kind: "reading", at, value }, of);
    state = step.state;
    transitions.push(...step.transitions);
    values.push({ at, value, status: state.status });
  });
  const end = indicatorStep(state, { kind: "clock", at: now }, of);
  return { state: end.state, transitions: [...transitions, ...end.transitions], values };
}

function eachOnce(readings: readonly TimedReading[]): TimedReading[] {
  const known = new Set<string>();
  return [...readings].sort(byTime).filter(({ id }) => {
    const isNew = !known.has(id);
    known.add(id);
    return isNew;
  });
}

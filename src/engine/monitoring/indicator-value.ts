import { wilsonInterval } from "../stats/wilson-interval.ts";

/** What one signal measured; null where it carries no number, as an alert does. */
export type Measured =
  | { readonly kind: "value"; readonly value: number; readonly n?: number | undefined }
  | { readonly kind: "share"; readonly count: number; readonly of: number }
  | {
      readonly kind: "events";
      readonly count: number;
      readonly exposure: { readonly amount: number; readonly unit: "years" | "decisions" };
    }
  | null;

/** A measurement at a time. */
export interface TimedReading {
  /** Identity of the signal: read twice, it counts once. */
  readonly id: string;
  /** When it held, in milliseconds since 1970. */
  readonly at: number;
  readonly measured: Measured;
}

/** How the readings of a window become one value. */
export type IndicatorAggregate = "last" | "mean" | "share" | "max" | "min" | "sum";

/** An indicator's value, with what it rests on. */
export interface IndicatorValue {
  /** Null where no reading of the window can be used. */
  readonly value: number | null;
  /** 95 % interval by Wilson of a pooled share; null elsewhere. */
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  /** Readings that went into it, and those of the window that could not. */
  readonly used: number;
  readonly unused: number;
  /** Cases behind a share, or behind a mean weighted by them; null elsewhere. */
  readonly cases: number | null;
}

/**
 * The value of an indicator at a moment: its readings later than `at − windowMs` and no later than `at`, by its aggregate.
 *
 * A reading's number is its value, count ÷ of a share, or count of events. `last` is that of the newest, of several at
 * one moment of the last by id; `mean` is weighted by cases where every reading has them, else each counts alike;
 * `share` pools counts over cases: shares, values with n, events over decisions; `max` and `min` are the largest and
 * the smallest number; `sum` adds up counts and values, a reading without a number being one event. What an aggregate
 * cannot use is counted as unused.
 *
 * Throws a RangeError for a number that is not finite.
 *
 * @example
 * indicatorValue([
 *   { id: "a", at: 5, measured: { kind: "share", count: 1, of: 10 } },
 *   { id: "b", at: 9, measured: { kind: "share", count: 5, of: 30 } },
 * ], { at: 10, windowMs: 10, aggregate: "share" }).value // => 0.15
 */
export function indicatorValue(
  readings: readonly TimedReading[],
  {
    at,
    windowMs,
    aggregate,
  }: { readonly at: number; readonly windowMs: number; readonly aggregate: IndicatorAggregate },
): IndicatorValue {
  const inWindow = readings.filter((reading) => reading.at <= at && reading.at > at - windowMs).sort(byTime);
  return aggregate === "share" ? pooledShare(inWindow) : aggregateOf(inWindow, aggregate);
}

/**
 * The order of readings in time; of several at one moment, by id.
 *
 * @example
 * [{ id: "b", at: 1, measured: null }, { id: "a", at: 1, measured: null }].sort(byTime)[0].id // => "a"
 */
export function byTime(a: TimedReading, b: TimedReading): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function aggregateOf(
  readings: readonly TimedReading[],
  aggregate: Exclude<IndicatorAggregate, "share">,
): IndicatorValue {
  const numbers = readings.flatMap((reading) => {
    if (reading.measured === null) return aggregate === "sum" ? [{ value: 1, cases: undefined }] : [];
    const number = numberOf(reading.measured, reading.id);
    const isCounted = aggregate === "sum" && reading.measured.kind === "share";
    return [isCounted ? { value: reading.measured.count, cases: undefined } : number];
  });
  const about = { interval: null, used: numbers.length, unused: readings.length - numbers.length, cases: null };
  if (numbers.length === 0) return { value: null, ...about };
  const values = numbers.map(({ value }) => value);
  if (aggregate === "last") return { value: values.at(-1)!, ...about };
  if (aggregate === "max") return { value: values.reduce((a, b) => Math.max(a, b)), ...about };
  if (aggregate === "min") return { value: values.reduce((a, b) => Math.min(a, b)), ...about };
  if (aggregate === "sum") return { value: added(values), ...about };
  const cases = numbers.map((one) => one.cases ?? 0);
  if (cases.every((n) => n > 0)) {
    const total = added(cases);
    return { value: added(values.map((value, k) => value * cases[k]!)) / total, ...about, cases: total };
  }
  return { value: added(values) / values.length, ...about };
}

function pooledShare(readings: readonly TimedReading[]): IndicatorValue {
  const shares = readings.flatMap(({ measured, id }) => {
    if (measured === null) return [];
    numberOf(measured, id);
    if (measured.kind === "share") return [{ count: measured.count, of: measured.of }];
    if (measured.kind === "events") {
      const { amount, unit } = measured.exposure;
      return unit === "decisions" && amount > 0 && measured.count <= amount
        ? [{ count: measured.count, of: amount }]
        : [];
    }
    const { value, n } = measured;
    return n !== undefined && n > 0 && value >= 0 && value <= 1 ? [{ count: value * n, of: n }] : [];
  });
  const about = { used: shares.length, unused: readings.length - shares.length };
  if (shares.length === 0) return { value: null, interval: null, ...about, cases: null };
  const count = added(shares.map((share) => share.count));
  const cases = added(shares.map(({ of }) => of));
  const [low, high] = wilsonInterval(count, cases);
  return { value: count / cases, interval: { low, high, level: 0.95 }, ...about, cases };
}

function numberOf(measured: NonNullable<Measured>, id: string): { value: number; cases: number | undefined } {
  const number =
    measured.kind === "value"
      ? { value: measured.value, cases: measured.n }
      : measured.kind === "share"
        ? { value: measured.count / measured.of, cases: measured.of }
        : { value: measured.count, cases: undefined };
  if (!Number.isFinite(number.value)) throw new RangeError(`reading ${id} is ${number.value}; give a finite number`);
  return number;
}

/** From the smallest up, so that the order of readings at one moment cannot change the last digit. */
function added(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b).reduce((sum, value) => sum + value, 0);
}

import type { DecisionRow } from "./decision-tables.ts";

/** Edges of the bins and their neighbours. */
export const edges = Array.from({ length: 1000 }, (_, k) => k / 1000)
  .flatMap((edge) => [edge, edge - 2 ** -53, edge + 2 ** -53])
  .filter((edge) => edge >= 0);
/** Scores that are easily lost. */
export const corners = [
  0,
  1,
  5e-324,
  1e-300,
  2 ** -52,
  2 ** -53,
  1 - 2 ** -53,
  1 - 2 ** -52,
  0.5,
  Math.SQRT1_2,
  0.1,
  1 / 3,
  2 ** -20,
  2 ** -46,
];

/**
 * A score whose logarithmic loss lies so near the middle of two units of 2⁻³² that glibc's logarithm leads to another one
 * than the engine's; the only such one among 2²⁴ that were tried.
 */
export const betweenUnits = 0.3207262754440309;

/** The same rows in every run (mulberry32), with every kind of missing and odd value. */
export function madeRows(count: number, scoreOf: (k: number, uniform: number) => number | null): DecisionRow[] {
  let state = 20261121;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = <T>(...values: readonly T[]): T => values[Math.floor(next() * values.length)]!;
  return Array.from({ length: count }, (_, k) => ({
    sex: pick("f", "m", " f", "F", "", null, "<b>x</b>", 'say "x", y', "two\nlines", "naïve 試", "?"),
    race: pick("a", "b", "c; d", null),
    age: pick(31, 45, 7, null),
    employed: pick(true, false, null),
    day: pick("2026-01-31 23:59:59", "2026-02-01 00:00:00", "2025-12-01 10:00:00", null),
    y: pick(0, 1, 1, null),
    decided: pick(true, false, null),
    s: scoreOf(k, next()),
    w: pick(0, 1, 2.5, 0.1, 1 / 3, 100),
  }));
}

import { expect, test } from "vitest";
import { calibrationQuestions } from "./calibration-questions.ts";

const { first, second } = calibrationQuestions;
const all = [...first, ...second];
const truthOf = (id: string) => all.find((question) => question.id === id)?.truth;

test("two sets of twenty, none twice, each with an answer above 0 and a source", () => {
  expect([first.length, second.length]).toEqual([20, 20]);
  expect(new Set(all.map(({ id }) => id)).size).toBe(40);
  expect(new Set(all.map(({ question }) => question)).size).toBe(40);
  for (const { truth, source, question } of all) {
    expect(truth).toBeGreaterThan(0);
    expect(source).not.toBe("");
    expect(question).toMatch(/^[A-Z].*\?$/);
  }
});

test("what can be counted or computed is right", () => {
  const primes: number[] = [];
  for (let n = 2; primes.length < 200; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  expect(truthOf("primes-below-1000")).toBe(primes.filter((prime) => prime < 1000).length);
  expect(truthOf("hundredth-prime")).toBe(primes[99]);
  expect(truthOf("poker-hands")).toBe((52 * 51 * 50 * 49 * 48) / 120);
  expect(truthOf("seconds-leap-year")).toBe(366 * 86400);
  expect(truthOf("days-400-years")).toBe((Date.UTC(2400, 0, 1) - Date.UTC(2000, 0, 1)) / 86400e3);
  expect(truthOf("eight-queens")).toBe(queens(0, []));
  const lightYear = (299792.458 * 365.25 * 86400) / 1e9;
  expect(truthOf("light-year")).toBeCloseTo(lightYear, 2);
});

function queens(row: number, columns: readonly number[]): number {
  if (row === 8) return 1;
  let ways = 0;
  for (let column = 0; column < 8; column++) {
    if (columns.every((taken, k) => taken !== column && Math.abs(taken - column) !== row - k)) {
      ways += queens(row + 1, [...columns, column]);
    }
  }
  return ways;
}

import { expect, test } from "vitest";
import { miettinenNurminenInterval } from "./miettinen-nurminen-interval.ts";

test("the published intervals of Newcombe 1998, table II, method 6", () => {
  for (const [x, n, y, m, ...ends] of [
    [56, 70, 48, 80, "0.0528", "0.3382"],
    [9, 10, 3, 10, "0.1700", "0.8406"],
    [6, 7, 2, 7, "0.0342", "0.8534"],
    [5, 56, 0, 29, "-0.0326", "0.1933"],
    [0, 10, 0, 20, "-0.1658", "0.2844"],
    [10, 10, 0, 20, "0.7156", "1.0000"],
  ] as const) {
    const interval = miettinenNurminenInterval({ successes: x, n }, { successes: y, n: m });
    expect(interval.map((end) => end.toFixed(4))).toEqual(ends);
  }
});

test("exchanging the groups turns it round", () => {
  const [low, high] = miettinenNurminenInterval({ successes: 7, n: 20 }, { successes: 2, n: 31 });
  const [mirroredLow, mirroredHigh] = miettinenNurminenInterval({ successes: 2, n: 31 }, { successes: 7, n: 20 });
  expect(-mirroredHigh).toBeCloseTo(low, 9);
  expect(-mirroredLow).toBeCloseTo(high, 9);
});

test("at the ends of the range it stays within it, and holds the difference", () => {
  for (const [x, n, y, m] of [
    [0, 10, 3, 9],
    [7, 7, 3, 9],
    [0, 5, 0, 8],
    [5, 5, 8, 8],
    [5, 5, 0, 8],
    [0, 1, 1, 1],
    [1, 2, 400, 800],
  ] as const) {
    const [low, high] = miettinenNurminenInterval({ successes: x, n }, { successes: y, n: m });
    expect(low, `${x}/${n} − ${y}/${m}`).toBeGreaterThanOrEqual(-1);
    expect(high).toBeLessThanOrEqual(1);
    expect(low).toBeLessThanOrEqual(x / n - y / m);
    expect(high).toBeGreaterThanOrEqual(x / n - y / m);
    expect(high - low).toBeGreaterThan(0.2);
  }
});

test("at 8 and 12 rows it covers all true rates in nine of ten samples and more", () => {
  const binomial = (n: number, p: number) => {
    const law = [(1 - p) ** n];
    for (let k = 1; k <= n; k++) law.push((law[k - 1]! * (n - k + 1) * p) / (k * (1 - p)));
    return law;
  };
  const ends = Array.from({ length: 9 }, (_, x) =>
    Array.from({ length: 13 }, (_, y) => miettinenNurminenInterval({ successes: x, n: 8 }, { successes: y, n: 12 })),
  );
  const covered = [0.05, 0.2, 0.35, 0.5, 0.8].flatMap((p) =>
    [0.05, 0.3, 0.5, 0.7, 0.95].map((q) => {
      const [first, second] = [binomial(8, p), binomial(12, q)];
      let sum = 0;
      for (const [x, row] of ends.entries())
        for (const [y, [low, high]] of row.entries()) if (low <= p - q && p - q <= high) sum += first[x]! * second[y]!;
      return sum;
    }),
  );
  expect(Math.min(...covered)).toBeGreaterThan(0.9);
  const mean = covered.reduce((a, b) => a + b, 0) / covered.length;
  expect(mean).toBeGreaterThan(0.94);
  expect(mean).toBeLessThan(0.985);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { type WrongOutcomes, wrongShare } from "./wrong-share.ts";

const usual = { low: 0.01, high: 0.05 };
const accuracy: WrongOutcomes = { reads: "accuracy", usual, ofThisKind: { min: 0.3, mode: 0.5, max: 0.7 } };
const proxy: WrongOutcomes = { reads: "proxy", usual, normal: 0.1, doublesEvery: 0.1 };
const before = wrongShare(accuracy, null).share;
const value = (read: number, n?: number) => ({ kind: "value" as const, value: read, n });

test("better accuracy, on however many decisions, cannot lower the share of these wrong outcomes", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: undefined }),
      (read, n) => {
        const { share, moves } = wrongShare(accuracy, value(read, n));
        expect(share.mean).toBeGreaterThanOrEqual(before.mean);
        expect(share.quantile(0.95)).toBeGreaterThanOrEqual(before.quantile(0.95));
        expect(moves).toBe("raises-only");
      },
    ),
    { numRuns: 15 },
  );
  expect(wrongShare(accuracy, value(1, 1e6)).share.mean).toBe(before.mean);
});

test("accuracy that falls raises it", () => {
  const { share } = wrongShare(accuracy, value(0.8, 5000));
  // A fifth of all, half of it of this kind.
  expect(share.mean).toBeCloseTo(0.1, 3);
  const cases = [{ id: "a", count: 4000, exposure: 5000 }];
  expect(wrongShare(accuracy, { kind: "cases", observations: cases }).share.mean).toBeCloseTo(0.1, 3);
});

test("a proxy doubles the share by its step, within its bounds, whichever way is worse", () => {
  const mean = (read: number, of = proxy) => wrongShare(of, value(read)).share.mean / before.mean;
  expect(mean(0.1)).toBe(1);
  expect(mean(-5)).toBe(1);
  expect(mean(0.2)).toBeCloseTo(2, 6);
  // Eight times, less what of it passes a share of 1.
  expect(mean(9)).toBeCloseTo(7.9988, 4);
  expect(mean(0.7, { ...proxy, normal: 0.8, doublesEvery: -0.05, atMost: 3 })).toBeCloseTo(3, 6);
});

test("a share that passes 1 is capped there", () => {
  const { share } = wrongShare({ ...proxy, usual: 0.4 }, value(0.3));
  expect(share.mean).toBe(1);
});

test("fewer of these very wrong outcomes lower it, more raise it", () => {
  const of: WrongOutcomes = { reads: "wrong-outcomes", usual };
  const mean = (count: number) =>
    wrongShare(of, { kind: "cases", observations: [{ id: "a", count, exposure: 10_000 }] }).share.mean;
  const known = wrongShare(of, null);
  expect(mean(10)).toBeLessThan(known.share.mean);
  expect(mean(1000)).toBeGreaterThan(known.share.mean);
  expect(known.moves).toBe("both-ways");
  expect(wrongShare({ reads: "wrong-outcomes" }, null).belief).toMatchObject({
    prior: "jeffreys",
    alpha: 0.5,
    beta: 0.5,
  });
});

test("a belief that a history led to is taken as it is, and only of the wrong outcomes themselves", () => {
  const belief = { prior: "jeffreys", alpha: 3, beta: 97 } as const;
  expect(wrongShare({ reads: "wrong-outcomes" }, { kind: "belief", belief }).share.mean).toBeCloseTo(0.03, 14);
  expect(() => wrongShare(accuracy, { kind: "belief", belief })).toThrow("only wrong outcomes themselves are believed");
});

test.each([
  [{ reads: "wrong-outcomes" } as const, value(0.1), "give the wrong outcomes and of how many"],
  [accuracy, value(1.2), "accuracy 1.2"],
  [accuracy, value(0.9, 0), "n 0"],
  [proxy, { kind: "cases" as const, observations: [] }, "give the value of the proxy"],
  [proxy, value(Number.NaN), "give a finite value"],
  [{ ...proxy, doublesEvery: 0 }, value(1), "doublesEvery 0"],
])("%j with %j is refused", (of, reading, what) => {
  expect(() => wrongShare(of, reading)).toThrow(what);
});

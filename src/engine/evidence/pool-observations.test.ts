import fc from "fast-check";
import { expect, test } from "vitest";
import { drawGamma } from "../stats/draw-gamma.ts";
import { drawPoisson } from "../stats/draw-poisson.ts";
import { gamma } from "../stats/gamma.ts";
import { streamKey } from "../stats/stream-key.ts";
import { type Observation, poolObservations } from "./pool-observations.ts";

const nothing = { count: 0, exposure: 0 };
const pool = (observations: readonly Observation[], prior = nothing) => poolObservations(observations, prior);

test("counts and exposures add up by weight", () => {
  const pooled = pool([
    { id: "logs", count: 3, exposure: 2 },
    { id: "test", count: 4, exposure: 40, weight: 0.25 },
  ]);
  expect(pooled).toEqual({
    count: 4,
    exposure: 12,
    counted: [
      { id: "logs", share: 1 },
      { id: "test", share: 0.25 },
    ],
  });
  expect(pool([])).toEqual({ count: 0, exposure: 0, counted: [] });
});

test("of a group the worst member stands for all, and its own observations add up", () => {
  const observations = [
    { id: "a1", count: 1, exposure: 1, seenBy: "a", group: "leaks" },
    { id: "a2", count: 1, exposure: 1, seenBy: "a", group: "leaks" },
    { id: "b", count: 5, exposure: 10, seenBy: "b", group: "leaks" },
    { id: "alone", count: 7, exposure: 70 },
  ];
  const pooled = pool(observations);
  expect([pooled.count, pooled.exposure]).toEqual([9, 72]);
  expect(pooled.counted.map(({ share }) => share)).toEqual([1, 1, 1, 0]);
  // Over a strong prior the longer series is the worse news: (10 + 5) ÷ (100 + 10) is more than (10 + 2) ÷ (100 + 2).
  expect(poolObservations(observations, { count: 10, exposure: 100 }).count).toBe(12);
  expect(poolObservations(observations, { ...nothing, worse: "fewer" }).count).toBe(12);
});

test("with a correlation all members count, divided by the design effect", () => {
  const two = (correlation: number): Observation[] => [
    { id: "a", count: 4, exposure: 10, group: "g", correlation },
    { id: "b", count: 2, exposure: 10, group: "g" },
  ];
  expect(pool(two(1))).toMatchObject({ count: 3, exposure: 10 });
  expect(pool(two(0))).toMatchObject({ count: 6, exposure: 20 });
  expect(pool(two(0.5)).exposure).toBeCloseTo(20 / 1.5, 12);
});

const observation = (id: number): fc.Arbitrary<Observation> =>
  fc.record(
    {
      id: fc.constant(`signal-${id}`),
      count: fc.double({ min: 0, max: 100, noNaN: true }),
      exposure: fc.double({ min: 0, max: 100, noNaN: true }),
      weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
      seenBy: fc.constantFrom("x", "y", "z"),
      group: fc.constantFrom("g", "h"),
      correlation: fc.double({ min: 0, max: 1, noNaN: true }),
    },
    { requiredKeys: ["id", "count", "exposure"] },
  );
const many = fc
  .integer({ min: 1, max: 12 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, k) => observation(k))));

test("order and repetition change no bit", () => {
  fc.assert(
    fc.property(
      many.chain((given) =>
        fc.tuple(fc.constant(given), fc.shuffledSubarray([...given, ...given], { minLength: 2 * given.length })),
      ),
      ([given, shuffled]) => {
        expect(poolObservations(shuffled, { count: 0.5, exposure: 0.1 })).toEqual(
          poolObservations(given, { count: 0.5, exposure: 0.1 }),
        );
      },
    ),
  );
});

test("a member that repeats another of its group adds nothing", () => {
  fc.assert(
    fc.property(observation(0), ({ id, count, exposure }) => {
      const one = { id, count, exposure, group: "g", seenBy: "one" };
      const echo = { ...one, id: "echo", seenBy: "echo" };
      expect(pool([one, echo])).toMatchObject({ count, exposure });
      const alike = pool([one, { ...echo, correlation: 1 }]);
      expect(alike.count).toBeCloseTo(count, 10);
      expect(alike.exposure).toBeCloseTo(exposure, 10);
    }),
  );
});

test("two indicators of one thing: counted as one the interval covers at its level, counted twice it does not", () => {
  const stream = streamKey(20261121, "two indicators of one thing");
  const prior = { shape: 2, rate: 2 };
  const covers = (rate: number, { count, exposure }: { count: number; exposure: number }) => {
    const { quantile } = gamma({ shape: prior.shape + count, rate: prior.rate + exposure });
    return quantile(0.05) <= rate && rate <= quantile(0.95);
  };
  let [asOne, naive] = [0, 0];
  const runs = 4000;
  for (let run = 0; run < runs; run++) {
    const rate = drawGamma(stream, prior.shape) / prior.rate;
    const seen = { count: drawPoisson(stream, rate * 8), exposure: 8 };
    const both = [
      { id: "a", ...seen, seenBy: "a" },
      { id: "b", ...seen, seenBy: "b" },
    ];
    if (covers(rate, pool(both.map((one) => ({ ...one, group: "g" }))))) asOne++;
    if (covers(rate, pool(both))) naive++;
  }
  // Standard error 0.005.
  expect(asOne / runs).toBeGreaterThan(0.885);
  expect(asOne / runs).toBeLessThan(0.915);
  expect(naive / runs).toBeLessThan(0.83);
});

test.each([
  [{ count: -1 }, "count of observation a -1"],
  [{ count: Number.NaN }, "count of observation a"],
  [{ exposure: Number.POSITIVE_INFINITY }, "exposure of observation a"],
  [{ weight: 0 }, "weight of observation a 0"],
  [{ weight: 1.5 }, "weight of observation a 1.5"],
  [{ correlation: 2 }, "correlation of observation a 2"],
])("%j is refused", (change, what) => {
  expect(() => pool([{ id: "a", count: 1, exposure: 1, ...change }])).toThrow(what);
});

test("one identity with two contents is refused", () => {
  const one = { id: "a", count: 1, exposure: 1 };
  expect(() => pool([one, { ...one, count: 2 }])).toThrow("give each identity once");
});

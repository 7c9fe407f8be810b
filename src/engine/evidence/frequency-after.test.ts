import fc from "fast-check";
import { expect, test } from "vitest";
import { gamma } from "../stats/gamma.ts";
import { type FrequencyEntry, frequencyAfter } from "./frequency-after.ts";
import { frequencyBelief } from "./frequency-belief.ts";
import { frequencyPosterior } from "./frequency-posterior.ts";

const start = frequencyBelief({ shape: 2, rate: 4 });
const lossGivenNearMiss = { alpha: 2, beta: 18 };
const entry = (k: number): fc.Arbitrary<FrequencyEntry> =>
  fc
    .record({ count: fc.integer({ min: 0, max: 9 }), exposure: fc.double({ min: 0.01, max: 3, noNaN: true }) })
    .chain((seen) => {
      const observation = { id: `signal-${k}`, ...seen, weight: 0.3 };
      return fc.constantFrom<FrequencyEntry>(
        { kind: "events", observation },
        { kind: "near-misses", rule: "a", lossGivenNearMiss, observation },
        { kind: "near-misses", rule: "b", lossGivenNearMiss, observation },
      );
    });
const entries = fc.integer({ min: 1, max: 6 }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, k) => entry(k))));

test("the order of signals between two ticks, and repeats, change no bit", () => {
  fc.assert(
    fc.property(
      entries.chain((given) =>
        fc.tuple(fc.constant(given), fc.shuffledSubarray([...given, ...given], { minLength: 2 * given.length })),
      ),
      ([given, shuffled]) => {
        const tick = { kind: "tick", kept: 0.7 } as const;
        expect(frequencyAfter(start, [...shuffled, tick, ...given])).toEqual(frequencyAfter(start, [...given, tick]));
      },
    ),
    { numRuns: 40 },
  );
});

test("silence, however long and however often recorded, lowers neither mean nor upper end", () => {
  const ticks = fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(entries, ticks, (given, kept) => {
      const before = gamma(frequencyAfter(start, given).belief);
      const silence = kept.map((share) => ({ kind: "tick" as const, kept: share }));
      const after = gamma(frequencyAfter(start, [...given, ...silence]).belief);
      expect(after.mean).toBeGreaterThanOrEqual(before.mean * (1 - 1e-9));
      expect(after.quantile(0.95)).toBeGreaterThanOrEqual(before.quantile(0.95) * (1 - 1e-9));
    }),
    { numRuns: 60 },
  );
});

test("without ticks and near misses it is the posterior", () => {
  const observations = [
    { id: "a", count: 3, exposure: 5 },
    { id: "b", count: 0, exposure: 1, weight: 0.5 },
  ];
  const { prior, shape, rate } = frequencyPosterior(start, observations);
  expect(
    frequencyAfter(
      start,
      observations.map((observation) => ({ kind: "events", observation })),
    ),
  ).toEqual({
    belief: { prior, shape, rate },
    seen: { count: 3, exposure: 5.5 },
    counted: [
      { id: "a", share: 1 },
      { id: "b", share: 0.5 },
    ],
  });
  expect(frequencyAfter(start, [])).toEqual({ belief: start, seen: { count: 0, exposure: 0 }, counted: [] });
});

test("fresh evidence outweighs what has faded: the way back of bad news", () => {
  const bad = { kind: "events", observation: { id: "a", count: 20, exposure: 4 } } as const;
  const good = { kind: "events", observation: { id: "b", count: 0, exposure: 4 } } as const;
  const fresh = frequencyAfter(start, [bad, good]).belief;
  const faded = frequencyAfter(start, [bad, { kind: "tick", kept: 0.1 }, good]).belief;
  expect(faded.shape / faded.rate).toBeLessThan(fresh.shape / fresh.rate);
});

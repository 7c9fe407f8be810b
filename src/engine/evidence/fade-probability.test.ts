import fc from "fast-check";
import { expect, test } from "vitest";
import { scaledBeta } from "../stats/scaled-beta.ts";
import { fadeProbability } from "./fade-probability.ts";
import type { ProbabilityBelief } from "./probability-belief.ts";
import { probabilityPosterior } from "./probability-posterior.ts";

const power = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true }).map((x) => 10 ** x);
const prior = fc.oneof(fc.constant("jeffreys" as const), fc.record({ alpha: power(-1, 2), beta: power(-1, 3) }));
const belief: fc.Arbitrary<ProbabilityBelief> = fc
  .tuple(prior, fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 3000 }))
  .map(([known, count, others]) => {
    const start = known === "jeffreys" ? { alpha: 0.5, beta: 0.5 } : known;
    return probabilityPosterior({ prior: known, ...start }, [{ id: "a", count, exposure: count + others }]);
  });
const kept = fc.double({ min: 1e-6, max: 1, noNaN: true });
const law = ({ alpha, beta }: { alpha: number; beta: number }) => scaledBeta({ alpha, beta, min: 0, max: 1 });
const slack = 1e-8;

test("a tick lowers neither the mean nor the upper end of a probability of harm", () => {
  fc.assert(
    fc.property(belief, kept, (before, share) => {
      const [old, now] = [law(before), law(fadeProbability(before, { kept: share }))];
      expect(now.mean).toBeGreaterThanOrEqual(old.mean * (1 - slack));
      expect(now.quantile(0.95)).toBeGreaterThanOrEqual(old.quantile(0.95) * (1 - slack));
    }),
    { numRuns: 1000 },
  );
});

test("a tick raises neither the mean nor the lower end of what a control catches", () => {
  fc.assert(
    fc.property(belief, kept, (before, share) => {
      const [old, now] = [law(before), law(fadeProbability(before, { kept: share, worse: "fewer" }))];
      expect(now.mean).toBeLessThanOrEqual(old.mean + slack);
      expect(now.quantile(0.05)).toBeLessThanOrEqual(old.quantile(0.05) + slack);
    }),
    { numRuns: 1000 },
  );
});

test("turned round, harm fades as what is caught does", () => {
  fc.assert(
    fc.property(belief, kept, (before, share) => {
      const known = before.prior;
      const turned = {
        prior: known === "jeffreys" ? known : { alpha: known.beta, beta: known.alpha },
        alpha: before.beta,
        beta: before.alpha,
      };
      const [harm, caught] = [
        fadeProbability(before, { kept: share }),
        fadeProbability(turned, { kept: share, worse: "fewer" }),
      ];
      expect(caught.beta).toBeCloseTo(harm.alpha, 6);
      expect(caught.alpha).toBeCloseTo(harm.beta, 6);
    }),
  );
});

test("two ticks are one tick of the product", () => {
  fc.assert(
    fc.property(belief, kept, kept, (before, first, second) => {
      const twice = fadeProbability(fadeProbability(before, { kept: first }), { kept: second });
      const once = fadeProbability(before, { kept: first * second });
      expect(Math.abs(twice.alpha / once.alpha - 1)).toBeLessThan(1e-6);
      expect(Math.abs(twice.beta / once.beta - 1)).toBeLessThan(1e-6);
    }),
  );
});

test("good news fades to the prior, bad news keeps its mean at the prior's weight", () => {
  const known = { alpha: 1, beta: 9 };
  const good = law(fadeProbability({ prior: known, alpha: 1, beta: 99 }, { kept: 1e-9 }));
  expect(good.mean).toBeCloseTo(0.1, 6);
  const bad = fadeProbability({ prior: known, alpha: 60, beta: 40 }, { kept: 1e-9 });
  expect(law(bad).mean).toBeCloseTo(0.6, 12);
  expect(bad.alpha + bad.beta).toBeCloseTo(10, 5);
});

test("where nothing was believed, no hit among the cases does not fade", () => {
  const before: ProbabilityBelief = { prior: "jeffreys", alpha: 0.5, beta: 1000.5 };
  expect(fadeProbability(before, { kept: 0.1 })).toEqual(before);
});

test("what is no share of weight is refused, and nothing seen changes nothing", () => {
  const before = { prior: { alpha: 1, beta: 9 }, alpha: 1, beta: 9 };
  expect(fadeProbability(before, { kept: 0.5 })).toBe(before);
  for (const share of [0, 2, Number.NaN]) expect(() => fadeProbability(before, { kept: share })).toThrow("kept");
});

import { expect, test } from "vitest";
import { betaThrough } from "../../../src/engine/evidence/beta-through.ts";
import {
  frequencyFigure,
  frequencyPosterior,
  frequencyQuiet,
} from "../../../src/engine/evidence/frequency-posterior.ts";
import { gammaThrough } from "../../../src/engine/evidence/gamma-through.ts";
import { nearMissPosterior } from "../../../src/engine/evidence/near-miss-posterior.ts";
import { pathwayFrequency } from "../../../src/engine/evidence/pathway-frequency.ts";
import {
  probabilityFigure,
  probabilityNone,
  probabilityPosterior,
} from "../../../src/engine/evidence/probability-posterior.ts";
import { residualFrequency } from "../../../src/engine/evidence/residual-frequency.ts";
import { upperEnvelope } from "../../../src/engine/evidence/upper-envelope.ts";
import { levelProbabilities } from "../../../src/engine/scoring/level-probabilities.ts";
import { gamma } from "../../../src/engine/stats/gamma.ts";
import { scaled } from "../../../src/engine/stats/scaled.ts";
import { scaledBeta } from "../../../src/engine/stats/scaled-beta.ts";
import { agree } from "../distributions/agree.ts";
import oracle from "./evidence.json" with { type: "json" };

const beta = ([alpha, other]: number[]) => scaledBeta({ alpha: alpha!, beta: other!, min: 0, max: 1 });

test.each(oracle.gammaThrough)("the gamma through %j is SciPy's", ({ low, high, shape, rate }) => {
  const found = gammaThrough({ low, high });
  agree("shape", found.shape, shape, 1e-8);
  agree("rate", found.rate, rate, 1e-8);
});

test.each(oracle.betaThrough)("the beta through %j is SciPy's", (row) => {
  const found = betaThrough(row);
  agree("alpha", found.alpha, row.alpha, 1e-7);
  agree("beta", found.beta, row.beta, 1e-7);
});

test.each(oracle.frequency)("Gamma–Poisson %j: mean, interval and P(0)", (row) => {
  const before = { prior: { shape: row.shape, rate: row.rate }, shape: row.shape, rate: row.rate };
  const after = frequencyPosterior(before, [{ id: "seen", count: row.count, exposure: row.years }]);
  const figure = frequencyFigure(after)!;
  agree("mean", figure.estimate, row.mean, 1e-14);
  agree("low", figure.low, row.low, 1e-9);
  agree("high", figure.high, row.high, 1e-9);
  agree("P(0)", frequencyQuiet(after, row.quiet), row.none, 1e-12);
});

test.each(oracle.probability)("beta–binomial %j: mean, interval and P(0)", (row) => {
  const before = { prior: { alpha: row.alpha, beta: row.beta }, alpha: row.alpha, beta: row.beta };
  const after = probabilityPosterior(before, [{ id: "seen", count: row.count, exposure: row.cases }]);
  const figure = probabilityFigure(after);
  agree("mean", figure.estimate, row.mean, 1e-14);
  agree("low", figure.low, row.low, 1e-8);
  agree("high", figure.high, row.high, 1e-8);
  agree("P(0)", probabilityNone(after, row.ahead), row.none, 1e-9);
});

test.each(oracle.nearMisses)("near misses %j: the mixture over P(loss | near miss)", (row) => {
  const { shape, rate } = row;
  const after = nearMissPosterior(
    { prior: { shape, rate }, shape, rate },
    {
      observations: [{ id: "seen", count: row.count, exposure: row.years }],
      lossGivenNearMiss: { alpha: row.alpha, beta: row.beta },
    },
  );
  agree("mean", after.eventsPerYear.mean, row.mean, 1e-8);
  agree("variance", after.eventsPerYear.variance, row.variance, 1e-7);
  agree("P(loss | near miss)", after.lossGivenNearMiss.after, row.loss, 1e-8);
  for (const [x, below] of row.cdf) agree(`P(λ ≤ ${x})`, after.eventsPerYear.cdf(x!), below!, 1e-8);
  agree("mean of the gamma", after.belief.shape / after.belief.rate, row.mean, 1e-8);
  agree("variance of the gamma", after.belief.shape / after.belief.rate ** 2, row.variance, 1e-7);
});

test.each(oracle.contradiction)("as many or as few events as %j under inherent × controls", (row) => {
  const [shape, rate] = row.inherent as [number, number];
  const input = {
    inherent: gamma({ shape, rate }),
    left: [beta(row.left)],
    history: [{ kind: "events" as const, observation: { id: "seen", count: row.count, exposure: row.years } }],
  };
  const findingAt = (contradictionAt: number) => residualFrequency({ ...input, contradictionAt }).finding;
  const [code, probability] =
    row.many < row.few ? ["controls-below-credit", row.many] : ["controls-above-credit", row.few];
  expect(findingAt(probability * (1 + 1e-4))?.code).toBe(code);
  agree("probability", findingAt(probability * (1 + 1e-4))!.probability, probability as number, 1e-4);
  expect(findingAt(probability * (1 - 1e-4))).toBeNull();
});

test.each(oracle.envelope)("the worse of two shares at each probability %j", (row) => {
  const envelope = upperEnvelope(beta(row.a), scaled(beta(row.b), row.scale));
  agree("mean", envelope.mean, row.mean, 1e-4);
  agree("variance", envelope.variance, row.variance, 1e-3);
  for (const [p, x] of row.quantiles) agree(`quantile ${p}`, envelope.quantile(p!), x!, 1e-9);
});

test.each(oracle.pathway)("a pathway %j", (row) => {
  const [low, high] = row.decisions as [number, number];
  const [alpha, others] = row.wrong as [number, number];
  const [caught, missed] = row.caught as [number, number];
  const { eventsPerYear } = pathwayFrequency(
    {
      decisionsPerYear: { low, high },
      wrongOutcomes: { reads: "wrong-outcomes", usual: { alpha, beta: others } },
      caught: { alpha: caught, beta: missed },
      lossEvent: row.lossEvent,
    },
    null,
  );
  agree("mean", eventsPerYear.mean, row.mean, 1e-12);
  agree("variance", eventsPerYear.variance, row.variance, 1e-10);
  for (const [x, below] of row.cdf) agree(`P(≤ ${x})`, eventsPerYear.cdf(x!), below!, 3e-5);
});

test.each(oracle.levels)("P(level) of a gamma %j", ({ shape, rate, probabilities }) => {
  const bounds = [0, 0.1, 0.3, 1, 3, 10];
  const levels = bounds.slice(0, -1).map((from, k) => ({ name: `${k}`, from, to: bounds[k + 1]! }));
  levelProbabilities(levels, gamma({ shape, rate }).cdf).forEach((probability, k) => {
    // A value within one part in 10⁹ below a bound has reached it.
    agree(`P(level ${k + 1})`, probability, probabilities[k]!, 1e-7);
  });
});

test("the reference values of the methods", () => {
  const after = frequencyPosterior({ prior: { shape: 2, rate: 4 }, shape: 2, rate: 4 }, [
    { id: "a", count: 3, exposure: 5 },
  ]);
  expect([after.shape, after.rate]).toEqual([5, 9]);
  const figure = frequencyFigure(after)!;
  agree("mean", figure.estimate, 0.555556, 1e-6);
  agree("low", figure.low, 0.218906, 3e-6);
  agree("high", figure.high, 1.017057, 1e-6);
  agree("P(0 in the next year)", frequencyQuiet(after, 1), 0.59049, 1e-12);

  const share = probabilityPosterior({ prior: { alpha: 1, beta: 9 }, alpha: 1, beta: 9 }, [
    { id: "a", count: 2, exposure: 20 },
  ]);
  expect([share.alpha, share.beta]).toEqual([3, 27]);
  agree("low", probabilityFigure(share).low, 0.028796, 2e-5);
  agree("high", probabilityFigure(share).high, 0.201561, 3e-6);

  const silent = frequencyPosterior({ prior: "jeffreys", shape: 0.5, rate: 0 }, [{ id: "a", count: 0, exposure: 10 }]);
  agree("none in 10 years, Jeffreys, 95 %", gamma(silent).quantile(0.95), 0.192073, 3e-6);
  // The exact upper bound is the gamma that has one event more.
  agree("none in 10 years, exact, 95 %", gamma({ shape: 1, rate: 10 }).quantile(0.95), 0.299573, 1e-6);
});

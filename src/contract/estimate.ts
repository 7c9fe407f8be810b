import { z } from "zod";
import { poolingRules } from "./pooling-rules.ts";
import { currencyCode, isoDate, line, nonNegative, probability, whenNumbers } from "./primitive.ts";

const positive = z.number().positive();
/** An ordering that does not hold, at the key that breaks it. */
interface Disorder {
  readonly key: string | number;
  readonly what: string;
  readonly remedy: string;
}

function refuse(context: z.core.$RefinementCtx, { key, what, remedy }: Disorder): void {
  context.addIssue({ code: "custom", path: [key], message: what, params: { remedy } });
}

function checkInterval({ low, high }: { low: number; high: number }, context: z.core.$RefinementCtx): void {
  if (low === 0) {
    const remedy = "an interval is read as lognormal: write a low above 0, or {min, max} or {min, mode, max}";
    refuse(context, { key: "low", what: `low ${low} is not above 0`, remedy });
  }
  if (low > high) {
    refuse(context, { key: "low", what: `low ${low} is greater than high ${high}`, remedy: "swap them" });
  }
}

function checkRange({ min, max }: { min: number; max: number }, context: z.core.$RefinementCtx): void {
  if (min > max) {
    refuse(context, { key: "min", what: `min ${min} is greater than max ${max}`, remedy: "swap them" });
  }
}

function checkPert(
  { min, mode, max }: { min: number; mode: number; max: number },
  context: z.core.$RefinementCtx,
): void {
  checkRange({ min, max }, context);
  if (min > max) return;
  if (mode < min) {
    refuse(context, { key: "mode", what: `mode ${mode} is less than min ${min}`, remedy: "write min ≤ mode ≤ max" });
  }
  if (mode > max) {
    refuse(context, { key: "mode", what: `mode ${mode} is greater than max ${max}`, remedy: "write min ≤ mode ≤ max" });
  }
}

function checkLognormal({ mu, sigma }: { mu: number; sigma: number }, context: z.core.$RefinementCtx): void {
  if (Number.isFinite(Math.exp(mu + 2 * sigma * sigma))) return;
  const remedy = "mu and sigma are of the natural logarithm: write mu as ln(median), such as 11.5 for 100000";
  refuse(context, { key: "mu", what: `mu ${mu} with sigma ${sigma} has no finite variance in numbers`, remedy });
}

function checkQuantiles(points: readonly { p: number; value: number }[], context: z.core.$RefinementCtx): void {
  for (const [index, { p, value }] of points.entries()) {
    const before = points[index - 1];
    if (before === undefined) continue;
    if (p <= before.p) {
      const remedy = "write the points in rising order of p";
      refuse(context, { key: index, what: `p ${p} is not above ${before.p}, the one before it`, remedy });
    } else if (value <= before.value) {
      const remedy = "write values that rise with p, or one number if it is certain";
      refuse(context, { key: index, what: `value ${value} is not above ${before.value}, the one before it`, remedy });
    }
  }
}

function checkTruncation(
  { from, to }: { from?: number | undefined; to?: number | undefined },
  context: z.core.$RefinementCtx,
): void {
  if (from === undefined && to === undefined) {
    const remedy = "write from, to or both";
    context.addIssue({ code: "custom", message: "truncate has neither from nor to", params: { remedy } });
  }
  if (from !== undefined && to !== undefined && from >= to) {
    refuse(context, { key: "from", what: `from ${from} is not below to ${to}`, remedy: "write from below to" });
  }
}

/** The distributions of a quantity with bounds. */
function distributionsOf(quantity: z.ZodNumber) {
  return {
    interval: z
      .strictObject({
        low: quantity.describe("1 case in 20 lies below."),
        high: quantity.describe("1 case in 20 lies above."),
      })
      .superRefine(checkInterval, whenNumbers("low", "high"))
      .describe("Calibrated 90 % interval, read as lognormal."),
    pert: z
      .strictObject({
        min: quantity,
        mode: quantity.describe("Most likely value."),
        max: quantity,
        lambda: positive.optional().describe("Weight of the mode. 4 unless given."),
        ends: z
          .enum(["bounds", "percentiles"])
          .optional()
          .describe(
            "Whether min and max are the ends of the range, or its 5 % and 95 % quantiles. bounds unless given.",
          ),
      })
      .superRefine(checkPert, whenNumbers("min", "mode", "max"))
      .describe("PERT."),
    uniform: z
      .strictObject({ min: quantity, max: quantity })
      .superRefine(checkRange, whenNumbers("min", "max"))
      .describe("Uniform: every value between is equally likely."),
    beta: z.strictObject({ alpha: positive, beta: positive }).describe("Beta on [0, 1]."),
    gamma: z.strictObject({ shape: positive, rate: positive }).describe("Gamma; its mean is shape ÷ rate."),
    lognormal: z
      .strictObject({ mu: z.number(), sigma: nonNegative })
      .superRefine(checkLognormal, whenNumbers("mu", "sigma"))
      .describe("Lognormal by the mean and standard deviation of its natural logarithm."),
    empirical: z
      .strictObject({ samples: z.array(quantity).min(1) })
      .describe("Empirical: each sample is equally likely."),
    quantiles: z
      .strictObject({
        quantiles: z
          .array(
            z.strictObject({
              p: z.number().gt(0).lt(1).describe("Probability of staying at or below the value."),
              value: quantity.positive(),
            }),
          )
          .min(2)
          .max(20)
          .superRefine(checkQuantiles, whenPoints())
          .describe("Points of the distribution, in rising order."),
      })
      .describe("Lognormal through two quantiles; through more only where one fits them."),
    value: z.strictObject({ value: quantity }).describe("A number that is certain, with where it comes from."),
  };
}

/** Points that are whole can be compared although something beside them is wrong. */
function whenPoints() {
  const isPoint = (point: unknown) =>
    typeof point === "object" &&
    point !== null &&
    typeof Reflect.get(point, "p") === "number" &&
    typeof Reflect.get(point, "value") === "number";
  return { when: ({ value }: { value: unknown }) => Array.isArray(value) && value.every(isPoint) };
}

const level = z.strictObject({ level: z.int().min(1) }).describe("The bounds of a level of the scale.");
const amount = distributionsOf(nonNegative);
const share = distributionsOf(probability);

/** What one of several people says of an amount: in the currency, and in the cuts, of the whole. */
export const simpleAmount = z
  .union([
    nonNegative,
    amount.interval,
    amount.pert,
    amount.uniform,
    amount.beta,
    amount.gamma,
    amount.lognormal,
    amount.empirical,
    amount.quantiles,
    level,
  ])
  .meta({ id: "AmountOfExpert", description: "What one expert says: a number or a distribution." });

/** What one of several people says of a probability. */
export const simpleShare = z
  .union([
    probability,
    share.interval,
    share.pert,
    share.uniform,
    share.beta,
    share.gamma,
    share.lognormal,
    share.empirical,
    share.quantiles,
  ])
  .meta({ id: "ProbabilityOfExpert", description: "What one expert says: a probability or its distribution." });

const source = line.meta({
  id: "EstimateSource",
  description: "What it rests on, such as a log, a study or a contract.",
});
const author = line.meta({ id: "EstimateAuthor", description: "Who said it: the id of a person, or a name." });
const saidOn = isoDate.meta({ id: "EstimateDate", description: "The day it was said." });
/** Where an estimate comes from. */
const provenance = { source: source.optional(), by: author.optional(), on: saidOn.optional() };

function poolOf<Simple extends z.ZodType>(simple: Simple) {
  const said = z.strictObject({
    by: author,
    on: saidOn.optional(),
    source: source.optional(),
    weight: positive.optional().describe("How much it counts, relative to the others. 1 unless given."),
    estimate: simple,
  });
  return z
    .strictObject({
      experts: z.array(said).min(1).max(50).describe("What each of them said."),
      pool: z
        .enum(poolingRules)
        .describe("linear mixes their distributions and keeps their disagreement; quantiles averages their quantiles."),
    })
    .describe("What several people said, pooled by a stated rule.");
}
const pooledAmount = poolOf(simpleAmount);
const pooledShare = poolOf(simpleShare);

function truncationOf(quantity: z.ZodNumber) {
  return z.strictObject({ from: quantity.optional(), to: quantity.optional() }).superRefine(checkTruncation);
}

const truncate = truncationOf(nonNegative)
  .meta({ id: "Truncation", description: "What lies outside is drawn anew: the estimate given from ≤ value ≤ to." })
  .optional();
const ofEvents = { truncate, cap: positive.optional().describe("What lies above counts as this."), ...provenance };
const ofShare = {
  truncate: truncationOf(probability)
    .meta({ id: "ProbabilityTruncation", description: "The probability, given that it lies within." })
    .optional(),
  cap: positive.max(1).optional().describe("What lies above counts as this."),
  ...provenance,
};

/** A cap on money: an amount, a share of the annual turnover, or the greater of both. */
export const moneyCap = z
  .union([
    positive,
    z
      .strictObject({
        amount: positive.optional(),
        turnoverShare: positive.max(1).optional().describe("Share of `annualTurnover`, as fines are capped by law."),
      })
      .superRefine(({ amount, turnoverShare }, context) => {
        if (amount !== undefined || turnoverShare !== undefined) return;
        const remedy = "write amount, turnoverShare or both";
        context.addIssue({ code: "custom", message: "cap has neither amount nor turnoverShare", params: { remedy } });
      }),
  ])
  .meta({
    id: "MoneyCap",
    description: "What lies above counts as this: an amount, a share of the annual turnover, or the greater of both.",
  });

const ofMoney = {
  truncate,
  cap: moneyCap.optional(),
  insurance: z
    .strictObject({
      deductible: nonNegative.describe("What is borne of each loss before the insurer pays."),
      limit: positive.describe("The most that the insurer pays of one loss."),
    })
    .meta({
      id: "Insurance",
      description: "An insurer pays what of each loss lies above the deductible, up to the limit.",
    })
    .optional(),
  ...provenance,
};
const ofForeignMoney = {
  currency: currencyCode.optional().describe("Currency of the amounts, if not the portfolio's; `rates` must have it."),
  ...ofMoney,
};

/** What a person knows about the loss of one event. See engine/quantification/estimate/estimate.ts. */
export const estimate = z
  .union([
    nonNegative,
    amount.interval.safeExtend(ofForeignMoney),
    amount.pert.safeExtend(ofForeignMoney),
    amount.uniform.safeExtend(ofForeignMoney),
    amount.beta.safeExtend(ofMoney),
    amount.gamma.safeExtend(ofForeignMoney),
    amount.lognormal.safeExtend(ofForeignMoney),
    amount.empirical.safeExtend(ofForeignMoney),
    amount.quantiles.safeExtend(ofForeignMoney),
    pooledAmount.safeExtend(ofForeignMoney),
    amount.value.safeExtend(ofForeignMoney),
    level.safeExtend(ofMoney),
  ])
  .meta({ id: "LossEstimate", description: "Loss of one event: a number, which is certain, or a distribution." });
export type FileEstimate = z.infer<typeof estimate>;

/** What a person knows about a number of events a year. */
export const frequencyEstimate = z
  .union([
    nonNegative,
    amount.interval.safeExtend(ofEvents),
    amount.pert.safeExtend(ofEvents),
    amount.uniform.safeExtend(ofEvents),
    amount.beta.safeExtend(ofEvents),
    amount.gamma.safeExtend(ofEvents),
    amount.lognormal.safeExtend(ofEvents),
    amount.empirical.safeExtend(ofEvents),
    amount.quantiles.safeExtend(ofEvents),
    pooledAmount.safeExtend(ofEvents),
    amount.value.safeExtend(ofEvents),
    level.safeExtend(ofEvents),
  ])
  .meta({ id: "FrequencyEstimate", description: "Events a year: a number, which is certain, or a distribution." });
export type FrequencyEstimate = z.infer<typeof frequencyEstimate>;

/** An estimate of a quantity that cannot leave [0, 1]. */
export const probabilityEstimate = z
  .union([
    probability,
    share.interval.safeExtend(ofShare),
    share.pert.safeExtend(ofShare),
    share.uniform.safeExtend(ofShare),
    share.beta.safeExtend(ofShare),
    share.gamma.safeExtend(ofShare),
    share.lognormal.safeExtend(ofShare),
    share.empirical.safeExtend(ofShare),
    share.quantiles.safeExtend(ofShare),
    pooledShare.safeExtend(ofShare),
    share.value.safeExtend(ofShare),
  ])
  .meta({ id: "ProbabilityEstimate", description: "A probability from 0 to 1: a number, or a distribution." });
export type ProbabilityEstimate = z.infer<typeof probabilityEstimate>;

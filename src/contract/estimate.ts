import { z } from "zod";
import { currencyCode, nonNegative, probability, whenNumbers } from "./primitive.ts";

const positive = z.number().positive();
/** An ordering that does not hold, at the key that breaks it. */
interface Disorder {
  readonly key: string;
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
  };
}

const inCurrency = {
  currency: currencyCode.optional().describe("Currency of the amounts, if not the portfolio's; `rates` must have it."),
};
const level = z.strictObject({ level: z.int().min(1) }).describe("The bounds of a level of the scale.");

const amount = distributionsOf(nonNegative);
const share = distributionsOf(probability);

/** What a person knows about the loss of one event. See engine/quantification/scenario.ts. */
export const estimate = z
  .union([
    nonNegative,
    amount.interval.safeExtend(inCurrency),
    amount.pert.safeExtend(inCurrency),
    amount.uniform.safeExtend(inCurrency),
    amount.beta,
    amount.gamma.safeExtend(inCurrency),
    amount.lognormal.safeExtend(inCurrency),
    amount.empirical.safeExtend(inCurrency),
    level,
  ])
  .meta({ id: "LossEstimate", description: "Loss of one event: a number, which is certain, or a distribution." });
export type FileEstimate = z.infer<typeof estimate>;

/** What a person knows about a number of events a year. */
export const frequencyEstimate = z
  .union([
    nonNegative,
    amount.interval,
    amount.pert,
    amount.uniform,
    amount.beta,
    amount.gamma,
    amount.lognormal,
    amount.empirical,
    level,
  ])
  .meta({ id: "FrequencyEstimate", description: "Events a year: a number, which is certain, or a distribution." });
export type FrequencyEstimate = z.infer<typeof frequencyEstimate>;

/** An estimate of a quantity that cannot leave [0, 1]. */
export const probabilityEstimate = z
  .union([
    probability,
    share.interval,
    share.pert,
    share.uniform,
    share.beta,
    share.gamma,
    share.lognormal,
    share.empirical,
  ])
  .meta({ id: "ProbabilityEstimate", description: "A probability from 0 to 1: a number, or a distribution." });
export type ProbabilityEstimate = z.infer<typeof probabilityEstimate>;

/** Loss events a year: given directly, or by one of two cuts of the FAIR tree. */
export const frequency = z
  .union([
    frequencyEstimate,
    z.strictObject({
      threatEvents: frequencyEstimate.describe("Attempts or occasions a year."),
      vulnerability: probabilityEstimate.describe("Probability that an attempt becomes a loss event."),
    }),
    z.strictObject({
      contact: frequencyEstimate.describe("Contacts a year."),
      action: probabilityEstimate.describe("Probability that a contact becomes an attempt."),
      vulnerability: probabilityEstimate.describe("Probability that an attempt becomes a loss event."),
    }),
  ])
  .meta({
    id: "Frequency",
    description: "Loss events a year: directly, or threat events × vulnerability, or contact × action × vulnerability.",
  });

/** Loss of one event in money: primary, and with a probability secondary. */
const loss = z
  .strictObject({
    primary: estimate.describe("Loss of every event."),
    secondary: z
      .strictObject({
        probability: probabilityEstimate.describe("Share of events that cause a secondary loss."),
        loss: estimate.describe("Secondary loss, where there is one."),
      })
      .optional()
      .describe("Fines, claims and lost customers, which follow some of the events."),
  })
  .describe("Loss of one event.");

export const scenario = z
  .strictObject({ frequency, loss })
  .describe("The risk in numbers, after FAIR; each leaf is an estimate.");
export type FileScenario = z.infer<typeof scenario>;

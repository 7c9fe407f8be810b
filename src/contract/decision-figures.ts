import { z } from "zod";
import { controlStatuses } from "./control-statuses.ts";
import { annualLossReport, annualLossWithInherent } from "./quantification-report.ts";
import { limitScope, limitStatuses } from "./record.ts";

const status = z.enum(controlStatuses);

const share = z.object({ id: z.string(), expectedAnnualLoss: z.number(), expectedShortfall: z.number() });

/** Where the expected loss and the bad years come from: Euler shares, which add up to the whole, risks and systems alike. */
export const contributions = z.object({
  level: z.literal(0.95),
  valueAtRisk: z.number(),
  expectedShortfall: z.number(),
  risks: z.array(share),
  systems: z.array(share),
});

const swing = z.object({
  /** Of the input, in its own unit. */
  value: z.number(),
  expectedAnnualLoss: z.number(),
  expectedShortfall: z.number().nullable(),
});

/** What the figures would be if one input were known: at its 10 % and at its 90 % quantile, the widest swing first. */
const sensitivity = z.object({
  inputs: z.array(
    z.object({
      /** Null for the strikes of a common cause, which several risks share. */
      risk: z.string().nullable(),
      /** Path within the scenario, such as `frequency.threatEvents`. */
      input: z.string(),
      /** Whether more knowledge would narrow it, or it is chance. */
      uncertainty: z.enum(["knowledge", "chance"]),
      low: swing,
      high: swing,
    }),
  ),
});

const simulatedBenefit = {
  /** Saved in a year, before cost: chance included, both sides on the same drawn years. */
  benefit: z.object({
    mean: z.number(),
    standardDeviation: z.number(),
    quantiles: z.object({
      "0.05": z.number(),
      "0.25": z.number(),
      "0.5": z.number(),
      "0.75": z.number(),
      "0.95": z.number(),
    }),
  }),
  /** Probability that a year saves more than the control costs; null without a cost. */
  probabilityWorth: z.object({ estimate: z.number(), standardError: z.number() }).nullable(),
  years: z.int(),
  seed: z.int(),
};

/** What one control is worth: the annual loss without it less the annual loss with it, the other working ones as they are. */
const controlValue = z.object({
  id: z.string(),
  status,
  /** A working control is compared with its absence, any other with its presence. */
  compared: z.enum(["without-it", "with-it"]),
  annualCost: z.number().nullable(),
  risks: z.array(z.string()),
  /** Of the expected annual loss. */
  expectedReduction: z.number(),
  /** Of the expected shortfall at 95 %. */
  shortfallReduction: z.number(),
  ...simulatedBenefit,
  /** (saved − cost) ÷ cost: mean, and its 5 % and 95 % quantiles; null without a cost above 0. */
  returnOnControl: z.object({ mean: z.number(), low: z.number(), high: z.number() }).nullable(),
  shortfallReductionPerCost: z.number().nullable(),
});

/**
 * Answer of `plimsoll quantify FILE --json`: the annual loss, where it comes from and what can be done about it. The
 * last three are exact, of risks that are independent but for common causes; null under a correlation, and beyond 500
 * scenarios, where they would take minutes.
 */
export const quantificationReport = annualLossReport.extend({
  contributions: contributions.nullable(),
  sensitivity: sensitivity.nullable(),
  controls: z.array(controlValue).nullable(),
});
export type QuantificationReport = z.infer<typeof quantificationReport>;

const limitState = z.object({
  probability: z.number().nullable(),
  status: z.enum(limitStatuses),
  lossAtTolerance: z.number().nullable(),
  over: z.number().nullable(),
});

/** Answer of `plimsoll control FILE --set id=status --json`: what changes if controls change. */
export const controlReport = z.object({
  currency: z.string(),
  set: z.array(z.object({ id: z.string(), from: status, to: status })),
  before: annualLossWithInherent,
  after: annualLossWithInherent,
  /** Before less after: below 0 where the change costs. */
  expectedReduction: z.number(),
  shortfallReduction: z.object({ "0.95": z.number(), "0.99": z.number() }),
  /** What the change adds to the cost of a year; null if the cost of one of the controls is unknown. */
  annualCost: z.number().nullable(),
  ...simulatedBenefit,
  limits: z.array(z.object({ id: z.string(), scope: limitScope, before: limitState, after: limitState })),
});
export type ControlReport = z.infer<typeof controlReport>;

const chosen = z.object({
  /** Ids of the candidates that work. */
  controls: z.array(z.string()),
  cost: z.number(),
  expectedAnnualLoss: z.number(),
  expectedShortfall: z.number().nullable(),
});

/** Answer of `plimsoll frontier FILE --budget B --json`: which controls to fund. */
export const frontierReport = z.object({
  currency: z.string(),
  budget: z.number(),
  measure: z.enum(["expectedAnnualLoss", "expectedShortfall"]),
  method: z.enum(["exhaustive", "greedy"]),
  /** How much lower the measure could at most be than `best`, which `bound` gives; 0 if every set was looked at. */
  gap: z.number().nullable(),
  /** Below this no set within the budget can bring the measure. */
  bound: z.number().nullable(),
  candidates: z.array(z.object({ id: z.string(), status, annualCost: z.number(), expectedReduction: z.number() })),
  /** Sets that no cheaper one matches, by rising cost. */
  frontier: z.array(chosen),
  best: chosen,
  /** The cheapest set that brings each crossed limit back; null where none does. */
  restores: z.array(
    z.object({
      limit: z.string(),
      controls: z.array(z.string()).nullable(),
      cost: z.number().nullable(),
      /** Of a larger loss than the limit's, with them; null where none does. */
      probability: z.number().nullable(),
      method: z.enum(["exhaustive", "greedy"]).nullable(),
    }),
  ),
});
export type FrontierReport = z.infer<typeof frontierReport>;

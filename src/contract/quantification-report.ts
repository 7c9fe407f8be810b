import { z } from "zod";
import { limitScope, limitStatuses } from "./record.ts";

const figureError = z.union([
  z.object({ standardError: z.number() }),
  z.object({ low: z.number(), high: z.number(), kind: z.enum(["estimate", "bracket"]) }),
]);
const byQuantile = <T extends z.ZodType>(of: T) => z.object({ "0.5": of, "0.9": of, "0.95": of, "0.99": of });
const byTail = <T extends z.ZodType>(of: T) => z.object({ "0.95": of, "0.99": of });

/** The distribution of a year's loss in plain numbers, in the portfolio's currency. */
export const annualLoss = z.object({
  expectedAnnualLoss: z.number(),
  standardDeviation: z.number(),
  probabilityOfLoss: z.number(),
  valueAtRisk: byQuantile(z.number()),
  expectedShortfall: byTail(z.number()),
  exceedance: z.array(z.object({ loss: z.number(), probability: z.number() })).readonly(),
  error: z.object({
    expectedAnnualLoss: figureError,
    standardDeviation: figureError,
    valueAtRisk: byQuantile(figureError),
    expectedShortfall: byTail(figureError),
  }),
});
export type AnnualLossFigures = z.infer<typeof annualLoss>;
export const annualLossWithInherent = annualLoss.extend({ inherent: annualLoss });

export const quantifiedLimit = z.object({
  id: z.string(),
  scope: limitScope,
  measure: z.literal("annualLoss"),
  exceeds: z.number(),
  appetite: z.number(),
  tolerance: z.number(),
  /** Probability that a year's residual loss is larger than `exceeds`; null where nothing in scope is quantified. */
  probability: z.number().nullable(),
  status: z.enum(limitStatuses),
  /** Loss that a year exceeds with the tolerated probability; null with `probability`, or where nothing is tolerated. */
  lossAtTolerance: z.number().nullable(),
  /** `lossAtTolerance` − `exceeds`: by how much the line is crossed, or below 0 the room that is left. */
  over: z.number().nullable(),
});

const convergingFigure = z.object({ figure: z.number(), halfWidth: z.number() });

/** How near a simulation came, by the half-widths of the 95 % intervals of two figures of the residual portfolio. */
const convergence = z.object({
  /** Largest half-width asked for, as a share of the figure; null where none was. */
  relative: z.number().nullable(),
  precision: z.enum(["reached", "not-reached", "not-asked"]),
  rounds: z.array(z.object({ years: z.int(), valueAtRisk95: convergingFigure, expectedShortfall95: convergingFigure })),
});

/** The losses that a year as a whole, and its largest single event, exceed once in so many years. */
export const returnPeriod = z.object({
  years: z.number(),
  aggregate: z.number(),
  occurrence: z.number(),
  error: z.object({ aggregate: figureError, occurrence: figureError }),
});

/** The annual loss of a portfolio file with everything that one engine says of it. */
export const annualLossReport = z.object({
  currency: z.string(),
  engine: z.enum(["exact", "simulation"]),
  method: z.object({ name: z.string(), version: z.string() }),
  seed: z.int().nullable(),
  years: z.int().nullable(),
  /** Null for the exact engine. */
  convergence: convergence.nullable(),
  /** Null where the risks are independent but for common causes. */
  correlation: z
    .object({
      kind: z.enum(["pearson", "spearman", "kendall"]),
      /** By how much the most changed entry was changed to make the matrix possible; 0 where it was. */
      largestRepair: z.number(),
    })
    .nullable(),
  portfolio: annualLossWithInherent,
  /** Residual, of the portfolio. */
  returnPeriods: z.array(returnPeriod),
  systems: z.array(annualLossWithInherent.extend({ id: z.string() })),
  risks: z.array(annualLossWithInherent.extend({ id: z.string() })),
  limits: z.array(quantifiedLimit),
  unquantified: z.array(z.string()),
});
export type AnnualLossReport = z.infer<typeof annualLossReport>;

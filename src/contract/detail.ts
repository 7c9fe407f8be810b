import { z } from "zod";
import { contributions } from "./decision-figures.ts";
import { change, provenance, riskFigures } from "./heat-map.ts";
import { judgedLimit } from "./judged-limit.ts";
import { annualLoss, quantifiedLimit, returnPeriod } from "./quantification-report.ts";
import { assessment, control, limit, risk, system } from "./record.ts";
import { impactKind } from "./scale.ts";
import { score, state } from "./score-report.ts";

/** Why a score is what it is: each step from inherent to target, with what it rests on. */
const explanation = z.object({
  steps: z.array(
    z.object({
      kind: z.enum(["inherent", "working-control", "judgement", "residual", "planned-control", "target"]),
      /** Name of the control or of the state. */
      label: z.string(),
      /** What the step rests on, in words and numbers. */
      detail: z.string(),
      /** A day the step depends on, and the words that lead to it. */
      day: z.object({ words: z.string(), on: z.string() }).nullable(),
      control: z.string().nullable(),
      meanEffectiveness: z.number().nullable(),
      after: score,
    }),
  ),
  findings: z.array(z.object({ code: z.string(), state, message: z.string() })),
});
export type Explanation = z.infer<typeof explanation>;

/** Answer of GET /v1/risks/{id}. */
export const riskDetail = provenance.extend({
  record: risk,
  figures: riskFigures,
  explanation,
  /** Null without a scenario. */
  annualLoss: z.object({ inherent: annualLoss, residual: annualLoss, target: annualLoss }).nullable(),
  /** Mean and 90 % range of loss events a year and of the loss of one event; null without a scenario. */
  scenario: z
    .object({
      eventsPerYear: z.object({ mean: z.number(), low: z.number(), high: z.number() }),
      lossPerEvent: z.object({ mean: z.number(), low: z.number(), high: z.number() }),
    })
    .nullable(),
  controls: z.array(control),
  assessments: z.array(assessment),
  history: z.array(z.object({ at: z.string(), score: z.number().nullable(), seq: z.int() })),
  changes: z.array(change),
});
export type RiskDetail = z.infer<typeof riskDetail>;

/** Answer of GET /v1/systems/{id}. */
export const systemDetail = provenance.extend({
  record: system,
  version: z.int(),
  risks: z.array(riskFigures),
  annualLoss: z.object({ inherent: annualLoss, residual: annualLoss }).nullable(),
  limits: z.array(quantifiedLimit),
  /** Its lines on disparities, and where its newest audit puts them. */
  disparityLimits: z.array(judgedLimit),
  changes: z.array(change),
});
export type SystemDetail = z.infer<typeof systemDetail>;

/** Answer of GET /v1/quantification. */
export const quantification = provenance.extend({
  currency: z.string(),
  engine: z.literal("exact"),
  scope: z.union([
    z.literal("portfolio"),
    z.object({ system: z.string() }),
    z.object({ risk: z.string() }),
    z.object({ category: z.string() }),
  ]),
  residual: annualLoss,
  inherent: annualLoss,
  target: annualLoss,
  limits: z.array(quantifiedLimit),
  quantified: z.int(),
  unquantified: z.array(z.object({ id: z.string(), name: z.string() })),
  systems: z.array(z.object({ id: z.string(), name: z.string(), residual: z.number(), inherent: z.number() })),
  /**
   * What risks and systems bring to the residual expected loss and expected shortfall, adding up to both. Null where
   * nothing is quantified, and of more than 500 scenarios, of which it would take minutes: ask for a part of them.
   */
  contributions: contributions
    .extend({
      risks: z.array(contributions.shape.risks.element.extend({ name: z.string(), system: z.string() })),
      systems: z.array(contributions.shape.systems.element.extend({ name: z.string() })),
    })
    .nullable(),
  /** Residual loss exceeded once in so many years, by the year and by its largest event; null as `contributions`. */
  returnPeriods: z.array(returnPeriod).nullable(),
});
export type Quantification = z.infer<typeof quantification>;

/** One record as the API stores it: the fields of the portfolio file and the version that guards against lost updates. */
export const stored = <T extends z.ZodType>(record: T) =>
  z.object({
    record,
    version: z.int(),
    createdAt: z.string(),
    changedAt: z.string(),
    retiredOn: z.string().nullable(),
  });

export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable(), total: z.int() });

export const registerPage = provenance.extend({
  items: z.array(riskFigures),
  next: z.string().nullable(),
  total: z.int(),
});
export type RegisterPage = z.infer<typeof registerPage>;

/** Answer of GET /v1/workspace: what a page needs before it draws anything. */
export const workspace = z.object({
  organization: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  people: z.array(z.object({ id: z.string(), name: z.string(), roles: z.array(z.string()) })),
  categories: z.array(z.object({ id: z.string(), name: z.string() })),
  systems: z.array(z.object({ id: z.string(), name: z.string() })),
  /** The levels with the words that say when to choose each: what a person rates by. */
  scale: z.object({
    likelihood: z.array(
      z.object({ name: z.string(), from: z.number(), to: z.number(), criterion: z.string().nullable() }),
    ),
    impact: z.array(
      z.object({
        name: z.string(),
        from: z.number(),
        to: z.number(),
        criteria: z.partialRecord(impactKind, z.string().optional()),
      }),
    ),
    score: z.enum(["product", "sum"]),
    bandNames: z.array(z.string()),
    bands: z.array(z.array(z.string())),
  }),
  limits: z.array(limit),
  counts: z.object({ systems: z.int(), risks: z.int(), controls: z.int(), limits: z.int() }),
  /** True while the register holds the invented example. */
  example: z.boolean(),
  revision: z.int(),
  version: z.string(),
});
export type Workspace = z.infer<typeof workspace>;

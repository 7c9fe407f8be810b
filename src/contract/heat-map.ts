import { z } from "zod";
import { instant } from "./primitive.ts";
import { limitScope, limitStatuses } from "./record.ts";
import { likelihoodImpactCell, residualScore, score, state, systemCategoryCell } from "./score-report.ts";

const method = z.object({ name: z.string(), version: z.string() });
const riskStatus = z.enum([...limitStatuses]);

/** What every figure answered by the server carries: how it was made, from what, and as of when. */
export const provenance = z.object({
  method,
  /** `seq` of the newest event that the figures include. */
  revision: z.int(),
  /** The moment asked for; null is now. */
  asOf: instant.nullable(),
  computedAt: instant,
});

/** One risk as a mark on a map or a row in the register: who, where, and every state's figures. */
export const riskFigures = z.object({
  id: z.string(),
  name: z.string(),
  system: z.string(),
  systemName: z.string(),
  category: z.string(),
  owner: z.string(),
  ownerName: z.string(),
  inherent: score.nullable(),
  residual: residualScore.nullable(),
  target: score.nullable(),
  targetBy: z.string().nullable(),
  source: z.enum(["scenario", "rating", "unrated"]),
  cellProbability: z.object({
    inherent: z.number().nullable(),
    residual: z.number().nullable(),
    target: z.number().nullable(),
  }),
  expectedAnnualLoss: z.object({
    inherent: z.number().nullable(),
    residual: z.number().nullable(),
    target: z.number().nullable(),
  }),
  rank: z.int().nullable(),
  /** The line this risk is held to, and where its residual score lies against it. */
  line: z.object({ limit: z.string(), scope: limitScope, appetite: z.number(), tolerance: z.number() }).nullable(),
  status: riskStatus,
  /** Over tolerance and a deadline of its plan has passed. */
  overdue: z.boolean(),
  assessed: z.string().nullable(),
  freshness: z.enum(["fresh", "stale", "never-assessed"]),
  nextDeadline: z.object({ on: z.string(), task: z.string(), owner: z.string() }).nullable(),
  version: z.int(),
});
export type RiskFigures = z.infer<typeof riskFigures>;

export const measures = ["score", "expectedAnnualLoss", "exceedanceProbability"] as const;
export type Measure = (typeof measures)[number];

/** Answer of GET /v1/heat-map. */
export const heatMap = provenance.extend({
  by: state,
  measure: z.enum(measures),
  currency: z.string(),
  scale: z.object({
    likelihood: z.array(z.object({ name: z.string(), from: z.number(), to: z.number() })),
    impact: z.array(z.object({ name: z.string(), from: z.number(), to: z.number() })),
    score: z.enum(["product", "sum"]),
    bandNames: z.array(z.string()),
    bands: z.array(z.array(z.string())),
  }),
  /** The line drawn across the likelihood × impact map: the one of the narrowest scope that covers all that is shown. */
  line: z
    .object({
      limit: z.string(),
      appetite: z.number(),
      tolerance: z.number(),
      approvedBy: z.string().nullable(),
      approvedOn: z.string().nullable(),
    })
    .nullable(),
  categories: z.array(z.object({ id: z.string(), name: z.string() })),
  systems: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      owner: z.string().nullable(),
      ownerName: z.string().nullable(),
      businessUnit: z.string().nullable(),
      /** Worst status of its risks. */
      status: riskStatus,
      expectedAnnualLoss: z.number().nullable(),
      nextDeadline: z.string().nullable(),
      lastAssessed: z.string().nullable(),
      freshness: z.enum(["fresh", "stale", "never-assessed"]),
    }),
  ),
  likelihoodImpact: z.array(likelihoodImpactCell.extend({ counts: z.record(z.string(), z.int()) })),
  systemCategory: z.array(
    systemCategoryCell.extend({
      status: riskStatus,
      /** Stale risks among `risks`. */
      stale: z.int(),
      /** With `measure=exceedanceProbability`: probability that the cell's annual loss exceeds its limit, where one is drawn. */
      exceedanceProbability: z.number().nullable(),
    }),
  ),
  /** Every risk when there are at most 500; else the 500 worst by status, score and loss. */
  marks: z.array(riskFigures),
  total: z.int(),
  unrated: z.array(z.object({ id: z.string(), name: z.string(), system: z.string() })),
});
export type HeatMap = z.infer<typeof heatMap>;

/** Answer of GET /v1/overview: the four numbers with their change since a day. */
export const overview = provenance.extend({
  organization: z.string(),
  currency: z.string(),
  since: z.string(),
  systems: z.int(),
  risks: z.int(),
  rated: z.int(),
  overAppetite: z.object({ now: z.int(), before: z.int().nullable(), wentOver: z.int(), cameBack: z.int() }),
  overTolerance: z.object({ now: z.int(), before: z.int().nullable() }),
  /** Lines on disparities by where the newest audits put them; over the line are warning and breach. */
  disparityLimits: z.object({ ok: z.int(), warning: z.int(), breach: z.int(), unknown: z.int() }),
  annualLoss: z
    .object({
      expected: z.number(),
      oneYearInTwenty: z.number(),
      expectedBefore: z.number().nullable(),
      oneYearInTwentyBefore: z.number().nullable(),
      quantifiedRisks: z.int(),
    })
    .nullable(),
  deadlines: z.object({
    overdue: z.int(),
    next: z
      .object({
        on: z.string(),
        task: z.string(),
        risk: z.string(),
        riskName: z.string(),
        owner: z.string(),
        ownerName: z.string(),
      })
      .nullable(),
  }),
  /** Systems none of whose assessments is stale; unrated risks are counted apart. */
  coverage: z.object({
    fresh: z.int(),
    stale: z.array(z.object({ id: z.string(), name: z.string(), since: z.string().nullable() })),
  }),
  history: z.array(z.object({ on: z.string(), overAppetite: z.int(), expected: z.number().nullable() })),
});
export type Overview = z.infer<typeof overview>;

/** One entry of "what changed": an event with what it did to scores. */
export const change = z.object({
  seq: z.int(),
  id: z.string(),
  at: instant,
  actor: z.object({ kind: z.string(), id: z.string(), name: z.string(), authenticated: z.boolean() }),
  verb: z.string(),
  subject: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  /** The change in a sentence without a full stop, such as "Control works: threshold review". */
  title: z.string(),
  where: z.string(),
  /** What whoever did it wrote beside it, such as the note of an apply or of an assessment. */
  note: z.string().nullable(),
  shift: z
    .object({
      risk: z.string(),
      riskName: z.string(),
      before: z.number().nullable(),
      after: z.number().nullable(),
      status: riskStatus,
      others: z.int(),
    })
    .nullable(),
});
export type Change = z.infer<typeof change>;

/** One day of the scrubber. */
export const timelineDay = z.object({ on: z.string(), events: z.int() });

import { z } from "zod";
import { PEER_TOOLS } from "../engine/fairness/compatibility/peer-answer.ts";
import { auditFigure, disparity, finite, group } from "./audit-figure.ts";
import { auditLimit, auditMapping } from "./audit-mapping.ts";
import { controlled, profile } from "./audit-profile.ts";
import { auditSettings } from "./audit-request.ts";

export type AuditFigure = z.infer<typeof auditFigure>;
export type AuditProfile = z.infer<typeof profile>;

const metrics = z.record(z.string(), auditFigure);

/** Rows, or their weight, by label and decision. A rate is a share of some of them among some of them. */
const outcomes = z.object({
  /** Positive label, favourable decision. */
  truePositives: finite,
  falseNegatives: finite,
  falsePositives: finite,
  trueNegatives: finite,
  /** Without a label: decided favourably, or otherwise. */
  unlabelledSelected: finite,
  unlabelledRejected: finite,
  /** Without a decision. */
  undecidedPositives: finite,
  undecidedNegatives: finite,
  unlabelledUndecided: finite,
});
export type OutcomeCounts = z.infer<typeof outcomes>;

/** What the figures of a group are computed from. */
const counts = z.object({
  /** Null in a regression, where there are no classes. */
  rows: outcomes.nullable(),
  /** Null without weights: every row weighs 1. */
  weights: outcomes.nullable(),
  /** Weighted sums over the rows with label y and score s; null without scores. */
  scored: z
    .object({
      n: finite,
      weight: finite,
      /** Weight of the rows with a positive label; null in a regression. */
      positives: finite.nullable(),
      /** Σ w·s */
      score: finite,
      /** Σ w·(y − s) */
      error: finite,
      /** Σ w·|y − s| */
      absoluteError: finite,
      /** Σ w·(y − s)² */
      squaredError: finite,
      /** Σ w·y²; null but in a regression. */
      outcomeSquares: finite.nullable(),
      /** Σ w·(−ln of the probability given to y); null in a regression. */
      logLoss: finite.nullable(),
    })
    .nullable(),
});
export type GroupCounts = z.infer<typeof counts>;

const verdict = z.object({
  name: z.string(),
  attributes: z.array(z.string()),
  verdict: z.enum(["within", "outside", "not-enough-evidence"]),
  limit: auditLimit,
  /** Whether the limit was approved before the data could be seen. */
  limitSet: z.enum(["before-the-data", "after-the-data", "unknown"]),
  /** The disparity with the interval that decides. */
  figure: auditFigure,
  /** Rows a group that would decide it; null where it is decided. */
  requiredN: finite.nullable(),
  /** Groups nothing is known of, because of which "within" cannot be said. */
  unknownGroups: z.array(z.object({ group, reason: z.string() })),
});

const calibration = z.object({
  /** Empty for all rows together. */
  group,
  n: finite,
  curve: z.array(
    z.object({
      from: finite,
      to: finite,
      weight: finite,
      meanScore: finite,
      observedRate: finite,
      low: finite,
      high: finite,
    }),
  ),
  error: z.object({
    expected: finite.nullable(),
    corrected: finite.nullable(),
    byChance: finite.nullable(),
    largest: finite.nullable(),
  }),
  cox: z
    .object({
      intercept: z.object({ estimate: finite, low: finite, high: finite }),
      slope: z.object({ estimate: finite, low: finite, high: finite }),
      chiSquare: finite,
      pValue: finite,
    })
    .nullable(),
  spiegelhalter: z.object({ z: finite, pValue: finite }).nullable(),
});

const groupRow = z.object({
  group,
  n: finite,
  metrics,
  counts,
  /** Selection rate drawn towards the other groups', for small ones; null with a single group. */
  shrunkenSelectionRate: z.object({ estimate: finite, low: finite, high: finite }).nullable(),
});

/** Selection at each step of a process, and last the whole way where there are several. */
const funnel = z.object({
  attributes: z.array(z.string()),
  steps: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      groups: z.array(z.object({ group, entered: finite, passed: finite, rate: auditFigure })),
      disparity,
    }),
  ),
});

const law = z.object({
  name: z.string(),
  citation: z.string(),
  status: z.enum(["in-force", "under-review", "not-yet-applicable", "never-took-effect"]),
  /** What the status is made of, and what else has to be known. */
  note: z.string(),
  appliesFrom: z.iso.date().nullable(),
  /** Day on which that was so. */
  asOf: z.iso.date(),
  source: z.string(),
});

/** How much larger a group's share is among those rejected than among those selected, in [−1, 1]. */
const conditional = z.object({
  attributes: z.array(z.string()),
  group,
  plain: finite.nullable(),
  /** Mean over the levels of the control features, by their rows. */
  conditional: finite.nullable(),
});

/** How the scores of a group rank beside those of the largest. Plain values: above 0 by chance too. */
const ranks = z.object({
  attributes: z.array(z.string()),
  group,
  reference: group,
  /** Between both ROC curves (ABROCA), in [0, 1]. */
  areaBetweenRocs: finite,
  /** Probability that a positive of one is above a negative of the other (xAUC). */
  crossAuc: z.object({ ofGroup: finite, ofReference: finite }),
});

/** Disparities of several classes, each against the rest, and how decisions hang together with groups. */
const classDisparities = z.object({
  attributes: z.array(z.string()),
  disparities: z.array(
    z.object({
      name: z.string(),
      /** At a level that lets all of them hold together. */
      classes: z.array(z.object({ positive: z.string(), figure: auditFigure })),
      /** Mean over the classes. */
      macro: auditFigure,
      /** Of the class where it is furthest. */
      worst: auditFigure,
    }),
  ),
  totalVariation: z.object({ estimate: finite, between: z.tuple([group, group]) }).nullable(),
  /** Without what chance adds. */
  cramersV: finite.nullable(),
  plainCramersV: finite.nullable(),
});

const peerValue = z.union([finite, z.boolean(), z.string(), z.null()]);
const peerValues = z.record(z.string(), peerValue);

/** Figures under another program's names, by its conventions: no intervals, no tests, no verdicts. */
const compatibility = z.object({
  tool: z.enum(PEER_TOOLS),
  answers: z.array(
    z.object({
      attributes: z.array(z.string()),
      /** Level of the control features that it is about; empty without them. */
      control: group,
      overall: peerValues,
      byGroup: z.array(z.object({ group, metrics: peerValues })),
      aggregates: peerValues,
      notes: z.array(z.string()),
    }),
  ),
});

/** Answer of `plimsoll audit FILE --json`. Counts and figures of groups; nothing of any row. */
export const auditReport = z.object({
  source: z.object({
    name: z.string(),
    format: z.enum(["csv", "parquet", "ndjson", "json", "postgres"]),
    /** SHA-256 of the file's bytes; null for a table in a database. */
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
  }),
  /** SHA-256 of the counts: the same for the same decisions, whatever their order, partition and format. */
  countsHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** As it was used, with what was guessed. */
  mapping: auditMapping,
  /** Parts of the mapping that were guessed. */
  guessed: z.array(z.string()),
  settings: auditSettings,
  /** Limits that were asked for, whether or not they could be judged. */
  limits: z.array(auditLimit),
  method: z.object({ name: z.string(), version: z.string() }),
  program: z.object({ name: z.literal("plimsoll"), version: z.string() }),
  scores: z.enum(["none", "exact", "bins"]),
  rows: z.int(),
  overall: metrics,
  /** Of all rows together. */
  counts,
  /** Groups of each attribute, then of their intersections; a group has only its own attributes as keys. */
  groups: z.array(groupRow),
  disparities: z.array(disparity),
  verdicts: z.array(verdict),
  calibration: z.array(calibration),
  controlled: z.array(controlled),
  conditional: z.array(conditional),
  ranks: z.array(ranks),
  /** Each class against the rest, where the task is multiclass. */
  classes: z.array(
    z.object({ class: z.string(), overall: metrics, groups: z.array(groupRow), disparities: z.array(disparity) }),
  ),
  classDisparities: z.array(classDisparities),
  /** One for each protected attribute, where stages were named. */
  funnel: z.array(funnel),
  profile: profile.nullable(),
  /** The law that the profile's tables come from; null without a profile, or with one of one's own. */
  law: law.nullable(),
  /** Null unless it was asked for. */
  compatibility: compatibility.nullable(),
  /** One sentence for each attribute, to be read aloud. */
  sentences: z.array(z.string()),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
});
export type AuditReport = z.infer<typeof auditReport>;

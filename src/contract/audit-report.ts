import { z } from "zod";
import { auditLimit, auditMapping } from "./audit-mapping.ts";
import { auditSettings } from "./audit-request.ts";

const finite = z.number();
const measured = z.object({
  estimate: finite,
  low: finite.nullable(),
  high: finite.nullable(),
  /** Confidence of the interval, such as 0.95. */
  level: finite,
  /** Rows behind the estimate: the denominator of a rate. */
  n: finite,
  /** Where the interval comes from, such as "wilson"; "none" where the counts give none. */
  method: z.string(),
  reason: z.string().optional(),
});
const withoutValue = z.object({ estimate: z.null(), reason: z.string() });

/** A figure with its interval, or the reason why it has none. */
const auditFigure = z.union([measured, withoutValue]);
export type AuditFigure = z.infer<typeof auditFigure>;

const group = z.record(z.string(), z.string());
const metrics = z.record(z.string(), auditFigure);
const comparison = z.enum(["between-groups", "to-overall", "to-reference"]);

const aboutDisparity = {
  name: z.string(),
  /** In the order of --protected. */
  attributes: z.array(z.string()),
  comparison,
  kind: z.enum(["difference", "ratio"]),
  /** Of the hypothesis that the groups do not differ; null where there is no test. */
  pValue: finite.nullable(),
  test: z.string().nullable(),
  /** Over all tests of the audit. */
  adjustedPValue: finite.nullable(),
  /** Standard deviation between the groups' rates without what chance adds; null where it is not a single rate. */
  debiased: finite.nullable(),
  groups: z.array(
    z.object({
      group,
      n: finite,
      estimates: z.record(z.string(), finite.nullable()),
      part: z.enum(["highest", "lowest", "furthest", "reference"]).optional(),
      /** Why it takes no part. */
      excluded: z.string().optional(),
    }),
  ),
};
const disparity = z.union([measured.extend(aboutDisparity), withoutValue.extend(aboutDisparity)]);

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

const controlled = z.object({
  group,
  /** Difference of the selection rates from the reference group's, all rows together. */
  crude: finite.nullable(),
  /** The same within the levels of the control features (Mantel and Haenszel). */
  within: finite.nullable(),
  pattern: z.enum(["reverses", "vanishes", "holds", "unknown"]),
  strata: z.array(z.object({ level: group, difference: finite, n: finite })),
});

const fourFifthsRow = z.object({
  group,
  applicants: finite,
  selected: finite,
  /** Null without applicants. */
  selectionRate: finite.nullable(),
  share: finite,
  role: z.enum(["reference", "compared", "below-two-percent", "unknown-group"]),
  comparison: z
    .object({
      impactRatio: finite,
      low: finite,
      high: finite,
      fourFifths: z.enum(["below", "not-below"]),
      z: finite.nullable(),
      hypergeometricSd: finite.nullable(),
      fisherTwoSided: finite,
      fisherLess: finite,
      midLess: finite,
      statistics: z.enum(["significant", "not-significant"]),
      decidedBy: z.enum(["two-standard-deviations", "fisher"]),
      shortfall: finite,
      ifOneMoved: z.object({ impactRatio: finite.nullable(), reaches: z.enum(["parity", "four-fifths", "neither"]) }),
    })
    .nullable(),
});

const profile = z.discriminatedUnion("name", [
  z.object({
    name: z.literal("four-fifths"),
    tables: z.array(
      z.object({
        attributes: z.array(z.string()),
        reference: group.nullable(),
        unknownApplicants: finite,
        rows: z.array(fourFifthsRow),
      }),
    ),
  }),
  z.object({
    name: z.literal("ll144"),
    basis: z.enum(["selection-rate", "scoring-rate"]),
    assessed: finite,
    medianScore: finite.nullable(),
    exclusion: z.object({ below: finite, justification: z.string() }).nullable(),
    tables: z.array(
      z.object({
        attributes: z.array(z.string()),
        unknown: finite,
        rows: z.array(
          z.object({
            category: group,
            assessed: finite,
            selected: finite,
            rate: finite.nullable(),
            impactRatio: finite.nullable(),
            excluded: z.literal("below-two-percent").nullable(),
          }),
        ),
      }),
    ),
  }),
]);
export type AuditProfile = z.infer<typeof profile>;

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
  scores: z.enum(["none", "exact", "bins"]),
  rows: z.int(),
  overall: metrics,
  /** Groups of each attribute, then of their intersections; a group has only its own attributes as keys. */
  groups: z.array(
    z.object({
      group,
      n: finite,
      metrics,
      /** Selection rate drawn towards the other groups', for small ones; null with a single group. */
      shrunkenSelectionRate: z.object({ estimate: finite, low: finite, high: finite }).nullable(),
    }),
  ),
  disparities: z.array(disparity),
  verdicts: z.array(verdict),
  calibration: z.array(calibration),
  controlled: z.array(controlled),
  profile: profile.nullable(),
  /** One sentence for each attribute, to be read aloud. */
  sentences: z.array(z.string()),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
});
export type AuditReport = z.infer<typeof auditReport>;

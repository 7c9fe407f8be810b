import { z } from "zod";
import { auditFigure, disparity, finite, group } from "./audit-figure.ts";
import { line } from "./primitive.ts";

const names = z.array(line).min(1).max(20);
const reference = z.union([z.literal("largest"), z.literal("best-rate"), group]);
const aboutTable = { title: line.optional(), attributes: names.describe("Attributes whose groups are the rows.") };

/** The file of `plimsoll audit --profile FILE`: tables of one's own. */
export const customProfile = z.strictObject({
  title: line,
  tables: z
    .array(
      z.discriminatedUnion("show", [
        z.strictObject({ ...aboutTable, show: z.literal("rates"), metrics: names }),
        z.strictObject({
          ...aboutTable,
          show: z.literal("impact-ratio"),
          metric: line,
          reference: reference.optional(),
        }),
        z.strictObject({
          ...aboutTable,
          show: z.literal("disparity"),
          disparities: names,
          comparison: z.enum(["between-groups", "to-overall", "to-reference"]).optional(),
          reference: reference.optional(),
        }),
      ]),
    )
    .min(1)
    .max(50),
});
export type CustomProfile = z.infer<typeof customProfile>;

/** A gap with the control features held fixed. */
export const controlled = z.object({
  group,
  /** What it is compared with. */
  reference: group,
  /** Difference of the selection rates from the reference group's, all rows together. */
  crude: finite.nullable(),
  /** The same within the levels of the control features (Mantel and Haenszel). */
  within: finite.nullable(),
  pattern: z.enum(["reverses", "vanishes", "holds", "unknown"]),
  strata: z.array(z.object({ level: group, difference: finite, n: finite })),
});

const impactComparison = z.object({
  impactRatio: finite,
  low: finite,
  high: finite,
  z: finite.nullable(),
  hypergeometricSd: finite.nullable(),
  fisherTwoSided: finite,
  fisherLess: finite,
  midLess: finite,
  statistics: z.enum(["significant", "not-significant"]),
  decidedBy: z.enum(["two-standard-deviations", "fisher"]),
  shortfall: finite,
});

const fourFifthsRow = z.object({
  group,
  applicants: finite,
  selected: finite,
  /** Null without applicants. */
  selectionRate: finite.nullable(),
  share: finite,
  role: z.enum(["reference", "compared", "below-two-percent", "unknown-group"]),
  comparison: impactComparison
    .extend({
      fourFifths: z.enum(["below", "not-below"]),
      ifOneMoved: z.object({ impactRatio: finite.nullable(), reaches: z.enum(["parity", "four-fifths", "neither"]) }),
    })
    .nullable(),
});

const lendingRow = z.object({
  group,
  applicants: finite,
  approved: finite,
  approvalRate: finite.nullable(),
  role: z.enum(["reference", "compared", "unknown-group"]),
  /** Marginal effect: nothing held fixed. */
  difference: z.object({ estimate: finite, low: finite, high: finite }).nullable(),
  comparison: impactComparison.nullable(),
  /** Of practice, not of law. */
  band: z.enum(["below-0.8", "below-0.9", "from-0.9"]).nullable(),
  /** Cohen's h of the approval rates. */
  effectSize: finite.nullable(),
  denialOddsRatio: finite.nullable(),
  scores: z
    .object({
      meanScore: finite,
      n: finite,
      standardizedMeanDifference: finite.nullable(),
      low: finite.nullable(),
      high: finite.nullable(),
    })
    .nullable(),
  /** The same with the control features held fixed; null without them. */
  controlled: controlled.nullable(),
});

const representedGroup = z.object({
  group,
  rows: finite,
  share: finite,
  /** Null where there is no such column. */
  withoutLabel: finite.nullable(),
  withoutDecision: finite.nullable(),
  withoutScore: finite.nullable(),
  positives: z.object({ n: finite, share: finite, low: finite, high: finite }).nullable(),
});

const dataEvidence = z.object({
  rows: finite,
  all: representedGroup,
  attributes: z.array(z.object({ attribute: z.string(), missing: finite, groups: z.array(representedGroup) })),
  intersections: z.array(
    z.object({
      attributes: z.array(z.string()),
      possible: finite,
      present: finite,
      smallest: z.array(representedGroup),
      absent: z.array(group),
    }),
  ),
  periods: z.array(z.object({ period: z.string(), rows: finite })),
});

const filled = { title: z.string().nullable(), attributes: z.array(z.string()) };
const filledTable = z.discriminatedUnion("show", [
  z.object({
    ...filled,
    show: z.literal("rates"),
    rows: z.array(z.object({ group, n: finite, metrics: z.record(z.string(), auditFigure) })),
  }),
  z.object({
    ...filled,
    show: z.literal("impact-ratio"),
    metric: z.string(),
    reference: group.nullable(),
    rows: z.array(
      z.object({
        group,
        rate: auditFigure,
        ratio: z.object({ estimate: finite, low: finite, high: finite }).nullable(),
        role: z.enum(["reference", "compared"]),
      }),
    ),
  }),
  z.object({ ...filled, show: z.literal("disparity"), disparities: z.array(disparity) }),
]);

/** Tables as a law, a practice or somebody asks for them. None of them judges. */
export const profile = z.discriminatedUnion("name", [
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
  z.object({
    name: z.literal("lending"),
    tables: z.array(
      z.object({ attributes: z.array(z.string()), reference: group.nullable(), rows: z.array(lendingRow) }),
    ),
  }),
  z.object({ name: z.literal("art10"), evidence: dataEvidence }),
  z.object({ name: z.literal("custom"), definition: customProfile, tables: z.array(filledTable) }),
]);

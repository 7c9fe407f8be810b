import type { Section } from "../document/block.ts";
import type { SharedAudit } from "../shared-audit.ts";

/** What the words mean that this report uses. */
export function words(report: SharedAudit): Section {
  const has = (metric: string) => report.overall[metric]?.estimate != null;
  const named = (pattern: RegExp) => report.disparities.some(({ name }) => pattern.test(name));
  const all: readonly (readonly [boolean, string, string])[] = [
    [true, "Protected attribute", "a column, such as sex or age band, by whose values groups are told apart"],
    [true, "Group", "one value of a protected attribute, or one combination of several"],
    [has("selectionRate"), "Selection rate", "share of a group that receives the favourable decision"],
    [has("baseRate"), "Base rate", "share of a group whose label is positive, whatever was decided"],
    [has("truePositiveRate"), "True positive rate", "of those with the positive label, the share that is selected"],
    [
      has("falsePositiveRate"),
      "False positive rate",
      "of those without the positive label, the share that is selected all the same",
    ],
    [has("positivePredictiveValue"), "Precision", "of the selected, the share with the positive label"],
    [
      named(/^demographicParity/),
      "Demographic parity",
      "how far selection rates lie apart, as a difference or as lowest ÷ highest",
    ],
    [named(/^equalOpportunity/), "Equal opportunity", "how far true positive rates lie apart"],
    [
      named(/^equalizedOdds/),
      "Equalized odds",
      "the larger of the gaps in true and in false positive rates; the mean where it says so",
    ],
    [named(/^predictiveParity/), "Predictive parity", "how far precisions lie apart"],
    [named(/heilIndex$/), "Theil index", "inequality of what decisions did to people for good or ill; 0 is none"],
    [report.profile !== null, "Impact ratio", "a group’s selection rate ÷ the highest one"],
    [
      true,
      "Interval",
      "the values that the decisions are compatible with at the stated level; wide where a group is small",
    ],
    [
      true,
      "p, p adjusted",
      "how often chance alone would make at least such a gap if there were none; adjusted for the number of tests",
    ],
    [
      report.disparities.some(({ debiased }) => debiased !== null),
      "Without chance",
      "the spread of the groups’ rates less what their sizes alone would make",
    ],
    [
      report.limits.length > 0,
      "Limit",
      "how large a disparity may be: written down with a purpose, a rationale, an approver and a date",
    ],
    [
      report.limits.length > 0,
      "Outside, within",
      "the whole interval lies beyond the limit, or inside it with a value for every group",
    ],
    [report.limits.length > 0, "Not enough evidence", "neither: more decisions would be needed to tell"],
    [
      report.calibration.length > 0,
      "Calibration",
      "whether a score means what it says: of those with 0.7, seven in ten have the positive label",
    ],
    [
      report.controlled.length > 0,
      "Control feature",
      "a column held fixed when groups are compared, such as the department",
    ],
    [
      report.groups.some(({ group }) => Object.values(group).includes("(missing)")),
      "Not stated",
      "rows without a value of the attribute, kept as a group of their own",
    ],
    [report.suppressed !== undefined, "Hidden", "not shown because a count is small, or would give a small one away"],
  ];
  return {
    id: "words",
    title: "Words",
    measure: null,
    blocks: [{ kind: "terms", terms: all.flatMap(([isUsed, term, text]) => (isUsed ? [{ term, text }] : [])) }],
  };
}

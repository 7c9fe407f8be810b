import type { AuditMapping } from "../contract/audit-mapping.ts";
import type { ColumnProfile } from "./profile-columns.ts";

/** Names that columns go by, the surest first. Words are parted by what is no letter or digit, or by capitals. */
const names = {
  protected:
    /^(sex|gender|race|ethnicit(y|ies)|ethnic_group|race_ethnicity|age_(group|band|range|class|cat|category|bucket)|nationality|citizenship|religion|disab(ility|led)|disability_status|marital_status|sexual_orientation|veteran(_status)?|pregnan(cy|t)|skin_(tone|colou?r)|native_country|national_origin|protected(_.*)?)$/,
  label:
    /^(label|y|y_true|target|ground_truth|truth|actual|outcome|true_label|label_value|class|repaid|default(ed)?|reoffended|two_year_recid)$/,
  decision:
    /^(decision|decided|y_pred|y_hat|yhat|pred|prediction|predicted|predicted_label|label_pred|selected|approved|accepted|admitted|hired|offered|advanced|shortlisted|granted|callback|received_callback|interviewed)$/,
  score: /^(score|y_score|s|prob|proba|probability|y_prob|y_proba|predicted_probability|pd|score_value|model_score)$/,
} as const;

const mostValues = 30;

/**
 * What columns most probably mean, by their names and by what their first values are. Weights, control features, time and
 * model are never guessed: they change every figure, and nobody would notice.
 *
 * @example
 * guessMapping([{ name: "Gender", kind: "text", rows: 9, missing: 0, values: [{ value: "f", rows: 5 }, { value: "m", rows: 4 }], distinct: 2, numbers: "none" }]) // => { protected: ["Gender"] }
 */
export function guessMapping(
  profiles: readonly ColumnProfile[],
): Pick<AuditMapping, "protected" | "label" | "decision" | "score"> {
  const named = (pattern: RegExp, fits: (profile: ColumnProfile) => boolean) =>
    profiles.filter((profile) => pattern.test(plainName(profile.name)) && profile.distinct > 0 && fits(profile));
  const few = ({ distinct }: ColumnProfile) => distinct <= mostValues;
  const groups = named(names.protected, few).map(({ name }) => name);
  const [label] = named(names.label, few);
  const [decision] = named(names.decision, few);
  const [score] = named(names.score, ({ numbers, distinct }) => numbers === "from-zero-to-one" && distinct > 2);
  return {
    ...(groups.length > 0 && { protected: groups.slice(0, 4) }),
    ...(label && { label: label.name }),
    ...(decision && { decision: decision.name }),
    ...(score && { score: score.name }),
  };
}

function plainName(name: string): string {
  return name
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
}

import { formatNames } from "../../../src/chart/series/signal-words.ts";
import type { AssignmentRule } from "../../../src/contract/assignment-rule.ts";

/** A rule as a sentence: "Signals from Evidently whose model is churn-* are about Churn scoring." */
export function ruleSentence({ when }: Pick<AssignmentRule, "when">, system: string): string {
  const { format, source, metric, labels = [] } = when;
  const from = format === undefined ? "" : ` from ${formatNames[format]}`;
  const conditions = [
    source === undefined ? null : `source is ${source}`,
    metric === undefined ? null : `metric is ${metric}`,
    ...labels.map(
      (condition) => `${condition.label} is ${"equals" in condition ? condition.equals : condition.matches}`,
    ),
  ].filter((each) => each !== null);
  const whose = conditions.length === 0 ? "" : ` whose ${joined(conditions)}`;
  return `Signals${from}${whose} are about ${system}.`;
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

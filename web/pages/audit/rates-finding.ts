import { groupLabel, sameGroup } from "../../../src/chart/series/fairness/group-words.ts";
import { metricWords } from "../../../src/chart/series/fairness/metric-words.ts";
import type { AuditReport } from "../../../src/contract/audit-report.ts";
import { metricScale, metricText } from "./metric-scale.ts";

/**
 * What a forest plot shows, as a sentence: the ends of the widest gap that chance does not explain. Where chance may
 * explain all of them, it says that no gap stands out, which is not that there is none.
 */
export function ratesFinding(
  report: Pick<AuditReport, "disparities" | "settings" | "mapping">,
  metric: string,
  by: readonly string[] | null,
): string {
  const { disparities, settings } = report;
  const gaps = disparities.filter(
    ({ name, attributes, estimate, kind }) =>
      kind === "difference" &&
      estimate !== null &&
      isGapOf(disparities.find((each) => each.name === name)!, metric) &&
      (by === null ? attributes.length === 1 : sameList(attributes, by)),
  );
  const name = metricWords(metric).name;
  if (gaps.length === 0) return `${name} by group`;
  const certain = gaps.filter(({ adjustedPValue }) => adjustedPValue !== null && adjustedPValue + settings.level < 1);
  const [widest] = certain.toSorted((a, b) => Math.abs(b.estimate!) - Math.abs(a.estimate!));
  if (!widest) return `${name}: no gap ${by === null ? "by a single attribute " : ""}stands out from chance`;
  const ends = widest.groups.filter(({ part, estimates }) => part !== undefined && estimates[metric] != null);
  const [low, high] = ends.toSorted((a, b) => a.estimates[metric]! - b.estimates[metric]!);
  if (!low || !high || sameGroup(low.group, high.group)) return `${name} by group`;
  const end = ({ group, estimates }: typeof low) =>
    `${metricText(metricScale(report, metric), estimates[metric]!)} (${groupLabel(group)})`;
  return `${name} runs from ${end(low)} to ${end(high)}`;
}

function isGapOf({ groups }: AuditReport["disparities"][number], metric: string): boolean {
  const names = Object.keys(groups[0]?.estimates ?? {});
  return names.length === 1 && names[0] === metric;
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, place) => each === b[place]);
}

import { sameGroup } from "../../../../src/chart/series/fairness/group-words.ts";
import type { AuditFigure, AuditReport, OutcomeCounts } from "../../../../src/contract/audit-report.ts";

type Figures = Readonly<Record<string, AuditFigure>>;
type Disparity = AuditReport["disparities"][number];

/** What the audit found of the groups that thresholds are tried on: that which a trial is compared with. */
export interface AuditedFigures {
  /** In the order asked for; null for a group that the report does not list. */
  readonly groups: readonly (Pick<AuditReport["groups"][number], "n" | "metrics" | "counts"> | null)[];
  readonly overall: Figures;
  readonly counts: OutcomeCounts | null;
  readonly disparityOf: (name: string) => Disparity | null;
  readonly limitOf: (name: string) => AuditReport["limits"][number] | null;
}

export function auditedFigures(
  report: Pick<AuditReport, "groups" | "overall" | "counts" | "disparities" | "limits">,
  attributes: readonly string[],
  groups: readonly Readonly<Record<string, string>>[],
): AuditedFigures {
  const isHere = (names: readonly string[]) => names.join("\n") === attributes.join("\n");
  return {
    groups: groups.map((group) => report.groups.find((each) => sameGroup(each.group, group)) ?? null),
    overall: report.overall,
    counts: report.counts.weights ?? report.counts.rows,
    disparityOf: (name) => report.disparities.find((each) => each.name === name && isHere(each.attributes)) ?? null,
    limitOf: (name) =>
      report.limits.find(
        (limit) => limit.disparity === name && (limit.attributes === undefined || isHere(limit.attributes)),
      ) ?? null,
  };
}

/** Choices of attributes whose groups are few enough to have a threshold each, in the order of the report. */
export function groupChoices(report: Pick<AuditReport, "groups">, most: number): string[][] {
  const counts = new Map<string, number>();
  for (const { group } of report.groups) {
    const key = JSON.stringify(Object.keys(group));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count <= most).map(([key]) => JSON.parse(key) as string[]);
}

/** Weight, or rows, selected in an audit. */
export function selectedOf(counts: OutcomeCounts): number {
  return counts.truePositives + counts.falsePositives + counts.unlabelledSelected;
}

/** False positives and false negatives at their cost. */
export function costOf(
  { falsePositives, falseNegatives }: Pick<OutcomeCounts, "falsePositives" | "falseNegatives">,
  { falsePositive, falseNegative }: { readonly falsePositive: number; readonly falseNegative: number },
): number {
  return falsePositive * falsePositives + falseNegative * falseNegatives;
}

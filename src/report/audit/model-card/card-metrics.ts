import type { SharedAudit, SharedFigure } from "../shared-audit.ts";

/** A figure as model cards have it: all of it text. */
export interface CardMetric {
  readonly type: string;
  readonly value: string;
  /** "sex=female, race=Black"; null for all together. */
  readonly slice: string | null;
  readonly interval: { readonly low: string; readonly high: string } | null;
}

/** The figures of all, of each group and between groups that have a value and are shown. */
export function cardMetrics(report: SharedAudit): CardMetric[] {
  const figures = (metrics: SharedAudit["overall"], slice: string | null) =>
    Object.entries(metrics).flatMap(([type, figure]) => cardMetric(type, figure, slice));
  return [
    ...figures(report.overall, null),
    ...report.groups.flatMap(({ group, metrics }) => figures(metrics, sliceOf(group))),
    ...report.disparities.flatMap((each) => cardMetric(each.name, each, `groups by ${each.attributes.join(" and ")}`)),
  ];
}

function cardMetric(type: string, figure: SharedFigure, slice: string | null): CardMetric[] {
  if (figure.estimate === null) return [];
  const { estimate, low, high } = figure;
  const interval = low === null || high === null ? null : { low: String(low), high: String(high) };
  return [{ type, value: String(estimate), slice, interval }];
}

/** A group as the condition that its rows meet. */
export function sliceOf(group: Readonly<Record<string, string>>): string {
  return Object.entries(group)
    .map(([attribute, value]) => `${attribute}=${value}`)
    .join(", ");
}

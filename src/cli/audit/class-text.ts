import type { AuditReport } from "../../contract/audit-report.ts";
import { oneLine } from "../one-line.ts";
import { type Column, textTable } from "../text-table.ts";
import { figureText, intervalText, rateText } from "./figure-text.ts";

/** One class against the rest: how often it is decided, and how often rightly. */
export function classText({ class: name, groups }: AuditReport["classes"][number]): string {
  const single = groups.filter(({ group }) => Object.keys(group).length === 1);
  const columns: Column<(typeof single)[number]>[] = [
    {
      title: `Class ${oneLine(name)}`,
      text: ({ group }) =>
        Object.entries(group)
          .map(([attribute, value]) => `${attribute} ${oneLine(value)}`)
          .join(),
    },
    ...(["selectionRate", "baseRate", "truePositiveRate", "positivePredictiveValue"] as const).map(
      (metric): Column<(typeof single)[number]> => ({
        title: metric,
        align: "right",
        text: ({ metrics }) => rateText(metrics[metric]),
      }),
    ),
  ];
  return textTable(columns, single);
}

/** Disparities of all classes, by one choice of attributes. */
export function classDisparityText({
  attributes,
  disparities,
  cramersV,
}: AuditReport["classDisparities"][number]): string {
  const columns: Column<(typeof disparities)[number]>[] = [
    { title: "Each class against the rest", text: ({ name }) => name },
    {
      title: "Mean",
      align: "right",
      text: ({ macro }) => (macro.estimate === null ? "–" : figureText(macro.estimate)),
    },
    {
      title: "Worst",
      align: "right",
      text: ({ worst }) => (worst.estimate === null ? "–" : figureText(worst.estimate)),
    },
    { title: "Interval of the worst", text: ({ worst }) => intervalText(worst) },
  ];
  const hangTogether =
    cramersV === null ? "" : `\nCramér's V of groups and decisions, without what chance adds: ${cramersV.toFixed(3)}`;
  return `Classes by ${attributes.join(" × ")}\n\n${textTable(columns, disparities)}${hangTogether}`;
}

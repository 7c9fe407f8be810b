import { formatNumber } from "../../chart/series/format-number.ts";
import type { AuditReport } from "../../contract/audit-report.ts";
import { oneLine } from "../one-line.ts";
import { type Column, textTable } from "../text-table.ts";
import { figureText, intervalText, rateText } from "./figure-text.ts";

/** Steps of a process, groups beside each other. */
export function funnelText({ attributes, steps }: AuditReport["funnel"][number]): string {
  type Line = (typeof steps)[number]["groups"][number] & { readonly step: string };
  const rows = steps.flatMap(({ from, to, groups }) =>
    groups.map((group): Line => ({ step: `${from} to ${to}`, ...group })),
  );
  const columns: Column<Line>[] = [
    { title: "Step", text: ({ step }) => oneLine(step) },
    { title: attributes.join(" × "), text: ({ group }) => Object.values(group).map(oneLine).join(" × ") },
    { title: "Came", align: "right", text: ({ entered }) => formatNumber(entered) },
    { title: "Went on", align: "right", text: ({ passed }) => formatNumber(passed) },
    { title: "Share", align: "right", text: ({ rate }) => rateText(rate) },
  ];
  const ratios = steps.map(
    ({ from, to, disparity }) =>
      `${oneLine(from)} to ${oneLine(to)}: lowest ÷ highest ${disparity.estimate === null ? "–" : figureText(disparity.estimate)}, ${intervalText(disparity)}`,
  );
  return `Stages by ${attributes.join(" × ")}\n\n${textTable(columns, rows)}\n${ratios.join("\n")}`;
}

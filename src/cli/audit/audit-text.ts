import { formatNumber } from "../../chart/series/format-number.ts";
import type { AuditReport } from "../../contract/audit-report.ts";
import { oneLine } from "../one-line.ts";
import { type Column, textTable } from "../text-table.ts";
import { classDisparityText, classText } from "./class-text.ts";
import { figureText, intervalText, meanText, percent, pText, rateText } from "./figure-text.ts";
import { peerText } from "./peer-text.ts";
import { lawText, profileText } from "./profile-text.ts";
import { funnelText } from "./stage-text.ts";

/**
 * An audit for a person: sentences first, then what stands behind them.
 *
 * @param bearing - the risk that it bears on, in a sentence
 */
export function auditText(report: AuditReport, bearing?: string): string {
  const { source, rows, settings } = report;
  const parts = [
    `Audit of ${source.name}: ${formatNumber(rows)} decisions\n${mappingText(report)}`,
    [...report.sentences, ...(bearing === undefined ? [] : [bearing])].map(oneLine).join("\n"),
    ...groupTables(report),
    `Disparities, with ${percent(settings.level)} % intervals; p adjusted for all of them (${settings.adjustment})\n\n${disparityTable(report)}`,
    ...report.funnel.map(funnelText),
    ...report.classes.map(classText),
    ...report.classDisparities.map(classDisparityText),
    ...(report.verdicts.length > 0 ? [verdictText(report)] : []),
    ...(report.controlled.length > 0 ? [controlledText(report)] : []),
    ...(report.profile ? [profileText(report.profile)] : []),
    ...(report.law ? [lawText(report.law)] : []),
    ...(report.compatibility ? [peerText(report.compatibility)] : []),
    `Seed ${settings.seed}, ${settings.replicates} shufflings, counts ${report.countsHash.slice(0, 16)}. Figures without an interval say why.`,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** Which column plays which part; what was guessed is marked. */
function mappingText({ mapping, guessed }: AuditReport): string {
  const mark = (part: string) => (guessed.includes(part) ? " (guessed)" : "");
  const { label, decision, score, threshold, weight, control, time, model, missing = [] } = mapping;
  const lines = [
    `protected ${(mapping.protected ?? []).join(", ")}${mark("protected")}`,
    ...(label === undefined
      ? []
      : [
          `label ${label}${mapping.positiveLabel === undefined ? "" : `, positive ${mapping.positiveLabel}`}${mark("label")}`,
        ]),
    ...(decision === undefined
      ? []
      : [`decision ${decision}, favourable ${mapping.favourableDecision}${mark("decision")}`]),
    ...(score === undefined
      ? []
      : [
          `score ${score}${threshold === undefined || decision !== undefined ? "" : `, selected from ${threshold} on`}${mark("score")}`,
        ]),
    ...(weight === undefined ? [] : [`weight ${weight}`]),
    ...(control === undefined ? [] : [`control ${control.join(", ")}`]),
    ...(time === undefined ? [] : [`time ${time.column} by ${time.every}`]),
    ...(model === undefined ? [] : [`model ${model}`]),
    ...(missing.length === 0 ? [] : [`missing ${missing.map((text) => JSON.stringify(text)).join(", ")}`]),
  ];
  return `Columns: ${lines.join("; ")}`;
}

type GroupRow = Pick<AuditReport["groups"][number], "group" | "n" | "metrics">;

const mostRows = 60;
const shownMetrics = [
  ["selectionRate", "Selected"],
  ["baseRate", "Base rate"],
  ["truePositiveRate", "True positive"],
  ["falsePositiveRate", "False positive"],
  ["positivePredictiveValue", "Precision"],
  ["auc", "AUC"],
] as const;
const regressionMetrics = [
  ["meanOutcome", "Mean outcome"],
  ["meanScore", "Mean score"],
  ["meanError", "Mean error"],
  ["meanAbsoluteError", "Mean distance"],
] as const;

function groupTables({ groups, overall, settings, mapping }: AuditReport): string[] {
  const byAttributes = new Map<string, GroupRow[]>();
  for (const row of groups) {
    const key = Object.keys(row.group).join(" × ");
    byAttributes.set(key, [...(byAttributes.get(key) ?? []), row]);
  }
  const isRegression = mapping.task === "regression";
  const metrics = (isRegression ? regressionMetrics : shownMetrics).filter(([metric]) =>
    groups.some((row) => row.metrics[metric]?.estimate != null),
  );
  const valueText = isRegression ? meanText : rateText;
  return [...byAttributes].map(([attributes, rows]) => {
    const columns: Column<GroupRow>[] = [
      { title: attributes, text: ({ group }) => Object.values(group).map(oneLine).join(" × ") || "all" },
      { title: "n", align: "right", text: ({ n }) => formatNumber(n) },
      ...metrics.map(
        ([metric, title]): Column<GroupRow> => ({
          title,
          align: "right",
          text: (row) => valueText(row.metrics[metric]),
        }),
      ),
    ];
    const all: GroupRow = {
      group: {},
      n: rows.reduce((sum, { n }) => sum + n, 0),
      metrics: overall,
    };
    const shown = rows.length > mostRows ? largest(rows) : rows;
    const more =
      rows.length > shown.length ? `\nand ${formatNumber(rows.length - shown.length)} smaller groups, in --json` : "";
    return `Groups by ${attributes}, ${isRegression ? "" : "in percent "}with ${percent(settings.level)} % intervals\n\n${textTable(columns, [...shown, all])}${more}`;
  });
}

/** The largest groups, in the order that they had. */
function largest(rows: readonly GroupRow[]): GroupRow[] {
  const least = [...rows].sort((a, b) => b.n - a.n).slice(0, mostRows);
  return rows.filter((row) => least.includes(row));
}

function disparityTable({ disparities }: AuditReport): string {
  type Row = AuditReport["disparities"][number];
  const columns: Column<Row>[] = [
    { title: "Disparity", text: ({ name }) => name },
    { title: "By", text: ({ attributes }) => attributes.join(" × ") },
    { title: "Estimate", align: "right", text: ({ estimate }) => (estimate === null ? "–" : figureText(estimate)) },
    { title: "Interval", text: (row) => intervalText(row) },
    {
      title: "p",
      align: "right",
      text: ({ adjustedPValue }) => (adjustedPValue === null ? "" : pText(adjustedPValue)),
    },
    { title: "Between", text: ({ groups }) => endsText(groups) },
  ];
  const known = disparities.filter(({ estimate }) => estimate !== null);
  const reasons = new Map<string, string[]>();
  for (const one of disparities) {
    if (one.estimate !== null) continue;
    const about = `by ${one.attributes.join(" × ")}: ${one.reason.replaceAll("-", " ")}`;
    reasons.set(about, [...(reasons.get(about) ?? []), one.name]);
  }
  const undefinedOnes = [...reasons].map(([about, names]) => `Not defined ${about} (${names.join(", ")})`);
  return [textTable(columns, known), ...undefinedOnes].join("\n");
}

function endsText(groups: AuditReport["disparities"][number]["groups"]): string {
  const ends = groups.filter(({ part }) => part !== undefined);
  const excluded = groups.filter((group) => group.excluded !== undefined).length;
  const named = ends.map(({ group }) => Object.values(group).map(oneLine).join(" × ")).join(" and ");
  return named + (excluded > 0 ? ` (${excluded} of ${groups.length} groups left out)` : "");
}

function verdictText({ verdicts }: AuditReport): string {
  const lines = verdicts.map(({ name, attributes, verdict, limit, limitSet, figure, requiredN, unknownGroups }) => {
    const set =
      limitSet === "after-the-data"
        ? ", set after the data were seen"
        : limitSet === "unknown"
          ? ", not known whether before the data"
          : "";
    const needed =
      requiredN === null
        ? ""
        : `; about ${formatNumber(requiredN)} rows in the denominator of each group would decide it`;
    const unknown = unknownGroups.length === 0 ? "" : `; nothing is known of ${unknownGroups.length} groups`;
    return (
      `${verdict}: ${name} by ${attributes.join(" × ")} is ${figure.estimate === null ? "undefined" : figureText(figure.estimate)}, ` +
      `${"level" in figure ? `${percent(figure.level)} % interval ` : ""}${intervalText(figure)}; limit ${limit.bound}, ${limit.approvedBy} on ${limit.approvedOn}${set}${needed}${unknown}`
    );
  });
  return `Verdicts\n\n${lines.join("\n")}`;
}

function controlledText({ controlled, conditional }: AuditReport): string {
  const patterns = {
    reverses: "changes its sign",
    vanishes: "all but vanishes",
    holds: "holds",
    unknown: "cannot be computed",
  };
  const points = (value: number | null) => (value === null ? "–" : (100 * value).toFixed(1));
  const lines = controlled.map(
    ({ group, crude, within, pattern }) =>
      `${Object.entries(group)
        .map(([name, value]) => `${name} ${oneLine(value)}`)
        .join(", ")}: ${points(crude)} points in all, ${points(within)} among likes: ${patterns[pattern]}`,
  );
  const shares = conditional.map(
    ({ group, plain, conditional: within }) =>
      `${Object.entries(group)
        .map(([name, value]) => `${name} ${oneLine(value)}`)
        .join(", ")}: ${points(plain)} points more of the rejected than of the selected, ${points(within)} among likes`,
  );
  return `Selection against the reference group, control features held fixed\n\n${lines.join("\n")}\n\nDemographic disparity, plain and conditional\n\n${shares.join("\n")}`;
}

import { formatNumber } from "../../chart/series/format-number.ts";
import type { AuditFigure, AuditProfile, AuditReport } from "../../contract/audit-report.ts";
import { oneLine } from "../one-line.ts";
import { type Column, textTable } from "../text-table.ts";

/** An audit for a person: sentences first, then what stands behind them. */
export function auditText(report: AuditReport): string {
  const { source, rows, settings } = report;
  const parts = [
    `Audit of ${source.name}: ${formatNumber(rows)} decisions\n${mappingText(report)}`,
    report.sentences.map(oneLine).join("\n"),
    ...groupTables(report),
    `Disparities, with ${percent(settings.level)} % intervals; p adjusted for all of them (${settings.adjustment})\n\n${disparityTable(report)}`,
    ...report.funnel.map(funnelText),
    ...report.classes.map(classText),
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

function controlledText({ controlled }: AuditReport): string {
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
  return `Selection against the reference group, control features held fixed\n\n${lines.join("\n")}`;
}

/** How the law stands that the tables come from. */
function lawText({ name, citation, status, note: about, asOf, source }: NonNullable<AuditReport["law"]>): string {
  return `${name} (${citation}): ${status.replaceAll("-", " ")} as of ${asOf}. ${about} ${source}`;
}

function profileText(profile: AuditProfile): string {
  if (profile.name === "four-fifths") {
    const tables = profile.tables.map(({ attributes, rows, unknownApplicants }) => {
      const columns: Column<(typeof rows)[number]>[] = [
        { title: attributes.join(" × "), text: ({ group }) => Object.values(group).map(oneLine).join(" × ") },
        { title: "Applicants", align: "right", text: ({ applicants }) => formatNumber(applicants) },
        { title: "Selected", align: "right", text: ({ selected }) => formatNumber(selected) },
        { title: "Impact ratio", align: "right", text: ({ comparison }) => comparison?.impactRatio.toFixed(3) ?? "" },
        {
          title: "Below 4/5",
          text: ({ comparison, role }) => (comparison ? (comparison.fourFifths === "below" ? "yes" : "no") : role),
        },
        { title: "z", align: "right", text: ({ comparison }) => comparison?.z?.toFixed(2) ?? "" },
        { title: "Shortfall", align: "right", text: ({ comparison }) => comparison?.shortfall.toFixed(1) ?? "" },
        { title: "One moved", text: ({ comparison }) => comparison?.ifOneMoved.reaches ?? "" },
      ];
      return (
        textTable(columns, rows) +
        (unknownApplicants > 0 ? `\n${unknownApplicants} of unknown group, not compared` : "")
      );
    });
    return `Four-fifths rule, 29 CFR 1607.4(D); an indication, not a finding\n\n${tables.join("\n\n")}`;
  }
  const tables = profile.tables.map(({ attributes, rows, unknown }) => {
    const columns: Column<(typeof rows)[number]>[] = [
      { title: attributes.join(" × "), text: ({ category }) => Object.values(category).map(oneLine).join(" × ") },
      { title: "Assessed", align: "right", text: ({ assessed }) => formatNumber(assessed) },
      { title: "Selected", align: "right", text: ({ selected }) => formatNumber(selected) },
      {
        title: profile.basis === "selection-rate" ? "Selection rate" : "Scoring rate",
        align: "right",
        text: ({ rate }) => rate?.toFixed(3) ?? "–",
      },
      { title: "Impact ratio", align: "right", text: ({ impactRatio }) => impactRatio?.toFixed(3) ?? "–" },
    ];
    return `${textTable(columns, rows)}\n${formatNumber(unknown)} of unknown category, not in the table`;
  });
  return `NYC Local Law 144, 6 RCNY § 5-301; the law sets no threshold\n\n${tables.join("\n\n")}`;
}

/** Steps of a process, groups beside each other. */
function funnelText({ attributes, steps }: AuditReport["funnel"][number]): string {
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

/** One class against the rest: how often it is decided, and how often rightly. */
function classText({ class: name, groups }: AuditReport["classes"][number]): string {
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

const tools = { fairlearn: "Fairlearn", aif360: "AIF360", aequitas: "Aequitas" } as const;

/** Another program's figures of the whole; those of groups are in --json. */
function peerText({ tool, answers }: NonNullable<AuditReport["compatibility"]>): string {
  const tables = answers.map(({ attributes, control, aggregates, notes }) => {
    const level = Object.entries(control).map(([name, value]) => `, ${name} ${oneLine(value)}`);
    const columns: Column<[string, (typeof aggregates)[string]]>[] = [
      { title: `${attributes.join(" × ")}${level.join("")}`, text: ([name]) => name },
      {
        title: "",
        align: "right",
        text: ([, value]) => (typeof value === "number" ? figureText(value) : String(value ?? "nan")),
      },
    ];
    return [textTable(columns, Object.entries(aggregates)), ...notes].join("\n");
  });
  return `By the names and conventions of ${tools[tool]}; its words, not ours, and groups in --json\n\n${tables.join("\n\n")}`;
}

function rateText(figure: AuditFigure | undefined): string {
  if (!figure) return "";
  if (figure.estimate === null) return figure.reason.replaceAll("-", " ");
  const tenth = (value: number) => (100 * value).toFixed(1);
  const { estimate, low, high } = figure;
  return low === null || high === null ? tenth(estimate) : `${tenth(estimate)} (${tenth(low)}–${tenth(high)})`;
}

/** A mean in the unit of the labels. */
function meanText(figure: AuditFigure | undefined): string {
  if (!figure) return "";
  if (figure.estimate === null) return figure.reason.replaceAll("-", " ");
  const digits = (value: number) => String(Number(value.toPrecision(4)));
  const { estimate, low, high } = figure;
  return low === null || high === null ? digits(estimate) : `${digits(estimate)} (${digits(low)} to ${digits(high)})`;
}

function intervalText(figure: AuditFigure): string {
  if (figure.estimate === null) return figure.reason.replaceAll("-", " ");
  const { low, high, reason } = figure;
  return low === null || high === null ? (reason ?? "no interval") : `${figureText(low)} to ${figureText(high)}`;
}

/** Three decimals; of what is small, enough of them to be seen. */
function figureText(value: number): string {
  return value === 0 || Math.abs(value) >= 0.01 ? value.toFixed(3) : value.toFixed(6);
}

function pText(p: number): string {
  return p < 0.001 ? "<0.001" : p.toFixed(3);
}

function percent(level: number): string {
  return String(Number((100 * level).toFixed(6)));
}

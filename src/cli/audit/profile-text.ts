import { formatNumber } from "../../chart/series/format-number.ts";
import type { AuditProfile, AuditReport } from "../../contract/audit-report.ts";
import { oneLine } from "../one-line.ts";
import { type Column, textTable } from "../text-table.ts";
import { figureText, intervalText, rateText } from "./figure-text.ts";

/** How the law stands that the tables come from. */
export function lawText({
  name,
  citation,
  status,
  note: about,
  asOf,
  source,
}: NonNullable<AuditReport["law"]>): string {
  return `${name} (${citation}): ${status.replaceAll("-", " ")} as of ${asOf}. ${about} ${source}`;
}

/** The tables of a profile. */
export function profileText(profile: AuditProfile): string {
  switch (profile.name) {
    case "four-fifths":
      return titled(
        "Four-fifths rule, 29 CFR 1607.4(D); an indication, not a finding",
        profile.tables.map(fourFifthsText),
      );
    case "ll144":
      return titled(
        "NYC Local Law 144, 6 RCNY § 5-301; the law sets no threshold",
        profile.tables.map((table) => localLawText(table, profile.basis)),
      );
    case "lending":
      return titled(
        "Lending, against a control group; practice, not a threshold of law",
        profile.tables.map(lendingText),
      );
    case "art10":
      return titled(
        "What the data are, EU AI Act Article 10; an examination, not a finding",
        evidenceText(profile.evidence),
      );
    case "custom":
      return titled(oneLine(profile.definition.title), profile.tables.map(ownText));
  }
}

function titled(title: string, tables: readonly string[]): string {
  return [title, ...tables].join("\n\n");
}

type Group = AuditReport["groups"][number]["group"];
type ProfileOf<Name extends AuditProfile["name"]> = Extract<AuditProfile, { name: Name }>;

function groupText(group: Group): string {
  return Object.values(group).map(oneLine).join(" × ") || "all";
}

function by<Row extends { readonly group: Group }>(attributes: readonly string[]): Column<Row> {
  return { title: attributes.map(oneLine).join(" × "), text: ({ group }) => groupText(group) };
}

function number<Row>(title: string, text: (row: Row) => string): Column<Row> {
  return { title, align: "right", text };
}

function fourFifthsText({ attributes, rows, unknownApplicants }: ProfileOf<"four-fifths">["tables"][number]): string {
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    by(attributes),
    number("Applicants", ({ applicants }) => formatNumber(applicants)),
    number("Selected", ({ selected }) => formatNumber(selected)),
    number("Impact ratio", ({ comparison }) => comparison?.impactRatio.toFixed(3) ?? ""),
    {
      title: "Below 4/5",
      text: ({ comparison, role }) => (comparison ? (comparison.fourFifths === "below" ? "yes" : "no") : role),
    },
    number("z", ({ comparison }) => comparison?.z?.toFixed(2) ?? ""),
    number("Shortfall", ({ comparison }) => comparison?.shortfall.toFixed(1) ?? ""),
    { title: "One moved", text: ({ comparison }) => comparison?.ifOneMoved.reaches ?? "" },
  ];
  const unknown = unknownApplicants > 0 ? `\n${formatNumber(unknownApplicants)} of unknown group, not compared` : "";
  return textTable(columns, rows) + unknown;
}

function localLawText(
  { attributes, rows, unknown }: ProfileOf<"ll144">["tables"][number],
  basis: ProfileOf<"ll144">["basis"],
): string {
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    { title: attributes.map(oneLine).join(" × "), text: ({ category }) => groupText(category) },
    number("Assessed", ({ assessed }) => formatNumber(assessed)),
    number("Selected", ({ selected }) => formatNumber(selected)),
    number(basis === "selection-rate" ? "Selection rate" : "Scoring rate", ({ rate }) => rate?.toFixed(3) ?? "–"),
    number("Impact ratio", ({ impactRatio }) => impactRatio?.toFixed(3) ?? "–"),
  ];
  return `${textTable(columns, rows)}\n${formatNumber(unknown)} of unknown category, not in the table`;
}

function lendingText({ attributes, rows }: ProfileOf<"lending">["tables"][number]): string {
  type Row = (typeof rows)[number];
  const points = (value: number | null | undefined) => (value == null ? "" : (100 * value).toFixed(1));
  const columns: Column<Row>[] = [
    by(attributes),
    number("Applicants", ({ applicants }) => formatNumber(applicants)),
    number("Approved", ({ approvalRate }) => points(approvalRate)),
    number("Marginal effect", ({ difference, role }) => (role === "reference" ? role : points(difference?.estimate))),
    number("Among likes", ({ controlled }) => points(controlled?.within)),
    number("Impact ratio", ({ comparison }) => comparison?.impactRatio.toFixed(3) ?? ""),
    { title: "Of practice", text: ({ band }) => band?.replace("-", " ") ?? "" },
    number("Odds of denial", ({ denialOddsRatio }) => denialOddsRatio?.toFixed(2) ?? ""),
    number("SMD of scores", ({ scores }) => scores?.standardizedMeanDifference?.toFixed(3) ?? ""),
  ];
  return textTable(columns, rows);
}

function evidenceText({ all, attributes, intersections, periods }: ProfileOf<"art10">["evidence"]): string[] {
  type Row = typeof all;
  const count = (value: number | null) => (value === null ? "" : formatNumber(value));
  const columns = (names: readonly string[]): Column<Row>[] => [
    by(names),
    number("Rows", ({ rows }) => formatNumber(rows)),
    number("Share", ({ share }) => (100 * share).toFixed(1)),
    number("No label", ({ withoutLabel }) => count(withoutLabel)),
    number("No decision", ({ withoutDecision }) => count(withoutDecision)),
    number("No score", ({ withoutScore }) => count(withoutScore)),
    number("Positive labels", ({ positives }) => (positives ? (100 * positives.share).toFixed(1) : "")),
  ];
  const single = attributes.map(({ attribute, groups }) => textTable(columns([attribute]), [...groups, all]));
  const crossed = intersections.map(({ attributes: names, possible, present, smallest, absent }) => {
    const none = absent.length === 0 ? "" : `\nnone of ${absent.map(groupText).join("; ")}`;
    const found = `${formatNumber(present)} of ${formatNumber(possible)} combinations occur; the smallest are`;
    return `${found}\n${textTable(columns(names), smallest)}${none}`;
  });
  const times = periods.map(({ period, rows }) => `${oneLine(period)} ${formatNumber(rows)}`).join(", ");
  return [...single, ...crossed, ...(times === "" ? [] : [`Rows by period: ${times}`])];
}

function ownText(table: ProfileOf<"custom">["tables"][number]): string {
  const title = table.title === null ? "" : `${oneLine(table.title)}\n`;
  return title + ownTable(table);
}

function ownTable(table: ProfileOf<"custom">["tables"][number]): string {
  if (table.show === "rates") {
    type Row = (typeof table.rows)[number];
    const metrics = Object.keys(table.rows[0]?.metrics ?? {});
    const columns: Column<Row>[] = [
      by(table.attributes),
      number("n", ({ n }) => formatNumber(n)),
      ...metrics.map((metric) => number<Row>(metric, ({ metrics: own }) => rateText(own[metric]))),
    ];
    return textTable(columns, table.rows);
  }
  if (table.show === "impact-ratio") {
    type Row = (typeof table.rows)[number];
    const columns: Column<Row>[] = [
      by(table.attributes),
      number(table.metric, ({ rate }) => rateText(rate)),
      number("Ratio", ({ ratio, role }) => ratio?.estimate.toFixed(3) ?? (role === "reference" ? role : "–")),
      { title: "Interval", text: ({ ratio }) => (ratio ? `${ratio.low.toFixed(3)} to ${ratio.high.toFixed(3)}` : "") },
    ];
    return textTable(columns, table.rows);
  }
  type Row = (typeof table.disparities)[number];
  const columns: Column<Row>[] = [
    { title: table.attributes.map(oneLine).join(" × "), text: ({ name }) => name },
    number("Estimate", ({ estimate }) => (estimate === null ? "–" : figureText(estimate))),
    { title: "Interval", text: (row) => intervalText(row) },
  ];
  return textTable(columns, table.disparities);
}

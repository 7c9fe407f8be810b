import type { AuditReport } from "../../contract/audit-report.ts";

/** Something that two reports of the same request do not agree in. */
export interface ReportDifference {
  readonly of: "data" | "counts" | "method" | "figure";
  /** Where in the report, such as `groups (sex female).n`. */
  readonly where: string;
  readonly reported: string;
  readonly recomputed: string;
}

/** What is compared: all that is found. What was asked for is the same, and what a law's status is moves by itself. */
const parts = [
  "rows",
  "scores",
  "overall",
  "counts",
  "groups",
  "disparities",
  "verdicts",
  "calibration",
  "controlled",
  "conditional",
  "ranks",
  "classes",
  "classDisparities",
  "funnel",
  "profile",
  "compatibility",
  "sentences",
  "warnings",
] as const satisfies readonly (keyof AuditReport)[];

/** More differences than this are not looked for. */
const mostFigures = 10;

/** What differs between a report and the same audit made anew, to the bit; none if nothing does. */
export function compareReports(reported: AuditReport, recomputed: AuditReport): ReportDifference[] {
  const differences: ReportDifference[] = [];
  const compare = (of: ReportDifference["of"], where: string, one: string | null, other: string | null) => {
    if (one !== other) differences.push({ of, where, reported: String(one), recomputed: String(other) });
  };
  compare("data", "source.hash", reported.source.hash, recomputed.source.hash);
  compare("counts", "countsHash", reported.countsHash, recomputed.countsHash);
  compare("method", "method", methodText(reported), methodText(recomputed));
  const figures: ReportDifference[] = [];
  // As it is printed: what JSON does not tell apart, such as −0 and 0, is the same.
  const printed = JSON.parse(JSON.stringify(recomputed)) as AuditReport;
  for (const part of parts) addDifferences(figures, part, reported[part], printed[part]);
  return [...differences, ...figures];
}

function methodText({ method }: AuditReport): string {
  return `${method.name} ${method.version}`;
}

function addDifferences(found: ReportDifference[], where: string, one: unknown, other: unknown): void {
  if (found.length >= mostFigures || Object.is(one, other)) return;
  if (!isTree(one) || !isTree(other) || Array.isArray(one) !== Array.isArray(other)) {
    if (one !== other) found.push({ of: "figure", where, reported: shown(one), recomputed: shown(other) });
    return;
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const key of keys) {
    const [left, right] = [ownValue(one, key), ownValue(other, key)];
    addDifferences(
      found,
      Array.isArray(one) ? `${where} ${nameOf(left ?? right, key)}` : `${where}.${key}`,
      left,
      right,
    );
  }
}

type Tree = { readonly [key: string]: unknown };

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null;
}

function ownValue(tree: Tree, key: string): unknown {
  return Object.hasOwn(tree, key) ? tree[key] : undefined;
}

/** An entry of a list by what it is about, else by its place. */
function nameOf(entry: unknown, place: string): string {
  if (!isTree(entry)) return `(${Number(place) + 1})`;
  const { name, attributes, group, class: named, from, to } = entry;
  const pairs = isTree(group) ? Object.entries(group).map(([attribute, value]) => `${attribute} ${value}`) : [];
  const about = [
    ...(typeof name === "string" ? [name] : []),
    ...(Array.isArray(attributes) ? [`by ${attributes.join(" and ")}`] : []),
    ...(isTree(group) ? [pairs.join(", ") || "all"] : []),
    ...(typeof named === "string" ? [named] : []),
    ...(typeof from === "string" ? [`${from} to ${to}`] : []),
  ];
  return `(${about.length > 0 ? about.join(" ") : Number(place) + 1})`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

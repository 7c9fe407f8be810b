import type { AuditFigure, AuditReport } from "../../../contract/audit-report.ts";
import { formatGap } from "./format-rate.ts";
import { attributesTitle, type GroupValues, groupLabel, sameGroup } from "./group-words.ts";
import { metricWords } from "./metric-words.ts";

export type VerdictWord = AuditReport["verdicts"][number]["verdict"];

/** One group of a forest plot: its rate, or why it has none. */
export interface ForestRow {
  readonly key: string;
  readonly label: string;
  readonly n: number;
  readonly figure: AuditFigure;
  /** The group that others are compared with, or the verdict that is about this group. */
  readonly mark: "reference" | "plain" | "tried" | VerdictWord;
  /** Where it was before a change. */
  readonly before?: number | null;
  /** A figure beside it, such as its impact ratio. */
  readonly aside?: string;
}

/** A limit drawn through a section: the rate on which it lies, and which side of it is over. */
export interface ForestLine {
  readonly at: number;
  readonly over: "below" | "above";
  readonly text: string;
}

export interface ForestSection {
  readonly title: string;
  readonly rows: readonly ForestRow[];
  readonly line: ForestLine | null;
  /** Groups of it that are not drawn; the table has them. */
  readonly left: number;
}

type Verdict = AuditReport["verdicts"][number];

/**
 * The groups of a report as a forest plot of one metric: a section for each choice of attributes, and in it the line of
 * the limit on that metric's gap. A mark is put only on the group that a verdict is about.
 *
 * @param most - rows of a section; with more, those at the ends of the gap and the largest are drawn
 */
export function forestSections(
  report: Pick<AuditReport, "groups" | "disparities" | "verdicts" | "overall"> & {
    readonly profile?: AuditReport["profile"];
  },
  metric: string,
  { most = 24 }: { readonly most?: number } = {},
): ForestSection[] {
  const sections = new Map<string, AuditReport["groups"]>();
  for (const each of report.groups) {
    const key = JSON.stringify(Object.keys(each.group));
    const known = sections.get(key);
    if (known) known.push(each);
    else sections.set(key, [each]);
  }
  return [...sections].map(([key, groups]) => {
    const attributes = JSON.parse(key) as string[];
    const isHere = (each: { readonly attributes: readonly string[] }) => sameList(each.attributes, attributes);
    const disparities = report.disparities.filter((each) => isHere(each) && isGapOf(each, metric));
    const verdict = report.verdicts.find((each) => isHere(each) && disparities.some(({ name }) => name === each.name));
    const disparity = disparities.find(({ name }) => name === verdict?.name) ?? disparities[0];
    const partOf = (group: GroupValues) => disparity?.groups.find((each) => sameGroup(each.group, group))?.part;
    const shown = chosen(groups, ({ group }) => partOf(group) !== undefined, most);
    return {
      title: attributesTitle(attributes),
      rows: shown.map(({ group, n, metrics }): ForestRow => {
        const part = partOf(group);
        const aside = impactRatioOf(report, attributes, group, metric);
        return {
          key: JSON.stringify(group),
          label: groupLabel(group),
          n,
          figure: metrics[metric] ?? { estimate: null, reason: "not-in-the-counts" },
          mark: markOf(part, verdict, metric),
          ...(aside === undefined ? {} : { aside }),
        };
      }),
      line: verdict && disparity ? lineOf(report, metric, verdict, disparity) : null,
      left: groups.length - shown.length,
    };
  });
}

function isGapOf(disparity: AuditReport["disparities"][number], metric: string): boolean {
  const names = Object.keys(disparity.groups[0]?.estimates ?? {});
  return names.length === 1 && names[0] === metric;
}

function markOf(
  part: AuditReport["disparities"][number]["groups"][number]["part"],
  verdict: Verdict | undefined,
  metric: string,
): ForestRow["mark"] {
  if (part === "reference" || (part === "highest" && verdict?.name.endsWith("Ratio"))) return "reference";
  if (verdict === undefined || part === undefined) return "plain";
  const isHigherBetter = metricWords(metric).better === "higher" || verdict.name.endsWith("Ratio");
  return part === "furthest" || part === (isHigherBetter ? "lowest" : "highest") ? verdict.verdict : "plain";
}

/** Where the limit lies on the axis of the rate itself, seen from the group it is held against. */
function lineOf(
  report: Pick<AuditReport, "overall">,
  metric: string,
  { limit }: Verdict,
  { kind, comparison, groups }: AuditReport["disparities"][number],
): ForestLine | null {
  const defined = groups.flatMap(({ estimates, part, excluded }) => {
    const estimate = estimates[metric];
    return typeof estimate === "number" && excluded === undefined ? [{ estimate, part }] : [];
  });
  if (defined.length < 2) return null;
  const isHigherBetter = metricWords(metric).better === "higher" || kind === "ratio";
  const rates = defined.map(({ estimate }) => estimate);
  const against = {
    "between-groups": {
      rate: isHigherBetter ? Math.max(...rates) : Math.min(...rates),
      of: isHigherBetter ? "the highest rate" : "the lowest rate",
    },
    "to-overall": { rate: report.overall[metric]?.estimate ?? null, of: "the rate of all" },
    "to-reference": {
      rate: defined.find(({ part }) => part === "reference")?.estimate ?? null,
      of: "the reference group’s rate",
    },
  }[comparison];
  if (against.rate === null) return null;
  const points = Number((limit.bound * 100).toFixed(2));
  if (kind === "ratio")
    return { at: against.rate * limit.bound, over: "below", text: `${limit.bound} of ${against.of}` };
  return isHigherBetter
    ? { at: against.rate - limit.bound, over: "below", text: `${points} points under ${against.of}` }
    : { at: against.rate + limit.bound, over: "above", text: `${points} points over ${against.of}` };
}

/** The impact ratio of a group where the profile of the report has one. */
function impactRatioOf(
  { profile }: { readonly profile?: AuditReport["profile"] },
  attributes: readonly string[],
  group: GroupValues,
  metric: string,
): string | undefined {
  if (metric !== "selectionRate" || !profile) return undefined;
  if (profile.name === "four-fifths" || profile.name === "lending") {
    const tables: readonly { attributes: string[]; rows: readonly RatioRow[] }[] = profile.tables;
    const table = tables.find((each) => sameList(each.attributes, attributes));
    const row = table?.rows.find((each) => sameGroup(each.group, group));
    if (row === undefined) return undefined;
    return row.role === "reference" ? "reference" : ratioText(row.comparison?.impactRatio ?? null);
  }
  if (profile.name !== "ll144") return undefined;
  const table = profile.tables.find((each) => sameList(each.attributes, attributes));
  const row = table?.rows.find((each) => sameGroup(each.category, group));
  return row && ratioText(row.impactRatio);
}

interface RatioRow {
  readonly group: GroupValues;
  readonly role: string;
  readonly comparison: { readonly impactRatio: number } | null;
}

function ratioText(ratio: number | null): string {
  return ratio === null ? "not compared" : formatGap(ratio);
}

function chosen<T extends { readonly n: number }>(
  groups: readonly T[],
  isEnd: (each: T) => boolean,
  most: number,
): T[] {
  if (groups.length <= most) return [...groups];
  const ranked = [...groups].sort((a, b) => Number(isEnd(b)) - Number(isEnd(a)) || b.n - a.n).slice(0, most);
  const kept = new Set(ranked);
  return groups.filter((each) => kept.has(each));
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, k) => each === b[k]);
}

import type { FigureTable } from "../../../src/chart/series/fairness/figure-table.ts";
import { formatGap, formatInterval, formatShare } from "../../../src/chart/series/fairness/format-rate.ts";
import { attributesTitle, groupLabel } from "../../../src/chart/series/fairness/group-words.ts";
import { disparityName, metricWords, reasonWords } from "../../../src/chart/series/fairness/metric-words.ts";
import { formatChange, formatNumber } from "../../../src/chart/series/format-number.ts";
import type { AuditFigure, AuditProfile } from "../../../src/contract/audit-report.ts";
import { formatMetric, metricScale } from "./metric-scale.ts";

type ProfileOf<Name extends AuditProfile["name"]> = Extract<AuditProfile, { name: Name }>;

/** A table of a profile under its title, with what is to be said beside it. */
export interface ProfileTable {
  readonly title: string;
  readonly note: string | null;
  readonly table: FigureTable;
}

const words = (title: string) => ({ title, kind: "words" as const });
const number = (title: string) => ({ title, kind: "number" as const });

/** Lending as practice looks at it: each group against a control group. */
export function lendingTables({ tables }: ProfileOf<"lending">): ProfileTable[] {
  return tables.map(({ attributes, rows, reference }) => ({
    title: attributesTitle(attributes),
    note: reference === null ? null : `Against ${groupLabel(reference)}`,
    table: {
      columns: [
        words("group"),
        number("applicants"),
        number("approved, %"),
        number("marginal effect, points"),
        number("among likes, points"),
        number("impact ratio"),
        words("band of practice"),
        number("odds of denial"),
        number("difference of mean scores, in standard deviations"),
      ],
      rows: rows.map(({ group, applicants, approvalRate, role, difference, controlled, comparison, band, ...row }) => ({
        key: JSON.stringify(group),
        cells: [
          groupLabel(group),
          formatNumber(applicants),
          share(approvalRate),
          role === "reference" ? "control group" : points(difference?.estimate ?? null),
          points(controlled?.within ?? null),
          comparison ? `${formatGap(comparison.impactRatio)} (${formatInterval(comparison, formatGap)})` : "",
          band === null ? "" : bandWords[band],
          row.denialOddsRatio === null ? "" : formatGap(row.denialOddsRatio),
          row.scores?.standardizedMeanDifference == null ? "" : formatGap(row.scores.standardizedMeanDifference),
        ],
      })),
    },
  }));
}

const bandWords = { "below-0.8": "below 0.8", "below-0.9": "below 0.9", "from-0.9": "0.9 or more" } as const;

/** What the data are: how many rows, how much of them is missing, which groups are small or absent. */
export function evidenceTables({ evidence }: ProfileOf<"art10">): ProfileTable[] {
  type Row = typeof evidence.all;
  const columns = [
    words("group"),
    number("rows"),
    number("share, %"),
    number("without label"),
    number("without decision"),
    number("without score"),
    number("positive labels, %"),
  ];
  const row = (title: string, of: Row) => ({
    key: title,
    cells: [
      title,
      formatNumber(of.rows),
      formatShare(of.share),
      count(of.withoutLabel),
      count(of.withoutDecision),
      count(of.withoutScore),
      of.positives ? `${formatShare(of.positives.share)} (${formatInterval(of.positives, formatShare)})` : "",
    ],
  });
  const named = (of: Row) => row(groupLabel(of.group), of);
  return [
    ...evidence.attributes.map(({ attribute, groups, missing }) => ({
      title: attributesTitle([attribute]),
      note: missing === 0 ? null : `${formatNumber(missing)} rows do not say`,
      table: { columns, rows: [...groups.map(named), row("All", evidence.all)] },
    })),
    ...evidence.intersections.map(({ attributes, possible, present, smallest, absent }) => ({
      title: attributesTitle(attributes),
      note:
        `${formatNumber(present)} of ${formatNumber(possible)} combinations occur; these are the smallest` +
        (absent.length === 0 ? "" : `. No row of ${absent.map(groupLabel).join("; ")}`),
      table: { columns, rows: smallest.map(named) },
    })),
    ...(evidence.periods.length === 0
      ? []
      : [
          {
            title: "Over time",
            note: null,
            table: {
              columns: [words("period"), number("rows")],
              rows: evidence.periods.map(({ period, rows }) => ({ key: period, cells: [period, formatNumber(rows)] })),
            },
          },
        ]),
  ];
}

/** Tables of one's own, as their file asks for them. */
export function ownTables({ tables }: ProfileOf<"custom">, report: Parameters<typeof metricScale>[0]): ProfileTable[] {
  const cell = (metric: string, figure: AuditFigure | undefined) => {
    if (!figure || figure.estimate === null) return figure ? reasonWords(figure.reason) : "";
    const format = (value: number) => formatMetric(metricScale(report, metric), value);
    return `${format(figure.estimate)} (${formatInterval(figure, format)})`;
  };
  return tables.map((own): ProfileTable => {
    const title = own.title ?? attributesTitle(own.attributes);
    if (own.show === "rates") {
      const metrics = Object.keys(own.rows[0]?.metrics ?? {});
      return {
        title,
        note: null,
        table: {
          columns: [words("group"), number("rows"), ...metrics.map((name) => number(metricWords(name).name))],
          rows: own.rows.map(({ group, n, metrics: figures }) => ({
            key: JSON.stringify(group),
            cells: [groupLabel(group), formatNumber(n), ...metrics.map((name) => cell(name, figures[name]))],
          })),
        },
      };
    }
    if (own.show === "impact-ratio")
      return {
        title,
        note: own.reference === null ? null : `Against ${groupLabel(own.reference)}`,
        table: {
          columns: [words("group"), number(metricWords(own.metric).name), number("ratio"), number("interval")],
          rows: own.rows.map(({ group, rate, ratio, role }) => ({
            key: JSON.stringify(group),
            cells: [
              groupLabel(group),
              cell(own.metric, rate),
              ratio ? formatGap(ratio.estimate) : role === "reference" ? "reference" : "–",
              ratio ? formatInterval(ratio, formatGap) : "",
            ],
          })),
        },
      };
    return {
      title,
      note: null,
      table: {
        columns: [words("disparity"), number("estimate"), number("interval")],
        rows: own.disparities.map((disparity) => ({
          key: disparity.name,
          cells: [
            disparityName(disparity.name),
            disparity.estimate === null ? reasonWords(disparity.reason) : formatGap(disparity.estimate),
            disparity.estimate === null ? "" : formatInterval(disparity, formatGap),
          ],
        })),
      },
    };
  });
}

function share(value: number | null): string {
  return value === null ? "–" : formatShare(value);
}

function count(value: number | null): string {
  return value === null ? "no such column" : formatNumber(value);
}

function points(value: number | null): string {
  return value === null ? "" : formatChange(Number((value * 100).toFixed(1)), (each) => each.toFixed(1));
}

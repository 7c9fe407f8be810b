import { attributesTitle, groupLabel } from "../../../chart/series/fairness/group-words.ts";
import { disparityName, metricWords } from "../../../chart/series/fairness/metric-words.ts";
import { formatNumber } from "../../../chart/series/format-number.ts";
import { type Block, type Cell, figures, plainTable, type TableBlock } from "../document/block.ts";
import { countText, decimal, figureCell, gapIntervalText, gapText, withoutValue } from "../document/figure-words.ts";
import type { SharedEvidence, SharedLending, SharedOwnTable, SharedRepresented } from "../shared-audit.ts";

const mostRows = 60;

function points(share: number | null | undefined): string {
  return share == null ? "" : decimal(100 * share, 1);
}

function left(rows: readonly unknown[]): string {
  return rows.length > mostRows
    ? ` ${formatNumber(rows.length - mostRows)} more are in the data files of this audit.`
    : "";
}

/** Approvals of each group against the control group: as they are, and with like compared with like. */
export function lendingBlocks({ attributes, reference, rows }: SharedLending["tables"][number]): Block[] {
  const title = attributesTitle(attributes);
  const shown = rows.slice(0, mostRows);
  const against = reference === null ? "" : ` Compared with ${groupLabel(reference)}.`;
  const isControlled = rows.some(({ controlled }) => controlled !== null);
  return [
    plainTable(
      `${title}: approvals`,
      [
        "Group",
        figures("Applicants"),
        figures("Approved"),
        figures("Rate"),
        figures("Difference, points"),
        figures("Impact ratio"),
        "Of practice",
      ],
      shown.map(({ group, applicants, approved, approvalRate, difference, comparison, band, role }): Cell[] => [
        { text: groupLabel(group), ...(role !== "compared" && { small: roles[role] }) },
        { text: countText(applicants) },
        { text: countText(approved) },
        { text: points(approvalRate) },
        difference
          ? { text: points(difference.estimate), small: `${points(difference.low)} to ${points(difference.high)}` }
          : { text: "" },
        comparison
          ? {
              text: decimal(comparison.impactRatio),
              small: `${decimal(comparison.low, 2)}–${decimal(comparison.high, 2)}`,
            }
          : { text: "" },
        { text: band === null ? "" : bands[band] },
      ]),
      `The bands are of practice, not of law.${against}${left(rows)}`,
    ),
    {
      kind: "details",
      summary: `${title}: size of the gap, odds of denial and scores`,
      blocks: [
        plainTable(
          `${title}: further measures`,
          [
            "Group",
            figures("Cohen’s h"),
            figures("Odds of denial"),
            figures("Shortfall"),
            figures("Mean score"),
            figures("Standardized difference of scores"),
            ...(isControlled ? [figures("Difference among likes, points")] : []),
          ],
          shown.map(({ group, effectSize, denialOddsRatio, comparison, scores, controlled }): Cell[] => [
            { text: groupLabel(group) },
            { text: effectSize === null ? "" : decimal(effectSize, 2) },
            { text: denialOddsRatio === null ? "" : decimal(denialOddsRatio, 2) },
            { text: comparison === null ? "" : decimal(comparison.shortfall, 1) },
            { text: scores === null ? "" : decimal(scores.meanScore) },
            { text: scores?.standardizedMeanDifference == null ? "" : decimal(scores.standardizedMeanDifference) },
            ...(isControlled ? [{ text: points(controlled?.within) }] : []),
          ]),
        ),
      ],
    },
  ];
}

const roles = { reference: "control group", "unknown-group": "unknown group, not compared" } as const;
const bands = { "below-0.8": "below 0.8", "below-0.9": "below 0.9", "from-0.9": "from 0.9 on" } as const;

/** Who is in the data, and how completely. */
export function evidenceBlocks({ all, attributes, intersections, periods }: SharedEvidence): Block[] {
  return [
    ...attributes.map(({ attribute, groups, missing }) =>
      representation(`By ${attribute}`, [...groups, all], `${countText(missing)} rows have no value of ${attribute}.`),
    ),
    ...intersections.map(({ attributes: names, possible, present, smallest, absent }) => {
      const none = absent.length === 0 ? "" : ` None of: ${absent.slice(0, mostRows).map(groupLabel).join("; ")}.`;
      return representation(
        `By ${names.join(" and ")}, the smallest`,
        smallest,
        `${formatNumber(present)} of ${formatNumber(possible)} combinations occur.${none}`,
      );
    }),
    ...(periods.length > 0
      ? [
          plainTable(
            "Rows by period",
            ["Period", figures("Rows")],
            periods.map(({ period, rows }) => [period, formatNumber(rows)]),
          ),
        ]
      : []),
  ];
}

function representation(title: string, groups: readonly SharedRepresented[], note: string): TableBlock {
  const without = [
    ["withoutLabel", "No label"],
    ["withoutDecision", "No decision"],
    ["withoutScore", "No score"],
  ] as const;
  const told = without.filter(([name]) => groups.some((each) => each[name] !== null));
  return plainTable(
    title,
    [
      "Group",
      figures("Rows"),
      figures("Share, %"),
      ...told.map(([, name]) => figures(name)),
      figures("Positive labels, %"),
    ],
    groups.slice(0, mostRows).map((each): Cell[] => [
      { text: groupLabel(each.group) },
      { text: countText(each.rows) },
      { text: points(each.share) },
      ...told.map(([name]) => ({ text: each[name] === null ? "" : formatNumber(each[name]) })),
      each.positives
        ? {
            text: points(each.positives.share),
            small: `${points(each.positives.low)}–${points(each.positives.high)}`,
          }
        : { text: "" },
    ]),
    note + left(groups),
  );
}

/** A table of one's own: rates, ratios to a group, or disparities. */
export function ownTable(table: SharedOwnTable): TableBlock {
  const caption = table.title ?? `By ${table.attributes.join(" and ")}`;
  if (table.show === "disparity") {
    return plainTable(
      caption,
      ["Disparity", figures("Estimate"), figures("Interval")],
      table.disparities.map((each): Cell[] => [
        { text: disparityName(each.name) },
        { text: each.estimate === null ? withoutValue(each.reason) : gapText(each.estimate) },
        { text: each.estimate === null ? "" : gapIntervalText(each) },
      ]),
    );
  }
  if (table.show === "rates") {
    const metrics = Object.keys(table.rows[0]?.metrics ?? {});
    return plainTable(
      caption,
      ["Group", figures("Rows"), ...metrics.map((metric) => figures(metricWords(metric).name))],
      table.rows
        .slice(0, mostRows)
        .map(({ group, n, metrics: own }): Cell[] => [
          { text: groupLabel(group) },
          { text: countText(n) },
          ...metrics.map((metric) => figureCell(metric, own[metric])),
        ]),
      left(table.rows).trim() || undefined,
    );
  }
  const { metric, reference } = table;
  const against = reference === null ? "" : `Against ${groupLabel(reference)}.`;
  return plainTable(
    caption,
    ["Group", figures(metricWords(metric).name), figures("Ratio")],
    table.rows
      .slice(0, mostRows)
      .map(({ group, rate, ratio, role }): Cell[] => [
        { text: groupLabel(group) },
        figureCell(metric, rate),
        ratio
          ? { text: decimal(ratio.estimate), small: `${decimal(ratio.low)}–${decimal(ratio.high)}` }
          : { text: role === "reference" ? "reference" : "" },
      ]),
    `${against}${left(table.rows)}`.trim() || undefined,
  );
}

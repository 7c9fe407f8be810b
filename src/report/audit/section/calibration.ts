import { formatInterval } from "../../../chart/series/fairness/format-rate.ts";
import { groupLabel } from "../../../chart/series/fairness/group-words.ts";
import { formatNumber } from "../../../chart/series/format-number.ts";
import { type Block, type Cell, figures, plainTable, type Section } from "../document/block.ts";
import { decimal, pText } from "../document/figure-words.ts";
import type { SharedAudit } from "../shared-audit.ts";

const mostGroups = 40;

/** How scores order the people of a group beside those of the largest one. */
export function rankSection({ ranks }: SharedAudit): Section | null {
  if (ranks.length === 0) return null;
  return {
    id: "ranks",
    title: "How scores rank groups",
    measure: "Plain figures without an interval; between two groups of one kind they lie above 0 by chance too",
    blocks: [
      plainTable(
        "Ranks of each group beside the largest one",
        [
          "Group",
          "Beside",
          figures("Area between ROC curves"),
          figures("Its positives above the other’s negatives"),
          figures("The other way round"),
        ],
        ranks
          .slice(0, mostGroups)
          .map(({ group, reference, areaBetweenRocs, crossAuc }) => [
            groupLabel(group),
            groupLabel(reference),
            decimal(areaBetweenRocs),
            decimal(crossAuc.ofGroup),
            decimal(crossAuc.ofReference),
          ]),
        "Area between the ROC curves (ABROCA) is 0 where scores part positives from negatives alike. The other two are chances that a positive of one group has a higher score than a negative of the other (xAUC).",
      ),
    ],
  };
}

/** Whether a score of seven in ten is seven in ten, group by group. */
export function calibrationSection({ calibration, suppressed }: SharedAudit): Section | null {
  if (calibration.length === 0) return null;
  const shown = calibration.slice(0, mostGroups);
  const left = calibration.length - shown.length;
  const curves = shown.filter(({ curve }) => curve.length > 0);
  const without = shown.filter(({ curve }) => curve.length === 0);
  const table = plainTable(
    "Calibration error and recalibration of each group",
    [
      "Group",
      figures("Rows"),
      figures("Error"),
      figures("Without chance"),
      figures("Intercept"),
      figures("Slope"),
      figures("p"),
    ],
    shown.map(({ group, n, error, cox }): Cell[] => [
      { text: groupLabel(group) },
      { text: formatNumber(n) },
      { text: points(error.expected) },
      { text: points(error.corrected) },
      cox
        ? {
            text: decimal(cox.intercept.estimate, 2),
            small: formatInterval(cox.intercept, (value) => decimal(value, 2)),
          }
        : { text: "" },
      cox
        ? { text: decimal(cox.slope.estimate, 2), small: formatInterval(cox.slope, (value) => decimal(value, 2)) }
        : { text: "" },
      { text: pText(cox?.pValue ?? null) },
    ]),
    "Error is the mean distance of score and observed rate over bins, in points; without chance, less what the size of the bins alone makes. Intercept 0 and slope 1 are a score that means what it says (Cox); p is of the hypothesis that they are.",
  );
  const bins: Block = {
    kind: "details",
    summary: "Every point of the curves, of all and by one attribute",
    blocks: [
      {
        kind: "table",
        caption: "Observed rate beside mean score, bin by bin",
        columns: [
          { title: "Scores", align: "left" },
          figures("Weight"),
          figures("Mean score"),
          figures("Observed rate"),
          figures("Interval"),
        ],
        parts: curves
          .filter(({ group }) => Object.keys(group).length < 2)
          .map(({ group, curve }) => ({
            title: groupLabel(group),
            rows: curve.map((bin): Cell[] => [
              { text: `${decimal(bin.from, 2)}–${decimal(bin.to, 2)}` },
              { text: formatNumber(bin.weight, Number.isInteger(bin.weight) ? 0 : 1) },
              { text: decimal(bin.meanScore) },
              { text: decimal(bin.observedRate) },
              { text: formatInterval(bin, decimal) },
            ]),
          })),
      },
    ],
  };
  const hidden: Block[] =
    suppressed && without.length > 0
      ? [
          {
            kind: "small",
            text: `Curves with too few rows to be shown: ${without.map(({ group }) => groupLabel(group)).join("; ")}.`,
          },
        ]
      : [];
  return {
    id: "calibration",
    title: "Whether scores mean what they say",
    measure: "Observed rate against mean score, percent; on the line a score of 70 is right 70 times of 100",
    blocks: [
      ...(curves.length > 0
        ? [
            {
              kind: "chart",
              subject: { of: "calibration" },
              label: "Calibration curve of each group; the table of points says the same.",
            } as const,
          ]
        : []),
      ...hidden,
      table,
      ...(left > 0
        ? [{ kind: "small", text: `${formatNumber(left)} more groups are in the data files of this audit.` } as const]
        : []),
      ...(curves.length > 0 ? [bins] : []),
    ],
  };
}

function points(share: number | null): string {
  return share === null ? "" : formatNumber(share * 100, 1);
}

import { useMemo } from "react";
import { FigureTableView } from "../../../../src/chart/draw/fairness/figure-table-view.tsx";
import { SweepChart } from "../../../../src/chart/draw/fairness/sweep-chart.tsx";
import { formatGap } from "../../../../src/chart/series/fairness/format-rate.ts";
import { groupLabel } from "../../../../src/chart/series/fairness/group-words.ts";
import { layoutSweep, type SweptFigure } from "../../../../src/chart/series/fairness/sweep-layout.ts";
import { sweepFinding, thresholdText } from "../../../../src/chart/series/fairness/threshold-sentences.ts";
import { formatNumber } from "../../../../src/chart/series/format-number.ts";
import type { ThresholdFrame } from "../../../../src/engine/fairness/threshold/threshold-frame.ts";
import type { ThresholdTable } from "../../../../src/engine/fairness/threshold/threshold-table.ts";
import { ScrollX } from "../../../figure/scroll-x.tsx";
import { useElementWidth } from "../../../figure/use-element-width.ts";
import { type AuditedFigures, costOf } from "./audited-figures.ts";
import type { Costs } from "./marks-question.ts";
import { sweptGaps } from "./swept-gaps.ts";
import type { Tried } from "./tried-thresholds.ts";

interface SweepBlockProps {
  readonly table: ThresholdTable;
  readonly tried: Tried;
  /** The group whose threshold moved last. */
  readonly group: number;
  readonly frame: ThresholdFrame;
  readonly audited: AuditedFigures;
  /** The threshold of the audit, or the one that selects as many, with what it is called. */
  readonly start: { readonly at: number; readonly name: string };
  readonly costs: Costs;
  readonly hasLabels: boolean;
  readonly view: "chart" | "table";
}

/** How the gaps and the cost move with the threshold that is moved. */
export function SweepBlock(props: SweepBlockProps) {
  const { table, tried, group, frame, audited, start, costs, hasLabels, view } = props;
  const [room, width] = useElementWidth<HTMLDivElement>();
  // While one threshold is dragged its curves stay: only the others and the costs bend them.
  const others =
    tried.scope === "common" ? "all" : tried.values.map((value, g) => (g === group ? "moved" : value)).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `others` says all that counts of what is tried
  const swept = useMemo(
    () => sweptGaps(table, tried, group, costs),
    [table, others, group, costs.falsePositiveCost, costs.falseNegativeCost],
  );
  const disparityOf = (name: string) => frame.disparities.find((each) => each.name === name)?.estimate ?? null;
  const isComparable = frame.disparities[0]?.comparison === "between-groups";
  const ratioLimit = isComparable ? (audited.limitOf("demographicParityRatio")?.bound ?? null) : null;
  const at = tried.values[tried.scope === "common" ? 0 : group]!;
  const figures: SweptFigure[] = [
    {
      key: "ratio",
      name: "Selection rates",
      detail: "lowest ÷ highest",
      values: swept.parityRatio,
      limit: ratioLimit,
      tried: nearest(swept.grid, swept.parityRatio, at, isComparable ? disparityOf("demographicParityRatio") : null),
      audited: isComparable ? (audited.disparityOf("demographicParityRatio")?.estimate ?? null) : null,
      format: formatGap,
      within: [0, 1],
    },
    ...(hasLabels
      ? ([
          {
            key: "opportunity",
            name: "True positive rates",
            detail: "highest − lowest",
            values: swept.opportunityDifference,
            limit: isComparable ? (audited.limitOf("equalOpportunityDifference")?.bound ?? null) : null,
            tried: nearest(
              swept.grid,
              swept.opportunityDifference,
              at,
              isComparable ? disparityOf("equalOpportunityDifference") : null,
            ),
            audited: isComparable ? (audited.disparityOf("equalOpportunityDifference")?.estimate ?? null) : null,
            format: formatGap,
            within: [0, 1],
          },
          {
            key: "cost",
            name: "Cost",
            detail: "of wrong decisions",
            values: swept.cost,
            limit: null,
            tried: frame.cost,
            audited:
              audited.counts === null
                ? null
                : costOf(audited.counts, {
                    falsePositive: costs.falsePositiveCost,
                    falseNegative: costs.falseNegativeCost,
                  }),
            format: (value) => formatNumber(value),
            within: [0, Number.POSITIVE_INFINITY],
          },
        ] satisfies SweptFigure[])
      : []),
  ];
  const whose = tried.scope === "common" ? "the threshold" : `the threshold of ${groupLabel(table.groups[group]!)}`;
  const finding = sweepFinding({ grid: swept.grid, ratios: swept.parityRatio, bound: ratioLimit, whose });
  return (
    <section className="block" aria-labelledby="sweep-finding">
      <header>
        <div>
          <h2 className="finding" id="sweep-finding">
            {finding}
          </h2>
          <p className="measure">
            As {whose} moves{tried.scope === "common" ? "" : " and the others stay"}; ring as audited, dot as tried
          </p>
        </div>
      </header>
      <div ref={room}>
        {view === "table" ? (
          <ScrollX label="Gaps and cost by threshold">
            <FigureTableView table={sweepTable(swept.grid, figures)} caption="Gaps and cost by threshold" />
          </ScrollX>
        ) : width === null ? null : (
          <SweepChart
            layout={layoutSweep({
              grid: swept.grid,
              figures,
              tried: at,
              audited: tried.scope === "common" ? start : null,
              width,
            })}
            label={`${finding}; press T for a table`}
          />
        )}
      </div>
    </section>
  );
}

/** The figure of the frame; where that compares otherwise, the curve at the nearest step. */
function nearest(
  grid: readonly number[],
  values: readonly (number | null)[],
  at: number,
  exact: number | null,
): number | null {
  if (exact !== null) return exact;
  const place = Math.round(Math.min(1, at) * (grid.length - 1));
  return values[place] ?? null;
}

function sweepTable(grid: readonly number[], figures: readonly SweptFigure[]) {
  return {
    columns: [
      { title: "threshold", kind: "words" as const },
      ...figures.map(({ name, detail }) => ({ title: `${name.toLowerCase()}, ${detail}`, kind: "number" as const })),
    ],
    rows: grid.flatMap((threshold, k) =>
      k % 5 === 0
        ? [
            {
              key: String(threshold),
              cells: [
                thresholdText(threshold),
                ...figures.map(({ values, format }) => {
                  const value = values[k] ?? null;
                  return value === null ? "–" : format(value);
                }),
              ],
            },
          ]
        : [],
    ),
  };
}

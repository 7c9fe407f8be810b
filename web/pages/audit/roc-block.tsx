import { useMemo } from "react";
import { FigureTableView } from "../../../src/chart/draw/fairness/figure-table-view.tsx";
import { RocChart } from "../../../src/chart/draw/fairness/roc-chart.tsx";
import { rocTable } from "../../../src/chart/series/fairness/figure-table.ts";
import { groupLabel, sameGroup } from "../../../src/chart/series/fairness/group-words.ts";
import { layoutRoc, type RocCurve, type RocPoint, rocPoints } from "../../../src/chart/series/fairness/roc-layout.ts";
import type { AuditFigure, AuditReport } from "../../../src/contract/audit-report.ts";
import type { DecisionCube } from "../../../src/engine/fairness/cube/decision-cube.ts";
import { thresholdTable } from "../../../src/engine/fairness/threshold/threshold-table.ts";
import { ScrollX } from "../../figure/scroll-x.tsx";
import { ChartFrame } from "./chart-frame.tsx";

interface RocBlockProps {
  readonly report: AuditReport;
  readonly cube: DecisionCube;
  readonly by: readonly string[] | null;
  readonly view: "chart" | "table";
}

const most = 24;

/** How well the score ranks each group, and where the decisions stand on its curve. */
export function RocBlock({ report, cube, by, view }: RocBlockProps) {
  const curves = useMemo(() => rocCurves(report, cube, by), [report, cube, by]);
  if (curves.every(({ points }) => points.length === 0)) return null;
  return (
    <section className="block" aria-labelledby="roc-finding">
      <header>
        <div>
          <h2 className="finding" id="roc-finding">
            How well the score ranks each group
          </h2>
          <p className="measure">
            Share of positives selected against share of negatives, at every threshold; the dot is where decisions are
            now
          </p>
        </div>
      </header>
      {view === "table" ? (
        <ScrollX label="ROC by group">
          <FigureTableView table={rocTable(curves)} caption="Area under ROC by group" />
        </ScrollX>
      ) : (
        <ChartFrame>
          {(width) => <RocChart layout={layoutRoc(curves, { width })} label="ROC curves by group" />}
        </ChartFrame>
      )}
    </section>
  );
}

function rocCurves(report: AuditReport, cube: DecisionCube, by: readonly string[] | null): RocCurve[] {
  const choices = by === null ? (report.mapping.protected ?? []).map((name) => [name]) : [by];
  const rows = choices.flatMap((attributes) => {
    const { groups, sweeps } = thresholdTable(cube, attributes);
    return groups.map((group, place) => ({ group, sweep: sweeps[place]! }));
  });
  const size = ({ sweep }: (typeof rows)[number]) => sweep.selected[0] ?? 0;
  const shown = new Set(rows.toSorted((a, b) => size(b) - size(a)).slice(0, most));
  return rows
    .filter((row) => shown.has(row))
    .map(({ group, sweep }) => {
      const metrics = report.groups.find((each) => sameGroup(each.group, group))?.metrics ?? {};
      return {
        key: JSON.stringify(group),
        label: groupLabel(group),
        points: rocPoints(sweep),
        auc: metrics.auc ?? { estimate: null, reason: "no-scores" },
        now: nowOf(metrics),
      };
    });
}

function nowOf(metrics: { readonly [metric: string]: AuditFigure }): RocPoint | null {
  const [fpr, tpr] = [metrics.falsePositiveRate?.estimate, metrics.truePositiveRate?.estimate];
  return fpr == null || tpr == null ? null : [fpr, tpr];
}

import { useMemo } from "react";
import { FigureTableView } from "../../../../src/chart/draw/fairness/figure-table-view.tsx";
import { RocChart } from "../../../../src/chart/draw/fairness/roc-chart.tsx";
import { rocTable } from "../../../../src/chart/series/fairness/figure-table.ts";
import { groupLabel } from "../../../../src/chart/series/fairness/group-words.ts";
import {
  layoutRoc,
  type RocPoint,
  rocPoints,
  withRocPoints,
} from "../../../../src/chart/series/fairness/roc-layout.ts";
import type { AuditFigure } from "../../../../src/contract/audit-report.ts";
import type { ThresholdFrame } from "../../../../src/engine/fairness/threshold/threshold-frame.ts";
import type { ThresholdTable } from "../../../../src/engine/fairness/threshold/threshold-table.ts";
import { ScrollX } from "../../../figure/scroll-x.tsx";
import { useElementWidth } from "../../../figure/use-element-width.ts";
import type { AuditedFigures } from "./audited-figures.ts";

interface TriedRocBlockProps {
  readonly table: ThresholdTable;
  readonly frame: ThresholdFrame;
  readonly audited: AuditedFigures;
  readonly view: "chart" | "table";
}

const unknown: AuditFigure = { estimate: null, reason: "not-in-the-counts" };

/** Where on its ROC curve each group stands, as audited and as tried. */
export function TriedRocBlock({ table, frame, audited, view }: TriedRocBlockProps) {
  const [room, width] = useElementWidth<HTMLDivElement>();
  const curves = useMemo(
    () =>
      table.groups.map((group, g) => ({
        key: JSON.stringify(group),
        label: groupLabel(group),
        points: rocPoints(table.sweeps[g]!),
        auc: audited.groups[g]?.metrics.auc ?? unknown,
      })),
    [table, audited],
  );
  const layout = useMemo(() => (width === null ? null : layoutRoc(curves, { width })), [curves, width]);
  const points = table.groups.map((_, g) => ({
    now: pointOf(audited.groups[g]?.metrics),
    tried: pointOf(frame.groups[g]!.metrics),
  }));
  return (
    <section className="block" aria-labelledby="tried-roc-finding">
      <header>
        <div>
          <h2 className="finding" id="tried-roc-finding">
            Where each group stands on its ROC curve
          </h2>
          <p className="measure">
            True positive rate, %, against false positive rate, %; ring as audited, dot as tried
          </p>
        </div>
      </header>
      <div ref={room}>
        {view === "table" ? (
          <ScrollX label="ROC by group">
            <FigureTableView
              table={rocTable(curves.map((curve, g) => ({ ...curve, ...points[g]! })))}
              caption="Area under the ROC curve, and where each group stands on it"
            />
          </ScrollX>
        ) : layout ? (
          <RocChart
            layout={withRocPoints(layout, points)}
            label="ROC curve of each group with its point as audited and as tried; press T for a table"
          />
        ) : null}
      </div>
    </section>
  );
}

function pointOf(metrics: Readonly<Record<string, AuditFigure>> | undefined): RocPoint | null {
  const [x, y] = [metrics?.falsePositiveRate, metrics?.truePositiveRate];
  return x && y && x.estimate !== null && y.estimate !== null ? [x.estimate, y.estimate] : null;
}

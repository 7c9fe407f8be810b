import { FigureTableView } from "../../../src/chart/draw/fairness/figure-table-view.tsx";
import { ReliabilityChart } from "../../../src/chart/draw/fairness/reliability-chart.tsx";
import { reliabilityTable } from "../../../src/chart/series/fairness/figure-table.ts";
import { layoutReliability } from "../../../src/chart/series/fairness/reliability-layout.ts";
import { formatCount } from "../../../src/chart/series/format-number.ts";
import type { AuditReport } from "../../../src/contract/audit-report.ts";
import { ScrollX } from "../../figure/scroll-x.tsx";
import { calibrationFinding } from "./calibration-finding.ts";
import { ChartFrame } from "./chart-frame.tsx";

interface CalibrationBlockProps {
  readonly report: AuditReport;
  readonly by: readonly string[] | null;
  readonly view: "chart" | "table";
}

const most = 24;

/** What the score said beside what happened, a panel for each group. */
export function CalibrationBlock({ report, by, view }: CalibrationBlockProps) {
  const found = report.calibration.filter(({ group }) => {
    const names = Object.keys(group);
    if (by === null) return names.length <= 1;
    return names.length === by.length && by.every((name) => names.includes(name));
  });
  if (found.every(({ curve }) => curve.length === 0)) return null;
  const shown = found.toSorted((a, b) => b.n - a.n).slice(0, most);
  const panels = found.filter((each) => shown.includes(each));
  const title = calibrationFinding(found);
  return (
    <section className="block" aria-labelledby="calibration-finding">
      <header>
        <div>
          <h2 className="finding" id="calibration-finding">
            {title}
          </h2>
          <p className="measure">
            Label positive, %, against the score, %; on the line the score says what happens. Error is the mean
            distance, in points{panels.length < found.length ? `; the ${formatCount(most)} largest groups` : ""}
          </p>
        </div>
      </header>
      {view === "table" ? (
        <ScrollX label="Calibration by group">
          <FigureTableView table={reliabilityTable(panels)} caption="Calibration by group" />
        </ScrollX>
      ) : (
        <ChartFrame>
          {(width) => (
            <ReliabilityChart layout={layoutReliability(panels, { width })} label={`${title}. Calibration by group`} />
          )}
        </ChartFrame>
      )}
    </section>
  );
}

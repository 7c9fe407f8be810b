import { FigureTableView } from "../../../src/chart/draw/fairness/figure-table-view.tsx";
import { IntersectionChart } from "../../../src/chart/draw/fairness/intersection-chart.tsx";
import { intersectionTable } from "../../../src/chart/series/fairness/figure-table.ts";
import { attributesTitle } from "../../../src/chart/series/fairness/group-words.ts";
import { intersectionCells, layoutIntersection } from "../../../src/chart/series/fairness/intersection-layout.ts";
import { metricWords } from "../../../src/chart/series/fairness/metric-words.ts";
import type { AuditReport } from "../../../src/contract/audit-report.ts";
import { ScrollX } from "../../figure/scroll-x.tsx";
import { ChartFrame } from "./chart-frame.tsx";
import { metricScale } from "./metric-scale.ts";

interface IntersectionBlockProps {
  readonly report: AuditReport;
  readonly by: readonly string[] | null;
  readonly metric: string;
  readonly view: "chart" | "table";
}

/** Where two attributes meet: a small interval in each cell, on one axis. */
export function IntersectionBlock({ report, by, metric, view }: IntersectionBlockProps) {
  if (metricScale(report, metric) === "own-unit") return null;
  const names = by ?? report.mapping.protected ?? [];
  const pairs = names.flatMap((first, place) => names.slice(place + 1).map((second) => [first, second] as const));
  const drawn = pairs
    .map((pair) => ({ pair, input: intersectionCells(report, pair, metric) }))
    .filter(({ input }) => input.cells.length > 1);
  return drawn.map(({ pair, input }) => {
    const title = `${attributesTitle(pair)} together`;
    return (
      <section key={pair.join()} className="block" aria-label={title}>
        <header>
          <div>
            <h2 className="finding">{title}</h2>
            <p className="measure">
              {metricWords(metric).name} in each cell with its interval; the rule is the rate of all
            </p>
          </div>
        </header>
        {view === "table" ? (
          <ScrollX label={title}>
            <FigureTableView table={intersectionTable(input, metricWords(metric).name.toLowerCase())} caption={title} />
          </ScrollX>
        ) : (
          <ChartFrame>
            {(width) => (
              <IntersectionChart
                layout={layoutIntersection(input, { width })}
                label={`${metricWords(metric).name} by ${pair.join(" and ")}`}
              />
            )}
          </ChartFrame>
        )}
      </section>
    );
  });
}

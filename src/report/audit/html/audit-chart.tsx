import { DisparityChart } from "../../../chart/draw/fairness/disparity-chart.tsx";
import { ForestChart } from "../../../chart/draw/fairness/forest-chart.tsx";
import { FunnelChart } from "../../../chart/draw/fairness/funnel-chart.tsx";
import { IntersectionChart } from "../../../chart/draw/fairness/intersection-chart.tsx";
import { ReliabilityChart } from "../../../chart/draw/fairness/reliability-chart.tsx";
import { disparityRows, layoutDisparities } from "../../../chart/series/fairness/disparity-layout.ts";
import { layoutForest } from "../../../chart/series/fairness/forest-layout.ts";
import { forestSections } from "../../../chart/series/fairness/forest-rows.ts";
import { funnelOf, layoutFunnel } from "../../../chart/series/fairness/funnel-layout.ts";
import { intersectionCells, layoutIntersection } from "../../../chart/series/fairness/intersection-layout.ts";
import { layoutReliability } from "../../../chart/series/fairness/reliability-layout.ts";
import type { ChartSubject } from "../document/block.ts";
import type { DrawableReport } from "./drawable-report.ts";

interface AuditChartProps {
  readonly report: DrawableReport;
  readonly subject: ChartSubject;
  readonly label: string;
}

const widths = { wide: 700, narrow: 340 } as const;
/** More disparities than this make no picture; those with a limit come first. */
const mostDisparities = 24;
const mostPanels = 12;
/** A chart is to stand on one page of paper. */
const mostRows = 30;

/** A chart in two widths, one for paper and a screen, one for a telephone; the style shows one of them. */
export function AuditChart(props: AuditChartProps) {
  return (
    <>
      <div className="chart wide">{drawn(props, widths.wide)}</div>
      <div className="chart narrow">{drawn(props, widths.narrow)}</div>
    </>
  );
}

function drawn({ report, subject, label }: AuditChartProps, width: number) {
  if (subject.of === "calibration") {
    const curves = report.calibration.filter(({ curve }) => curve.length > 0).slice(0, mostPanels);
    return <ReliabilityChart layout={layoutReliability(curves, { width })} label={label} />;
  }
  if (subject.of === "stages") {
    const { stages, groups } = funnelOf(report.funnel[subject.index]!);
    return <FunnelChart layout={layoutFunnel(groups, { stages, width })} label={label} />;
  }
  if (subject.of === "disparities") {
    const rows = disparityRows(report)
      .filter(({ figure }) => figure.estimate !== null)
      .slice(0, mostDisparities);
    return <DisparityChart layout={layoutDisparities(rows, { width })} label={label} />;
  }
  if (subject.of === "intersections") {
    const cells = intersectionCells(report, subject.attributes, subject.metric);
    return <IntersectionChart layout={layoutIntersection(cells, { width })} label={label} />;
  }
  const { metric, attributes } = subject;
  // Of many groups those without a figure are left to the table, which says why.
  const groups =
    attributes === "all"
      ? report.groups
      : report.groups.filter(
          ({ group, metrics }) =>
            Object.keys(group).join("\n") === attributes.join("\n") && metrics[metric]?.estimate != null,
        );
  const sections = forestSections({ ...report, groups }, metric, { most: mostRows }).map(({ rows, ...section }) => ({
    ...section,
    // The table of the rule says why a group is not compared; beside its interval there is no room for it.
    rows: rows.map((row) => (row.aside === "not compared" ? { ...row, aside: "–" } : row)),
  }));
  const overall = report.overall[subject.metric]?.estimate ?? null;
  return (
    <ForestChart layout={layoutForest({ sections, overall, width })} label={label} measure="%" aside="impact ratio" />
  );
}

import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { auditAnswer } from "../../../../test/harness/audit-answer.ts";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import { funnelStages } from "../../../engine/fairness/profile/funnel-stages.ts";
import { scoreHistograms } from "../../../engine/fairness/rate/score-histogram.ts";
import { layoutConfusion } from "../../series/fairness/confusion-squares.ts";
import { disparityRows, layoutDisparities } from "../../series/fairness/disparity-layout.ts";
import {
  confusionTable,
  disparityTable,
  type FigureTable,
  forestTable,
  funnelTable,
  intersectionTable,
  reliabilityTable,
  rocTable,
  scoreTable,
} from "../../series/fairness/figure-table.ts";
import { layoutForest } from "../../series/fairness/forest-layout.ts";
import { forestSections } from "../../series/fairness/forest-rows.ts";
import { funnelOf, layoutFunnel } from "../../series/fairness/funnel-layout.ts";
import { groupLabel } from "../../series/fairness/group-words.ts";
import { intersectionCells, layoutIntersection } from "../../series/fairness/intersection-layout.ts";
import { layoutReliability } from "../../series/fairness/reliability-layout.ts";
import { layoutRoc, rocPoints } from "../../series/fairness/roc-layout.ts";
import { layoutScoreStrip } from "../../series/fairness/score-strip.ts";
import { layoutSweep } from "../../series/fairness/sweep-layout.ts";
import { ConfusionChart } from "./confusion-chart.tsx";
import { DisparityChart } from "./disparity-chart.tsx";
import { FigureTableView } from "./figure-table-view.tsx";
import { ForestChart } from "./forest-chart.tsx";
import { FunnelChart } from "./funnel-chart.tsx";
import { IntersectionChart } from "./intersection-chart.tsx";
import { ReliabilityChart } from "./reliability-chart.tsx";
import { RocChart } from "./roc-chart.tsx";
import { ScoreStripChart } from "./score-strip-chart.tsx";
import { SweepChart } from "./sweep-chart.tsx";

const cube = decisionsCube();
const report = auditAnswer(cube);
const histograms = scoreHistograms(cube, ["race"]);
const reached = (counts: Float64Array) =>
  Float64Array.from([...counts, 0], (_, k) => counts.slice(k).reduce((a, b) => a + b, 0));
const curves = histograms.groups.map((group, g) => ({
  key: groupLabel(group),
  label: groupLabel(group),
  points: rocPoints({
    truePositive: reached(histograms.histograms[g]!.positive),
    falsePositive: reached(histograms.histograms[g]!.negative),
  }),
  auc: report.groups.find((each) => JSON.stringify(each.group) === JSON.stringify(group))!.metrics.auc!,
}));
const stages = ["0", "1"];
const steps = funnelStages(cube, ["race"], stages, { comparison: "between-groups", level: 0.95, seed: 1 });
const { groups: funnel } = funnelOf(JSON.parse(JSON.stringify({ attributes: ["race"], steps })));
const counts = { truePositives: 31, falseNegatives: 9, falsePositives: 12, trueNegatives: 48 };
const strip = {
  edge: Float64Array.of(0.1, 0.5, 0.9),
  truePositive: Float64Array.of(9, 8, 5, 0),
  selected: Float64Array.of(30, 14, 6, 0),
};
const swept = {
  grid: [0, 0.5, 1],
  figures: [
    {
      key: "ratio",
      name: "Selection rates",
      detail: "lowest ÷ highest",
      values: [1, 0.123456, null],
      limit: 0.8,
      tried: 0.2,
      audited: 0.4,
      format: (value: number) => value.toFixed(2),
      within: [0, 1] as const,
    },
  ],
  tried: 1 / 3,
  audited: { at: 0.07, name: "audit" },
};
const cells = intersectionCells(report, ["sex", "race"], "truePositiveRate");
const sections = forestSections(report, "truePositiveRate");

const charts: { readonly [name: string]: readonly [(width: number) => ReactElement, FigureTable] } = {
  forest: [
    (width) => (
      <ForestChart layout={layoutForest({ sections, overall: 0.5, width })} label="forest" measure="selected, %" />
    ),
    forestTable(sections, "selected"),
  ],
  intersection: [
    (width) => <IntersectionChart layout={layoutIntersection(cells, { width })} label="where they meet" />,
    intersectionTable(cells, "selected"),
  ],
  reliability: [
    (width) => <ReliabilityChart layout={layoutReliability(report.calibration, { width })} label="calibration" />,
    reliabilityTable(report.calibration),
  ],
  roc: [(width) => <RocChart layout={layoutRoc(curves, { width })} label="ROC" />, rocTable(curves)],
  disparity: [
    (width) => <DisparityChart layout={layoutDisparities(disparityRows(report), { width })} label="disparities" />,
    disparityTable(disparityRows(report)),
  ],
  confusion: [
    (width) => <ConfusionChart layout={layoutConfusion(counts, { size: width / 4 })} label="confusion" />,
    confusionTable([{ key: "all", label: "all", counts }]),
  ],
  sweep: [
    (width) => <SweepChart layout={layoutSweep({ ...swept, width })} label="sweep" />,
    scoreTable([{ key: "all", label: "all", scores: strip }]),
  ],
  strip: [
    (width) => (
      <figure aria-label="scores">
        <ScoreStripChart
          strip={layoutScoreStrip(strip, { width, height: 40 })}
          from={width / 3}
          before={null}
          marks={[]}
        />
      </figure>
    ),
    scoreTable([{ key: "all", label: "all", scores: strip }]),
  ],
  funnel: [
    (width) => <FunnelChart layout={layoutFunnel(funnel, { stages, width })} label="funnel" />,
    funnelTable(funnel, stages),
  ],
};

test.each(Object.entries(charts))(
  "%s is drawn without a browser at any width, its numbers cut to a tenth of a pixel",
  (_, [draw]) => {
    for (const width of [840, 358]) {
      const markup = renderToStaticMarkup(draw(width));
      expect(markup).toMatch(/^(<svg [^>]*role="img"|<figure) aria-label="[^"]+"/);
      expect(markup.replace(/<text[^>]*>[^<]*<\/text>/g, "").match(/\d\.\d{2,}/g)).toBeNull();
      expect(markup).not.toMatch(/NaN|Infinity|undefined/);
      const beyond = [...markup.matchAll(/ (?:x|cx)="(-?[\d.]+)"/g)]
        .map(([, x]) => Number(x))
        .filter((x) => x < 0 || x > width);
      expect(beyond).toEqual([]);
    }
  },
);

test.each(Object.entries(charts))("%s has a table of the same figures, each row of one length", (_, [, table]) => {
  const markup = renderToStaticMarkup(<FigureTableView table={table} caption="figures" />);
  expect(table.rows.length).toBeGreaterThan(0);
  expect(new Set(table.rows.map(({ key }) => key)).size).toBe(table.rows.length);
  for (const { cells: row } of table.rows) expect(row).toHaveLength(table.columns.length);
  expect(markup).not.toMatch(/NaN|Infinity|undefined/);
});

test("names of groups are text, whatever they hold", () => {
  const name = "<script>alert(1)</script>";
  const row = {
    key: "a",
    label: name,
    n: 4,
    figure: { estimate: null, reason: "no-positives" },
    mark: "plain" as const,
  };
  const layout = layoutForest({
    sections: [{ title: name, rows: [row], line: null, left: 0 }],
    overall: null,
    width: 358,
  });
  const markup = renderToStaticMarkup(<ForestChart layout={layout} label={name} measure="selected, %" />);
  expect(markup).not.toContain("<script");
  expect(markup).toContain("nobody has the positive label");
});

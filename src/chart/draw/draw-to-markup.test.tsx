import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { heatMapAnswer } from "../../../test/fixture-portfolio/portfolio-answers.ts";
import { quantificationAnswer, riskDetailAnswer } from "../../../test/fixture-portfolio/risk-detail-answer.ts";
import { cellWords } from "../series/cell-words.ts";
import { layoutExceedance } from "../series/exceedance-layout.ts";
import { layoutLikelihoodImpact } from "../series/likelihood-impact-layout.ts";
import { layoutHistory } from "../series/score-history.ts";
import { layoutWaterfall } from "../series/waterfall.ts";
import { ExceedanceChart } from "./exceedance-chart.tsx";
import { HistoryChart } from "./history-chart.tsx";
import { LikelihoodImpactMap } from "./likelihood-impact-map.tsx";
import { WaterfallChart } from "./waterfall-chart.tsx";

/** Every chart as a report draws it: no hooks, no DOM. */
const charts = {
  map: () => {
    const map = heatMapAnswer();
    return (
      <LikelihoodImpactMap
        layout={layoutLikelihoodImpact(map, { width: 872 })}
        label="Likelihood by impact"
        cellLabel={(cell) => cellWords(cell, map)}
      />
    );
  },
  curve: () => {
    const { residual, inherent, target, limits, currency } = quantificationAnswer();
    const curves = { residual, inherent, target };
    const layout = layoutExceedance({ curves, limits, currency, width: 876, height: 420 });
    const at = layout.pointAt(0.05)!;
    return <ExceedanceChart layout={layout} currency="EUR" reading={{ ...at, text: "1 year in 20" }} />;
  },
  waterfall: () => {
    const { explanation, figures } = riskDetailAnswer("biased-declines")!;
    return (
      <WaterfallChart
        layout={layoutWaterfall(explanation.steps, figures.line, { width: 536, highest: 25 })}
        label="Why"
      />
    );
  },
  history: () => {
    const { history, figures } = riskDetailAnswer("biased-declines")!;
    const layout = layoutHistory(history, figures.line, { width: 536, height: 102, today: "2026-11-21" });
    return <HistoryChart layout={layout} kind="critical" label="Score over time" />;
  },
};

test.each(Object.entries(charts))(
  "the %s is drawn without a browser, its numbers cut to a tenth of a pixel",
  (_, draw) => {
    const markup = renderToStaticMarkup(draw());
    expect(markup).toMatch(/^<svg /);
    expect(markup.match(/\d\.\d{2,}/g)).toBeNull();
    expect(markup).not.toMatch(/NaN|Infinity|undefined/);
    expect(renderToStaticMarkup(draw())).toBe(markup);
  },
);

test("every risk over the line stands on the map by name, and every cell says what it holds", () => {
  const markup = renderToStaticMarkup(charts.map());
  const text = markup.replace(/<\/tspan><tspan[^>]*>/g, " ").replace(/<[^>]+>/g, "|");
  for (const name of ["Biased declines", "Shortlist gap", "Prompt injection", "Solely automated letters"])
    expect(text).toContain(name);
  expect(markup.match(/role="gridcell"/g)).toHaveLength(25);
  expect(markup).toContain(
    'aria-label="Likely, 4 of 5, by severe, 5 of 5: 2 risks, 2 over the line. Biased declines, Shortlist gap."',
  );
});

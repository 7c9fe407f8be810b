import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { weighScenarios } from "../../contract/structured/weigh-scenarios.ts";
import { weighFile } from "../../contract/weigh-file.ts";
import { layoutComposite } from "../series/composite-layout.ts";
import { layoutRanks } from "../series/rank-layout.ts";
import { CompositeChart } from "./composite-chart.tsx";
import { RankChart } from "./rank-chart.tsx";

const file = weighFile.parse(
  parse(readFileSync(new URL("../../../examples/moderation-weights/weigh.yaml", import.meta.url), "utf8")),
);
const report = weighScenarios(file, { seed: 1 });
const names = new Map(file.scenarios.map(({ id, name }) => [id, name ?? id]));
const at = { names, most: 50 };

const charts = {
  "ranking, wide": () => <CompositeChart layout={layoutComposite(report, { ...at, width: 1376 })} label="Ranking" />,
  "ranking, narrow": () => <CompositeChart layout={layoutComposite(report, { ...at, width: 358 })} label="Ranking" />,
  ranks: () => <RankChart layout={layoutRanks(report.scenarios, { ...at, width: 468 })} label="Ranks" />,
};

test.each(Object.entries(charts))("%s: drawn without a browser, its numbers cut to a tenth of a pixel", (_, draw) => {
  const markup = renderToStaticMarkup(draw());
  expect(markup).toMatch(/^<svg /);
  expect(markup.match(/(?:[xy12]|width|d)="[^"]*\d\.\d{2,}/g)).toBeNull();
  expect(markup).not.toMatch(/NaN|Infinity|undefined/);
  expect(renderToStaticMarkup(draw())).toBe(markup);
});

test("every scenario is named, and the bar of the first says its figures", () => {
  const text = renderToStaticMarkup(charts["ranking, wide"]()).replace(/<[^>]+>/g, "|");
  for (const name of names.values()) expect(text.replace(/\|+/g, " ")).toContain(name.split(" ").slice(0, 3).join(" "));
  expect(text).toContain("0.33 to 0.56");
  expect(text).toContain("gate 0.3");
});

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { FactorBranch } from "../series/factor-branch.ts";
import { layoutFactorScale } from "../series/factor-scale-layout.ts";
import { layoutFactorTree } from "../series/factor-tree-layout.ts";
import { FactorScaleChart } from "./factor-scale-chart.tsx";
import { FactorTreeChart } from "./factor-tree-chart.tsx";

const leaf = (key: string, value: number | null, contribution: number | null): FactorBranch => ({
  key,
  name: `Factor ${key} with a long name that takes more than one line`,
  detail: "judged 3 of 5",
  kind: "judged",
  how: null,
  value,
  low: value,
  high: value === null ? null : value + 0.1,
  weight: 0.5,
  within: "weighted",
  contribution,
  shareOfTop: contribution,
  steps: 4,
  parts: [],
});
const group = (key: string, parts: FactorBranch[]): FactorBranch => ({
  ...leaf(key, 0.5, 0.25),
  kind: "group",
  how: "weighted",
  parts,
});
const tree = group("top", [group("a", [leaf("b", 0.3, 0.15), leaf("c", 0.7, 0)]), leaf("d", null, null)]);

test.each([320, 920])("%d wide, every factor has its place, none over another, and numbers are cut", (width) => {
  const layout = layoutFactorTree(tree, { width });
  const markup = renderToStaticMarkup(<FactorTreeChart layout={layout} label="Likelihood" open="b" />);
  expect(layout.form).toBe(width < 600 ? "outline" : "columns");
  expect(markup).toMatch(/^<svg /);
  expect(markup.match(/\d\.\d{2,}/g)).toBeNull();
  expect(markup).not.toMatch(/NaN|Infinity|undefined/);
  expect(layout.nodes.map(({ key }) => key).sort()).toEqual(["a", "b", "c", "d", "top"]);
  expect(layout.edges).toHaveLength(4);
  for (const one of layout.nodes) {
    expect(one.x + one.bar.width + 40).toBeLessThanOrEqual(width + 0.2);
    expect(one.top + one.height).toBeLessThanOrEqual(layout.height);
    for (const other of layout.nodes) {
      if (other.key === one.key || other.x !== one.x) continue;
      expect(one.top + one.height <= other.top || other.top + other.height <= one.top).toBe(true);
    }
  }
});

test("a line is as thick as what comes through it; what counts for nothing is dotted, what is missing empty", () => {
  const { edges, nodes } = layoutFactorTree(tree, { width: 920 });
  const edge = (key: string) => edges.find((each) => each.key === key)!;
  expect(edge("a").thickness).toBeGreaterThan(edge("b").thickness);
  expect([edge("c").look, edge("c").brings, edge("d").brings]).toEqual(["idle", "0.0", ""]);
  expect(nodes.find(({ key }) => key === "d")).toMatchObject({ look: "lacking", value: "–", bar: { to: null } });
});

test("a scale is one line between its anchors, turned round where less of it is worse", () => {
  const scale = {
    anchors: [
      [0, 0],
      [0.01, 0.7],
      [0.05, 1],
    ] as const,
    unit: "share" as const,
    measured: { value: 0.02, text: "2 %" },
    place: { value: 0.775, low: 0.7, high: 0.85 },
  };
  const up = layoutFactorScale({ ...scale, raises: "higher" }, { width: 420 });
  expect(up.ticks.map(({ measured, points }) => `${measured} ${points}`)).toEqual([
    "0\u00a0% 0",
    "1\u00a0% 70",
    "5\u00a0% 100",
  ]);
  expect(up.mark!.x).toBeGreaterThan(up.ticks[1]!.x);
  const down = layoutFactorScale({ ...scale, raises: "lower", place: null }, { width: 420 });
  expect(down.ticks.map(({ measured }) => measured)).toEqual(["5\u00a0%", "1\u00a0%", "0\u00a0%"]);
  expect(down.mark).toBeNull();
  const markup = renderToStaticMarkup(<FactorScaleChart layout={up} />);
  expect(markup.match(/\d\.\d{2,}/g)).toBeNull();
  expect(markup).not.toMatch(/NaN|Infinity|undefined/);
});

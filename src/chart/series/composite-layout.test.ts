import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { weighScenarios } from "../../contract/structured/weigh-scenarios.ts";
import { weighFile } from "../../contract/weigh-file.ts";
import { layoutComposite } from "./composite-layout.ts";

const file = weighFile.parse(
  parse(readFileSync(new URL("../../../examples/moderation-weights/weigh.yaml", import.meta.url), "utf8")),
);
const report = weighScenarios(file, { seed: 1 });
const names = new Map(file.scenarios.map(({ id, name }) => [id, name ?? id]));

test.each([1376, 876, 358])("%d wide: a bar ends at its score, and the parts meet without a gap", (width) => {
  const { rows, plot } = layoutComposite(report, { names, width, most: 50 });
  expect(rows).toHaveLength(9);
  for (const { segments, score, interval } of rows.filter((row) => row.score !== null)) {
    const end = segments.at(-1)!;
    expect(Math.abs(end.x + end.width - score!)).toBeLessThan(0.2);
    expect(segments[0]!.x).toBe(plot.left);
    for (const [at, { x }] of segments.slice(1).entries())
      expect(Math.abs(segments[at]!.x + segments[at]!.width - x)).toBeLessThan(0.11);
    expect(interval[0] <= score! && score! <= interval[1]).toBe(true);
    expect(interval[1]).toBeLessThanOrEqual(plot.right);
  }
});

test("what is not rated has no parts but its range, and no place", () => {
  const last = layoutComposite(report, { names, width: 876, most: 50 }).rows.at(-1)!;
  expect(last).toMatchObject({ rank: "–", score: null, segments: [], scoreText: "not rated", firstIn: "–" });
  expect(last.interval[1]).toBeGreaterThan(last.interval[0]);
});

test("the gate lies where its score does, and none is drawn without one", () => {
  const { gate, ticks } = layoutComposite(report, { names, width: 876, most: 50 });
  expect(gate!.x).toBe(ticks.find(({ text }) => text === "0.3")!.x);
  const { gate: _, ...open } = file;
  expect(layoutComposite(weighScenarios(open, { seed: 1 }), { names, width: 876, most: 50 }).gate).toBeNull();
});

test("the scale is of all scenarios, however few are shown", () => {
  const few = layoutComposite(report, { names, width: 876, most: 2 });
  expect(few.rows).toHaveLength(2);
  expect(few.ticks).toEqual(layoutComposite(report, { names, width: 876, most: 50 }).ticks);
  expect(few.rows[1]!.beforeNext).toBeNull();
});

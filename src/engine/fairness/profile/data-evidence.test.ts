import { expect, test } from "vitest";
import { classes, cubeOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import { dataEvidence } from "./data-evidence.ts";

const row = (sex: string | null, race: string, label: string | null, score: number | null, month = "2026-01") => ({
  values: { sex, race, dept: "x", month },
  label,
  score,
});
const cube = cubeOf(classes, [
  row("f", "a", "1", 0.5),
  row("f", "a", "0", null),
  row("f", "a", null, 0.25),
  row("m", "b", "0", 0.5, "2026-02"),
  row("m", "c", "0", 0.5, "2026-02"),
  row(null, "b", "1", 0.5),
]);

test("what there is of each group, and what is missing of it", () => {
  const { rows, all, attributes, periods } = dataEvidence(cube, ["sex", "race"]);
  expect(rows).toBe(6);
  expect(all).toMatchObject({ rows: 6, share: 1, withoutLabel: 1, withoutDecision: 6, withoutScore: 1 });
  expect(all.positives).toMatchObject({ n: 5, share: 0.4 });
  expect(attributes.map(({ attribute, missing }) => [attribute, missing])).toEqual([
    ["sex", 1],
    ["race", 0],
    ["dept", 0],
  ]);
  expect(attributes[0]!.groups.find(({ group }) => group.sex === "f")).toMatchObject({
    rows: 3,
    share: 0.5,
    withoutLabel: 1,
    withoutScore: 1,
    positives: { n: 2, share: 0.5 },
  });
  expect(periods).toEqual([
    { period: "2026-01", rows: 4 },
    { period: "2026-02", rows: 2 },
  ]);
});

test("small intersections and those that do not occur, without rows of unknown value", () => {
  const [both] = dataEvidence(cube, ["sex", "race"], { smallest: 2 }).intersections;
  expect(both).toMatchObject({ attributes: ["sex", "race"], possible: 6, present: 3 });
  expect(both!.smallest.map(({ group, rows }) => [group.sex, group.race, rows])).toEqual([
    ["m", "b", 1],
    ["m", "c", 1],
  ]);
  expect(both!.absent).toEqual([
    { sex: "f", race: "b" },
    { sex: "f", race: "c" },
  ]);
});

test("groups add up to all, at every depth", () => {
  const evidence = dataEvidence(decisionsCube({ controls: ["dept"] }), ["sex", "race"], { smallest: 100 });
  for (const groups of [
    ...evidence.attributes.map((one) => one.groups),
    ...evidence.intersections.map((one) => one.smallest),
  ]) {
    expect(groups.reduce((sum, { rows }) => sum + rows, 0)).toBe(900);
    expect(groups.reduce((sum, { positives }) => sum + positives!.share * positives!.n, 0)).toBeCloseTo(
      evidence.all.positives!.share * 900,
      9,
    );
  }
});

test("of nothing there is nothing", () => {
  const empty = dataEvidence(cubeOf(classes, []), ["sex"]);
  expect(empty).toMatchObject({ rows: 0, all: { rows: 0, positives: null }, intersections: [], periods: [] });
});

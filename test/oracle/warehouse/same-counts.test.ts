import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellSums } from "../../../src/engine/fairness/cube/cell-sums.ts";
import { cubeColumns } from "../../../src/engine/fairness/cube/cube-columns.ts";
import { addDecision, cubeOfDraft, draftCube } from "../../../src/engine/fairness/cube/cube-draft.ts";
import { type DecisionCube, SUM_NAMES } from "../../../src/engine/fairness/cube/decision-cube.ts";
import { countDecisions } from "../../../src/warehouse/count-decisions.ts";
import { type CountQuestion, cubeDefinitionOf } from "../../../src/warehouse/count-question.ts";
import { openFile } from "../../../src/warehouse/file-source.ts";
import { type DecisionRow, sourceNames, tablesOf } from "./decision-tables.ts";
import { betweenUnits, corners, edges, madeRows } from "./made-rows.ts";

/** The engine's own count, row by row, of the columns that a question names. */
function counted(rows: readonly DecisionRow[], question: CountQuestion): DecisionCube {
  const draft = draftCube(cubeDefinitionOf(question));
  const text = (value: unknown) => {
    const plain = value === null || value === undefined ? "" : String(value).trim();
    return question.missing.includes(plain) ? null : plain;
  };
  const { decision, task } = question;
  for (const row of rows) {
    const value = (name: string | undefined) => (name === undefined ? null : (row[name as keyof DecisionRow] ?? null));
    const label = value(question.label);
    const byScore = (threshold: number) =>
      row.s === null || row.s === undefined ? null : String(Number(row.s >= threshold));
    const decided =
      decision === undefined ? null : "column" in decision ? value(decision.column) : byScore(decision.threshold);
    addDecision(draft, {
      values: Object.fromEntries([
        ...[...question.attributes, ...question.controls].map((name) => [name, text(value(name))]),
        ...(question.time
          ? [[question.time.column, row.day ? row.day.slice(0, question.time.every === "year" ? 4 : 7) : null]]
          : []),
        ...(question.model === undefined ? [] : [[question.model, text(value(question.model))]]),
      ]),
      label: label === null || task.kind === "regression" ? (label as number | null) : String(label),
      decision: typeof decided === "boolean" ? String(Number(decided)) : (decided as string | null),
      score: question.score === undefined ? null : (row.s ?? null),
      ...(question.weight !== undefined && { weight: row.w! }),
    });
  }
  return cubeOfDraft(draft);
}

const question: CountQuestion = {
  attributes: ["sex", "race"],
  controls: ["age"],
  label: "y",
  decision: { column: "decided" },
  task: { kind: "classification", positiveLabel: "1" },
  missing: [],
};

/** Of all bits of a cube; many cells are compared faster so. */
function digest(cube: DecisionCube): string {
  return createHash("sha256")
    .update(JSON.stringify(cubeColumns(cube)))
    .digest("hex");
}

/** Weighted sums of binned scores are added up in another order than in the engine: alike to 1e-12 of what is added. */
function expectAlike(actual: DecisionCube, expected: DecisionCube) {
  expect(actual.dimensions).toEqual(expected.dimensions);
  expect(actual.codes).toEqual(expected.codes);
  expect(actual.n).toEqual(expected.n);
  expect(actual.sums.weight).toEqual(expected.sums.weight);
  const weight = cellSums(expected, "weight");
  for (const name of SUM_NAMES) {
    const [ours, theirs] = [cellSums(actual, name), cellSums(expected, name)];
    const furthest = theirs.reduce(
      (far, sum, cell) => Math.max(far, Math.abs(ours[cell]! - sum) / (1 + 40 * weight[cell]!)),
      0,
    );
    expect(furthest, name).toBeLessThan(1e-12);
  }
}

describe("few scores", () => {
  const rows = madeRows(3000, (k) => [...corners, ...edges, null][k % (corners.length + edges.length + 1)]!);
  let tables: Awaited<ReturnType<typeof tablesOf>>;
  beforeAll(async () => {
    tables = await tablesOf(rows);
  });
  afterAll(() => tables.remove());

  const questions: readonly [string, CountQuestion][] = [
    ["label and decision", question],
    ["every attribute alone", { ...question, attributes: ["employed"], controls: [] }],
    ["a text that means missing", { ...question, missing: ["?"] }],
    ["exact scores", { ...question, score: "s" }],
    ["exact scores with weights", { ...question, score: "s", weight: "w" }],
    ["a threshold decides", { ...question, score: "s", decision: { threshold: 0.5 } }],
    [
      "month and model",
      { ...question, attributes: ["race"], time: { column: "day", every: "month" }, model: "employed" },
    ],
    [
      "year, no label",
      {
        attributes: ["sex"],
        controls: [],
        decision: { column: "decided" },
        time: { column: "day", every: "year" },
        task: question.task,
        missing: [],
      },
    ],
    [
      "regression",
      { attributes: ["sex"], controls: [], label: "y", score: "s", task: { kind: "regression" }, missing: [] },
    ],
    [
      "regression with weights",
      {
        attributes: ["race"],
        controls: [],
        label: "y",
        score: "s",
        weight: "w",
        task: { kind: "regression" },
        missing: [],
      },
    ],
    ["no attribute", { ...question, attributes: [], controls: [] }],
  ];
  test.each(sourceNames.flatMap((name) => questions.map(([what, asked]) => [name, what, asked] as const)))(
    "%s, %s: the cells of the engine, to the last bit",
    async (name, _, asked) => {
      const source = await tables.open(name);
      try {
        expect(await countDecisions(source, asked)).toEqual(counted(rows, asked));
      } finally {
        await source.close();
      }
    },
  );
});

describe("more scores than are kept exactly", () => {
  const scores = [...corners, ...Array.from({ length: 8 }, () => betweenUnits), ...edges, null];
  const rows = madeRows(72_000, (k, uniform) => (k < scores.length ? scores[k]! : uniform));
  let tables: Awaited<ReturnType<typeof tablesOf>>;
  beforeAll(async () => {
    tables = await tablesOf(rows);
  });
  afterAll(() => tables.remove());
  const binned: CountQuestion = { ...question, attributes: ["race"], controls: [], score: "s" };
  const threshold: CountQuestion = { ...binned, decision: { threshold: 0.30005 } };
  const weighted: CountQuestion = { ...binned, weight: "w" };
  const [plainly, byThreshold, byWeight] = [binned, threshold, weighted].map((asked) => counted(rows, asked));

  test.each(sourceNames)("%s: bins and their sums, to the last bit", async (name) => {
    const source = await tables.open(name);
    try {
      const cube = await countDecisions(source, binned);
      expect(cube.scores).toEqual({ kind: "bins", count: 1000 });
      expect(digest(cube)).toBe(digest(plainly!));
      expect(digest(await countDecisions(source, threshold))).toBe(digest(byThreshold!));
      expectAlike(await countDecisions(source, weighted), byWeight!);
    } finally {
      await source.close();
    }
  });
});

test("sums too large for doubles to add up exactly are counted again in integers", async () => {
  const scores = Array.from({ length: 66_000 }, (_, k) => (k + 1) / 66_001);
  // A cell of 60,000 rows that lose 36 each: more than 2²¹.
  const wrong: DecisionRow[] = Array.from({ length: 60_000 }, () => ({ sex: "f", y: 1, s: 0 }));
  const rows: DecisionRow[] = [...wrong, ...scores.map((s) => ({ sex: "f", y: 1, s }))];
  const asked: CountQuestion = {
    attributes: ["sex"],
    controls: [],
    label: "y",
    score: "s",
    task: question.task,
    missing: [],
  };
  const expected = counted(rows, asked);
  const tables = await tablesOf(rows);
  try {
    for (const name of ["parquet", "postgres"] as const) {
      const source = await tables.open(name);
      expect(digest(await countDecisions(source, asked)), name).toBe(digest(expected));
      await source.close();
    }
  } finally {
    await tables.remove();
  }
});

test("blanks around texts are no part of them, in bins too", async () => {
  const folder = await mkdtemp(join(tmpdir(), "plimsoll-blanks-"));
  const scores = Array.from({ length: 90_000 }, (_, k) => k / 90_000);
  const asked: CountQuestion = {
    attributes: ["sex"],
    controls: [],
    label: "y",
    score: "s",
    task: question.task,
    missing: ["?"],
  };
  const cubes: DecisionCube[] = [];
  for (const [name, line] of [
    ["plain.csv", (s: number, k: number) => `${k % 2 ? "f" : ""},${k % 3 ? 1 : 0},${k % 5 ? s : ""}`],
    ["blank.csv", (s: number, k: number) => `${k % 2 ? " f" : " "},${k % 3 ? " 1" : "0 "},${k % 5 ? ` ${s} ` : "  "}`],
    ["words.csv", (s: number, k: number) => `${k % 2 ? "f" : "?"},${k % 3 ? "True" : "false"},${k % 5 ? s : "?"}`],
  ] as const) {
    await writeFile(join(folder, name), `sex,y,s\n${scores.map(line).join("\n")}`);
    const source = await openFile(join(folder, name));
    cubes.push(
      await countDecisions(source, asked),
      await countDecisions(source, name === "words.csv" ? asked : { ...asked, missing: [] }),
    );
    await source.close();
  }
  await rm(folder, { recursive: true });
  for (const cube of cubes) expect(digest(cube)).toBe(digest(cubes[0]!));
});

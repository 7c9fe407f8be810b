import { describe, expect, test } from "vitest";
import { aequitasAnswer } from "../../../src/engine/fairness/compatibility/aequitas-answer.ts";
import { aif360Answer } from "../../../src/engine/fairness/compatibility/aif360-answer.ts";
import { fairlearnAnswers } from "../../../src/engine/fairness/compatibility/fairlearn-answer.ts";
import type { PeerAnswer, PeerValues } from "../../../src/engine/fairness/compatibility/peer-answer.ts";
import { addDecision, cubeOfDraft, draftCube } from "../../../src/engine/fairness/cube/cube-draft.ts";
import oracle from "./compatibility.json" with { type: "json" };

type Table = { readonly [row: string]: PeerValues };
type Frame = { readonly overall: PeerValues; readonly byGroup: Table; readonly aggregates: PeerValues };
const frames = oracle.fairlearn as unknown as { readonly [key: string]: Frame };
const rule = { kind: "decision", favourable: "1" } as const;
const COMPLETE = (k: number) => oracle.decisions.sex[k] !== null && oracle.decisions.race[k] !== null;

function cubeOf(weights: "given" | "none", keep: (row: number) => boolean = () => true, controls: string[] = []) {
  const draft = draftCube({
    attributes: ["sex", "race"],
    controls,
    task: { kind: "classification", positiveLabel: "1" },
    scores: "given",
    weights,
  });
  const { sex, race, dept, label, decision, score, weight } = oracle.decisions;
  for (const [k, value] of label.entries()) {
    if (!keep(k)) continue;
    addDecision(draft, {
      values: { sex: sex[k], race: race[k], dept: dept[k]! },
      label: String(value),
      decision: String(decision[k]),
      score: score[k]!,
      weight: weight[k]!,
    });
  }
  return cubeOfDraft(draft);
}

/** Every value of the peer is there, and no other; equal, or 1e-9 apart. */
function expectSame(about: string, actual: PeerValues, expected: PeerValues): void {
  expect(Object.keys(actual).sort(), about).toEqual(Object.keys(expected).sort());
  for (const [name, value] of Object.entries(expected)) {
    const ours = actual[name];
    const apart = typeof ours === "number" && typeof value === "number" ? Math.abs(ours - value) : Number.NaN;
    // A difference of rates that are equal is rounding on both sides.
    if (ours !== value && !(apart <= 1e-9 * Math.abs(value as number) || apart < 1e-15))
      throw new Error(`${about} ${name}: ${ours} instead of ${value}`);
  }
}

const keyOf = (group: PeerAnswer["byGroup"][number]["group"]) => Object.values(group).join("|");
/** The peer's columns as rows. */
function rowAt(byGroup: Table, key: string): PeerValues {
  return Object.fromEntries(Object.entries(byGroup).map(([metric, column]) => [metric, column[key]!]));
}

describe.each(["sex", "race", "sex race"])("Fairlearn by %s", (by) => {
  test.each([
    ["between_groups", "plain"],
    ["between_groups", "weighted"],
    ["to_overall", "plain"],
    ["to_overall", "weighted"],
  ] as const)("%s, %s", (method, weights) => {
    const cube = cubeOf(weights === "weighted" ? "given" : "none", COMPLETE);
    const comparison = method === "to_overall" ? "to-overall" : "between-groups";
    const [answer] = fairlearnAnswers(cube, { attributes: by.split(" "), rule, comparison });
    const expected = frames[`${by} ${method} ${weights}`]!;
    expectSame("overall", answer!.overall, expected.overall);
    expectSame("aggregates", answer!.aggregates, expected.aggregates);
    expect(answer!.byGroup.map(({ group }) => keyOf(group))).toEqual(Object.keys(expected.byGroup.count!));
    for (const { group, metrics } of answer!.byGroup)
      expectSame(keyOf(group), metrics, rowAt(expected.byGroup, keyOf(group)));
    expect(answer!.notes).toEqual([]);
  });
});

test("Fairlearn within the levels of a control feature, a level without one of the groups among them", () => {
  const expected = frames["race by dept"]!;
  const answers = fairlearnAnswers(cubeOf("none", COMPLETE, ["dept"]), {
    attributes: ["race"],
    controls: ["dept"],
    rule,
  });
  expect(answers.map(({ control }) => control.dept)).toEqual(["north", "south"]);
  for (const { control, overall, byGroup, aggregates } of answers) {
    const level = control.dept!;
    expectSame(level, overall, rowAt(expected.overall as unknown as Table, level));
    for (const { group, metrics } of byGroup)
      expectSame(`${level} ${group.race}`, metrics, rowAt(expected.byGroup, `${level}|${group.race}`));
    const columns = rowAt(expected.aggregates as unknown as Table, level);
    expectSame(level, Object.fromEntries(Object.keys(columns).map((name) => [name, aggregates[name]!])), columns);
  }
  expect(answers[1]!.byGroup.find(({ group }) => group.race === "d")!.metrics.count).toBeNull();
});

test("Fairlearn with missing groups: in overall, in no group, where it still takes them", () => {
  const attributes = ["race"];
  for (const [key, comparison] of [
    ["race", "between-groups"],
    ["raceToOverall", "to-overall"],
  ] as const) {
    const [answer] = fairlearnAnswers(cubeOf("none"), { attributes, rule, comparison });
    const expected = oracle.missing[key] as unknown as Frame;
    expectSame("overall", answer!.overall, expected.overall);
    expectSame("aggregates", answer!.aggregates, expected.aggregates);
    for (const [code, { metrics }] of answer!.byGroup.entries())
      expectSame(String(code), metrics, rowAt(expected.byGroup, `${code}.0`));
    expect(answer!.notes).toEqual([
      "rows with a missing attribute, in overall and in no group: 9; Fairlearn 0.15 refuses them",
    ]);
  }
  expect(oracle.missing.refusal).toContain("contains missing values");
});

describe("AIF360", () => {
  test.each(Object.keys(oracle.aif360))("%s", (key) => {
    const words = key.split(" ");
    const attributes = words.filter((word) => word === "sex" || word === "race");
    const values = words.slice(attributes.length, 2 * attributes.length);
    const privileged = Object.fromEntries(attributes.map((name, k) => [name, values[k]!]));
    const answer = aif360Answer(cubeOf(words.at(-1) === "weighted" ? "given" : "none"), {
      attributes,
      rule,
      privileged,
    });
    const expected = oracle.aif360[key as keyof typeof oracle.aif360] as Frame;
    expectSame("overall", answer.overall, expected.overall);
    expectSame("privileged", answer.byGroup[0]!.metrics, expected.byGroup.True!);
    expectSame("unprivileged", answer.byGroup[1]!.metrics, expected.byGroup.False!);
    expectSame("aggregates", answer.aggregates, expected.aggregates);
    const columns = attributes.map((name) => oracle.decisions[name as "sex" | "race"]);
    const missing = columns[0]!.filter((_, k) => columns.some((column) => column[k] === null)).length;
    expect(answer.notes).toEqual([`rows with a missing attribute, label or decision, dropped: ${missing}`]);
  });
});

describe("Aequitas", () => {
  test.each([
    ["major", { kind: "major" }],
    ["min-metric", { kind: "min-metric" }],
    ["predefined", { kind: "predefined", groups: { sex: "female", race: "c" } }],
  ] as const)("%s reference", (key, reference) => {
    const answer = aequitasAnswer(cubeOf("none"), { attributes: ["sex", "race"], rule, reference });
    const { byGroup, byAttribute, overall } = oracle.aequitas[key] as unknown as {
      readonly byGroup: Table;
      readonly byAttribute: Table;
      readonly overall: PeerValues;
    };
    expect(answer.byGroup.length).toBe(Object.keys(byGroup).length);
    for (const { group, metrics } of answer.byGroup) {
      const [attribute, value] = Object.entries(group)[0]!;
      expectSame(`${attribute} ${value}`, metrics, byGroup[`${attribute}|${value}`]!);
    }
    const parities = Object.entries(byAttribute).flatMap(([attribute, row]) =>
      Object.entries(row).map(([name, value]) => [`${attribute}: ${name}`, value]),
    );
    expectSame("aggregates", answer.aggregates, { ...Object.fromEntries(parities), ...overall });
    expect(answer.overall).toEqual({ k: byGroup["sex|female"]!.k, total_entities: oracle.decisions.label.length });
  });
});

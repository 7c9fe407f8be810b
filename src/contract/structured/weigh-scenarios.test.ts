import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readWeighFile } from "../../portfolio/structured/read-weigh-file.ts";
import { Failure } from "../failure.ts";
import { weighReport } from "../weigh-report.ts";
import { weighScenarios } from "./weigh-scenarios.ts";

const read = (text: string) => readWeighFile(new TextEncoder().encode(text), "weigh.yaml");
const weigh = (text: string, version?: string) =>
  weighReport.strict().parse(weighScenarios(read(text), { seed: 1, ...(version !== undefined && { version }) }));
const moderation = readFileSync(new URL("../../../examples/moderation-weights/weigh.yaml", import.meta.url), "utf8");

const two = (rest: string) =>
  `dimensions: [{ id: harm }, { id: law }]\nweightings: [{ version: "1", weights: { harm: 0.7, law: 0.3 } }]\n${rest}`;
const rated = (id: string, harm: string, law: string) => `  - { id: ${id}, ratings: { harm: ${harm}, law: ${law} } }\n`;

test("scores are what the formula says, and contributions sum to them", () => {
  const { scenarios } = weigh(
    two(
      `scenarios:\n${rated("a", "{ likelihood: 5, impact: 5 }", "{ likelihood: 1, impact: 1 }")}${rated("b", "{ likelihood: 2, impact: 3 }", "{ likelihood: 4, impact: 4 }")}`,
    ),
  );
  expect(scenarios.map(({ id, rank }) => [id, rank])).toEqual([
    ["a", 1],
    ["b", 2],
  ]);
  expect(scenarios[0]!.score).toBeCloseTo(0.7, 12);
  expect(scenarios[1]!.score).toBeCloseTo(0.7 * (5 / 24) + 0.3 * (15 / 24), 12);
  for (const { score, contributions, low, high } of scenarios) {
    expect(contributions.reduce((sum, { contribution }) => sum + contribution!, 0)).toBeCloseTo(score!, 12);
    expect(low <= score! && score! <= high).toBe(true);
  }
});

test("neither the order of scenarios and dimensions nor their names move a score or a rank", () => {
  const plain = weigh(moderation);
  const file = read(moderation);
  const turned = { ...file, scenarios: file.scenarios.toReversed(), dimensions: file.dimensions.toReversed() };
  const again = weighReport.parse(weighScenarios(turned, { seed: 1 }));
  const byId = (report: typeof plain) => new Map(report.scenarios.map((one) => [one.id, one]));
  for (const [id, { score, rank }] of byId(plain)) {
    expect(byId(again).get(id)!.rank).toBe(rank);
    if (score !== null) expect(byId(again).get(id)!.score!).toBeCloseTo(score, 12);
  }
});

test("former weights give the former scores again, whatever was added since", () => {
  const former = weigh(moderation, "2026-06");
  expect(former.weighting).toMatchObject({ version: "2026-06", basis: "weights", on: "2026-06-15" });
  const file = read(moderation);
  const later = { ...file, weightings: [...file.weightings, { ...file.weightings[0]!, version: "2027-01" }] };
  expect(weighScenarios(later, { seed: 1, version: "2026-06" })).toEqual({
    ...former,
    versions: ["2026-06", "2026-10", "2027-01"],
  });
  expect(() => weigh(moderation, "2025")).toThrow("no weights of version 2025; ask for one of 2026-06, 2026-10");
});

test("what nobody rated has no score but a range, and keeps the gate open", () => {
  const { scenarios, gate, warnings } = weigh(moderation);
  const last = scenarios.at(-1)!;
  expect(last).toMatchObject({
    id: "explanations-wrong",
    score: null,
    rank: null,
    ranks: null,
    unrated: ["expression"],
  });
  expect(last.high - last.low).toBeCloseTo(0.2, 12);
  expect(gate!.open).toContain("explanations-wrong");
  expect(warnings.map(({ code }) => code)).toContain("unrated");
});

test("a tested scenario no longer keeps the gate open", () => {
  expect(weigh(moderation.replace("gate: { score: 0.3 }", "gate: { score: 0.28 }")).gate).toMatchObject({
    tested: ["self-harm-praised"],
  });
});

test("weights by judgements; a dimension without weight need not be rated", () => {
  const judged = weigh(
    'dimensions: [{ id: a }, { id: b }, { id: c }]\nweightings: [{ version: "1", judgements: [{ left: a, right: b, ratio: 3 }, { left: b, right: c, ratio: 2 }, { left: a, right: c, ratio: 6 }] }]\nscenarios: [{ id: s, ratings: { a: 1, b: 3, c: 5 } }]\n',
  );
  expect(judged.weighting.weights.map(({ weight }) => Number(weight.toFixed(6)))).toEqual([
    0.666667, 0.222222, 0.111111,
  ]);
  const unweighted = weigh(
    'dimensions: [{ id: a }, { id: b }]\nweightings: [{ version: "1", weights: { a: 1, b: 0 } }]\nscenarios: [{ id: s, ratings: { a: 5 } }]\n',
  );
  expect(unweighted.scenarios[0]).toMatchObject({ score: 1, unrated: [] });
});

test("anchors are declared: another scenario beside one changes nothing", () => {
  const anchored = (others: string) =>
    weigh(
      `dimensions: [{ id: a, anchors: [[1, 0], [10, 0.5], [25, 1]] }]\nweightings: [{ version: "1", weights: { a: 1 } }]\nscenarios:\n  - { id: s, ratings: { a: { likelihood: 2, impact: 5 } } }\n${others}`,
    ).scenarios.find(({ id }) => id === "s")!.score;
  expect(anchored("")).toBe(0.5);
  expect(anchored("  - { id: t, ratings: { a: 5 } }\n")).toBe(0.5);
});

test("two hundred scenarios, and one alone", () => {
  const many = Array.from({ length: 200 }, (_, k) =>
    rated(`s${k}`, `{ likelihood: ${1 + (k % 5)}, impact: ${1 + ((k * 3) % 5)} }`, "3"),
  ).join("");
  expect(weigh(two(`scenarios:\n${many}`)).scenarios).toHaveLength(200);
  expect(weigh(two(`scenarios:\n${rated("only", "3", "3")}`)).order).toEqual([]);
});

test.each([
  [
    'weightings: [{ version: "1", weights: { harm: 0.7, law: 0.4 } }]',
    /weights sum to 1\.1; make them sum to 1, or to 100/,
  ],
  ['weightings: [{ version: "1", weights: { harm: 1 } }]', /weights leave out law/],
  ['weightings: [{ version: "1", weights: { harm: 0.5, lwa: 0.5 } }]', /"lwa" is no dimension; write law/],
  ['weightings: [{ version: "1" }]', /weighting has no weights; give weights, stakeholders or judgements/],
  ['weightings: [{ version: "1", weights: { harm: -1, law: 2 } }]', /harm -1 is below 0/],
  [
    'weightings: [{ version: "1", weights: { harm: 0.5, law: 0.5 } }, { version: "1", weights: { harm: 0.5, law: 0.5 } }]',
    /version "1" is there twice/,
  ],
  [
    "scenarios: [{ id: a, ratings: { harm: { likelihood: 6, impact: 2 }, law: 3 } }]",
    /likelihood 6 is above 5, the highest level/,
  ],
  ["scenarios: [{ id: a, ratings: { harm: 9, law: 3 } }]", /level 9 is above 5, the highest level/],
  ["scenarios: [{ id: a, ratings: { harm: 0, law: 3 } }]", /harm 0 is below 1/],
  ["scenarios: [{ id: a, ratings: { fun: 2, harm: 1, law: 3 } }]", /"fun" is no dimension/],
  ["dimensions: [{ id: harm, anchors: [[1, 0], [25, 0.9]] }, { id: law }]", /anchors go from value 0 to 0\.9/],
  ["dimensions: [{ id: harm, anchors: [[5, 0], [1, 1]] }, { id: law }]", /anchor does not rise/],
  ["dimensions: [{ id: harm }, { id: harm }, { id: law }]", /dimension "harm" is there twice/],
])("%s is refused", (line, message) => {
  const key = line.slice(0, line.indexOf(":"));
  const parts = two(`scenarios:\n${rated("a", "3", "3")}`)
    .split(/\n(?=\w)/)
    .map((part) => (part.startsWith(key) ? line : part));
  try {
    read(parts.join("\n"));
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error.mistakes!.map(({ what, remedy }) => `${what}; ${remedy}`).join("\n")).toMatch(message);
  }
});

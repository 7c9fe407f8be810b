import { describe, expect, test } from "vitest";
import { scenario as contract, type FileScenario } from "../../../src/contract/scenario.ts";
import { mergePatch } from "../../../src/register/record/merge-patch.ts";
import { placeMistakes } from "./place-mistakes.ts";
import { readScenario } from "./read-scenario.ts";
import { draftOfScenario, emptyScenario, liveLeaves } from "./scenario-draft.ts";
import { patchBetween } from "./scenario-patch.ts";

const interval = { low: 2, high: 20 };
const scenarios: FileScenario[] = [
  { frequency: interval, loss: { primary: interval } },
  { frequency: { threatEvents: interval, vulnerability: 0.2 }, loss: { primary: { min: 1, mode: 2, max: 5 } } },
  {
    frequency: {
      contact: 400,
      action: { alpha: 6, beta: 114 },
      vulnerability: { threatCapability: { min: 0.3, mode: 0.5, max: 0.6 }, resistance: 0.5 },
    },
    count: { kind: "negative-binomial", size: 2.5 },
    loss: {
      primary: { forms: { response: interval, fines: { low: 1, high: 9, cap: { turnoverShare: 0.04 } } } },
      secondary: { probability: 0.3, loss: { forms: { reputation: interval } } },
    },
    commonCauses: [{ cause: "vendor-llm", probability: { alpha: 2, beta: 8 } }],
  },
  {
    frequency: interval,
    count: { kind: "zero-inflated", silent: 0.3 },
    loss: { primary: interval, secondary: { probability: 0.3, loss: interval } },
  },
  { frequency: 0.2, count: { kind: "at-most-one" }, loss: { primary: 5 } },
];

test.each(scenarios.map((each) => [JSON.stringify(each), each] as const))("%s opens and is read back", (_, given) => {
  expect(contract.safeParse(given).success).toBe(true);
  const read = readScenario(draftOfScenario(given));
  expect(read.mistakes).toEqual({});
  expect(read.scenario).toEqual(given);
  expect(Object.keys(read.estimates)).toEqual(liveLeaves(draftOfScenario(given)));
});

test("the patch from any scenario to any other makes exactly the other", () => {
  for (const before of scenarios)
    for (const after of scenarios) {
      const patch = patchBetween({ scenario: before }, { scenario: after });
      if (before === after) expect(patch).toBeUndefined();
      else expect(mergePatch({ scenario: before, name: "kept" }, patch)).toEqual({ scenario: after, name: "kept" });
    }
  expect(mergePatch({ name: "kept" }, patchBetween({}, { scenario: scenarios[0] }))).toEqual({
    name: "kept",
    scenario: scenarios[0],
  });
});

describe("switching a cut", () => {
  const draft = draftOfScenario(scenarios[1]!);

  test("asks for the leaves of the new cut and keeps those of the old", () => {
    const direct = { ...draft, frequencyCut: "direct" as const };
    expect(liveLeaves(direct)).toEqual(["frequency", "loss.primary"]);
    expect(readScenario(direct).mistakes.frequency).toHaveLength(2);
    expect(readScenario({ ...direct, frequencyCut: "threat-events" }).scenario).toEqual(scenarios[1]);
  });

  test("the other leaves are read although one is missing", () => {
    const read = readScenario({ ...draft, secondary: "some" });
    expect(read.scenario).toBeNull();
    expect(Object.keys(read.estimates)).toEqual(["frequency.threatEvents", "frequency.vulnerability", "loss.primary"]);
    expect(Object.keys(read.mistakes)).toEqual(["loss.secondary.probability", "loss.secondary.loss"]);
  });

  test("a loss by form without a form, and a count without its number, say so", () => {
    const read = readScenario({ ...draft, primaryCut: "forms", primaryForms: [], countKind: "zero-inflated" });
    expect(Object.keys(read.mistakes)).toEqual(["count", "primaryForms"]);
  });
});

test("an empty scenario asks for its two leaves", () => {
  expect(Object.keys(readScenario(emptyScenario).mistakes)).toEqual(["frequency", "loss.primary"]);
});

test("a refusal of the server is named at its leaf and field", () => {
  const draft = draftOfScenario(scenarios[2]!);
  const placed = placeMistakes(
    {
      detail: "2 mistakes",
      mistakes: [
        { path: "/scenario/loss/primary/forms/fines/cap/turnoverShare", what: "no annualTurnover", remedy: "write it" },
        { path: "/scenario/frequency/vulnerability/resistance", what: "1.5 is too large", remedy: "write 0 to 1" },
        { path: "/scenario/commonCauses/0/probability", what: "unknown cause", remedy: "add it" },
        { path: "/owner", what: "no owner", remedy: "choose one" },
      ],
    },
    { leaves: liveLeaves(draft), causes: draft.commonCauses },
  );
  expect(placed.leaves).toEqual({
    "loss.primary.forms.fines": [{ field: "capShare", what: "no annualTurnover; write it" }],
    "frequency.vulnerability.resistance": [{ field: "", what: "1.5 is too large; write 0 to 1" }],
    "commonCauses.vendor-llm": [{ field: "", what: "unknown cause; add it" }],
  });
  expect(placed.whole).toBe("no owner; choose one");
});

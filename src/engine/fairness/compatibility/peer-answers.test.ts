import { expect, test } from "vitest";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import { peerAnswers } from "./peer-answers.ts";

const cube = decisionsCube({ controls: ["dept"] });
const settings = { attributes: ["sex", "race"], rule: { kind: "decision", favourable: "1" } } as const;

test("one answer for each choice of attributes, and each level of a control feature", () => {
  expect(peerAnswers(cube, "fairlearn", settings).map(({ attributes }) => attributes.join())).toEqual([
    "sex",
    "race",
    "sex,race",
  ]);
  const controlled = peerAnswers(cube, "fairlearn", { ...settings, deepest: 1, controls: ["dept"] });
  expect(controlled.map(({ attributes, control }) => `${attributes} ${control.dept}`)).toEqual([
    "sex north",
    "sex south",
    "sex west",
    "race north",
    "race south",
    "race west",
  ]);
});

test("the reference is the privileged group of AIF360, and what Aequitas divides by", () => {
  const privileged = peerAnswers(cube, "aif360", { ...settings, reference: { kind: "named", group: { race: "b" } } });
  expect(privileged.map(({ byGroup }) => Object.values(byGroup[0]!.group).join())).toEqual(["male", "b", "male × b"]);
  const named = peerAnswers(cube, "aequitas", { ...settings, reference: { kind: "named", group: { race: "b" } } });
  expect(named[0]!.byGroup.map(({ metrics }) => metrics.tpr_ref_group_value)).toEqual([
    "male",
    "male",
    "b",
    "b",
    "b",
    "b",
  ]);
});

test("what a tool cannot do is refused", () => {
  expect(() => peerAnswers(cube, "fairlearn", { ...settings, comparison: "to-reference" })).toThrow(
    "comparison not known to fairlearn",
  );
  expect(() => peerAnswers(cube, "aif360", { ...settings, controls: ["dept"] })).toThrow(
    "control features not known to aif360: dept",
  );
  expect(() => peerAnswers(cube, "aequitas", { ...settings, reference: { kind: "best-rate" } })).toThrow(
    "reference not known to aequitas",
  );
});

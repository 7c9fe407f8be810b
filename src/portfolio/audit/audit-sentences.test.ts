import { expect, test } from "vitest";
import { type AuditSettings, auditCube } from "../../engine/fairness/audit.ts";
import { addDecision, cubeOfDraft, draftCube } from "../../engine/fairness/cube/cube-draft.ts";
import type { DecisionCube } from "../../engine/fairness/cube/decision-cube.ts";
import { auditSentences } from "./audit-sentences.ts";

function sentences(
  counts: { readonly [sex: string]: readonly [selected: number, of: number] },
  change: Partial<AuditSettings> = {},
) {
  const groups = Object.entries(counts);
  const cube: DecisionCube = {
    dimensions: [
      { name: "sex", role: "attribute", values: groups.map(([sex]) => sex) },
      { name: "decision", role: "decision", values: ["0", "1"] },
    ],
    codes: [Int32Array.from(groups.flatMap((_, g) => [g, g])), Int32Array.from(groups.flatMap(() => [0, 1]))],
    n: Float64Array.from(groups.flatMap(([, [selected, of]]) => [of - selected, selected])),
    sums: {},
    scores: { kind: "none" },
    positiveLabel: "1",
  };
  const settings: AuditSettings = {
    attributes: ["sex"],
    rule: { kind: "decision", favourable: "1" },
    seed: 1,
    disparities: ["demographicParityDifference"],
  };
  return auditSentences(auditCube(cube, { ...settings, ...change }));
}

test("whole people of a hundred where they tell it, and add up", () => {
  expect(sentences({ female: [80, 1000], male: [260, 1000] })[0]).toMatch(
    /^Of 100 women 8 were selected, of 100 men 26 \(difference 18 points, 95 % interval 15 to 21, n = 2000, p < 0\.001 /,
  );
  expect(sentences({ f: [183, 1000], m: [326, 1000] })[0]).toMatch(
    /women 18\.3 .* men 32\.6 \(difference 14\.3 points/,
  );
  expect(sentences({ a: [1, 1000], b: [9, 1000] })[0]).toMatch(
    /with sex a 0\.1 .* with sex b 0\.9 \(difference 0\.8 points/,
  );
});

test("against a reference or all, with its sign", () => {
  const counts = { f: [80, 1000], m: [260, 1000] } as const;
  const named = { comparison: "to-reference", reference: { kind: "named", group: { sex: "m" } } } as const;
  expect(sentences(counts, named)[0]).toMatch(
    /women 8 were selected, of 100 men 26 \(difference −18 points, 95 % interval −21 to −15/,
  );
  expect(sentences(counts, { comparison: "to-overall" })[0]).toMatch(/of 100 of all 17 \(difference 9 points/);
});

test("what cannot be compared says why", () => {
  expect(sentences({ f: [1, 3] })).toEqual(["By sex nothing can be compared: fewer than two groups."]);
});

test("of a regression, how far outcomes lay from what was foretold", () => {
  const draft = draftCube({ attributes: ["race"], task: { kind: "regression" }, scores: "given", weights: "none" });
  for (let k = 0; k < 200; k++) {
    const isA = k % 2 === 0;
    addDecision(draft, {
      values: { race: isA ? "a" : "b" },
      score: 50,
      label: 50 + (isA ? -3 : 4) + ((k >> 1) % 3) - 1,
    });
  }
  const audit = auditCube(cubeOfDraft(draft), {
    attributes: ["race"],
    rule: { kind: "decision", favourable: "1" },
    seed: 1,
  });
  expect(auditSentences(audit)[0]).toMatch(
    /^Of those with race a the outcome lay on average 3\.01 below what was foretold, of those with race b 3\.99 above \(difference 7, 95 % interval 6\.\d+ to 7\.\d+, n = 200, p < 0\.001 /,
  );
});

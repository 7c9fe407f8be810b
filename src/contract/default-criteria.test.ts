import { expect, test } from "vitest";
import { defaultScale } from "../engine/scoring/default-scale.ts";
import { defaultImpactCriteria, defaultLikelihoodCriteria } from "./default-criteria.ts";
import { impactKinds } from "./impact-kinds.ts";

test("every level of the default scale has its criterion, of impact one for each kind", () => {
  expect(defaultLikelihoodCriteria).toHaveLength(defaultScale.likelihood.length);
  expect(defaultImpactCriteria).toHaveLength(defaultScale.impact.length);
  for (const criteria of defaultImpactCriteria) expect(Object.keys(criteria)).toEqual([...impactKinds]);
});

test("no two levels share a criterion", () => {
  const sentences = [...defaultLikelihoodCriteria, ...defaultImpactCriteria.flatMap((kinds) => Object.values(kinds))];
  expect(new Set(sentences).size).toBe(sentences.length);
});

test("the amounts in words are the bounds of the scale", () => {
  const words = defaultImpactCriteria.map(({ money }) => money);
  for (const [index, { from }] of defaultScale.impact.entries()) {
    if (from === 0) continue;
    const amount = from.toLocaleString("en-US");
    expect(words[index]).toContain(amount);
    expect(words[index - 1]).toContain(amount);
  }
});

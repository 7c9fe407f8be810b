import { expect, it } from "vitest";
import type { Study } from "../study.ts";
import { computeStudy } from "./compute-study.ts";
import { weighByPairs } from "./weigh-by-pairs.ts";

const options = { seed: 1, randomIndex: "alonso-lamata" } as const;
const judgement = { left: "a", right: "b", ratio: 3 };
const pairs = (items: string[]): Study => ({
  id: "s",
  name: "S",
  kind: "ahp",
  document: { items, judgements: [judgement] },
});

it("computes as the function of the kind does, with its options", () => {
  const found = computeStudy(pairs(["a", "b"]), options);
  expect(found).toEqual({
    kind: "ahp",
    report: weighByPairs({ items: ["a", "b"], judgements: [judgement] }, { table: "alonso-lamata", seed: 1 }),
    reason: null,
  });
});

it("says what a study lacks instead of a report", () => {
  const { report, reason } = computeStudy(pairs(["a", "b", "c"]), options);
  expect([report, reason]).toEqual([null, expect.stringContaining("c")]);
  const weigh: Study = {
    id: "w",
    name: "W",
    kind: "weigh",
    document: {
      levels: { likelihood: 5, impact: 5 },
      score: "product",
      dimensions: [{ id: "d" }],
      weightings: [{ version: "1", weights: { d: 1 }, aggregate: "additive" }],
      scenarios: [{ id: "s", ratings: { d: 3 } }],
      wobble: { concentration: 50, rating: 0.2 },
    },
  };
  expect(computeStudy(weigh, options).report).not.toBeNull();
  expect(computeStudy(weigh, { ...options, weights: "2" }).reason).toBe("no weights of version 2; ask for one of 1");
});

it("hides no fault of the program behind a reason", () => {
  const broken = { ...pairs(["a", "b"]), document: null } as unknown as Study;
  expect(() => computeStudy(broken, options)).toThrow(TypeError);
});

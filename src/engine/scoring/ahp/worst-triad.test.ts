import { expect, test } from "vitest";
import { comparisonMatrix } from "./comparison-matrix.ts";
import { priorities } from "./priorities.ts";
import { worstTriad } from "./worst-triad.ts";

const judgements = [
  { left: "a", right: "b", ratio: 2 },
  { left: "b", right: "c", ratio: 2 },
  { left: "c", right: "d", ratio: 2 },
  { left: "a", right: "c", ratio: 4 },
  { left: "b", right: "d", ratio: 4 },
  { left: "a", right: "d", ratio: 1 / 8 },
];
const items = ["a", "b", "c", "d"];

test("a judgement turned upside down is found, and what would mend it is near what the others imply", () => {
  const { worstTriad: worst, weights, consistencyRatio } = priorities(items, judgements, { method: "geometric-mean" });
  expect(worst).toMatchObject({ mend: { left: "a", right: "d", from: 1 / 8 } });
  expect(worst!.mend.to).toBeCloseTo(weights[0]!.weight / weights[3]!.weight, 12);
  const mended = judgements.map((one) => (one.left === "a" && one.right === "d" ? { ...one, ratio: 8 } : one));
  expect(priorities(items, mended).consistencyRatio).toBeLessThan(consistencyRatio);
  expect(priorities(items, mended).worstTriad).toBeNull();
});

test("pairs that nobody compared make no triad", () => {
  const chain = comparisonMatrix(items, judgements.slice(0, 3));
  expect(worstTriad(chain, [8 / 15, 4 / 15, 2 / 15, 1 / 15])).toBeNull();
});

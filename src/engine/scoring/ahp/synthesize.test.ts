import { expect, test } from "vitest";
import { comparisonMatrix } from "./comparison-matrix.ts";
import { synthesize } from "./synthesize.ts";

const people = ["tom", "dick", "harry"];
const compared = (items: readonly string[], upper: readonly number[]) => {
  let k = 0;
  return comparisonMatrix(
    items,
    items.flatMap((left, i) => items.slice(i + 1).map((right) => ({ left, right, ratio: upper[k++]! }))),
  );
};
const leaf = (id: string, upper: readonly number[]) => ({ id, comparisons: compared(people, upper), children: [] });
const leader = {
  id: "leader",
  comparisons: compared(["experience", "education", "charisma", "age"], [4, 3, 7, 1 / 3, 3, 5]),
  children: [
    leaf("experience", [1 / 4, 4, 9]),
    leaf("education", [3, 1 / 5, 1 / 7]),
    leaf("charisma", [5, 9, 4]),
    leaf("age", [1 / 3, 5, 9]),
  ],
};

test("the published choice of a leader", () => {
  const { weights, criteria, rankReversal } = synthesize(leader, "distributive");
  // Published to three digits, of which the last was rounded so that they add up.
  for (const [i, published] of [0.358, 0.493, 0.15].entries())
    expect(Math.abs(weights[i]!.weight - published)).toBeLessThan(0.001);
  expect(criteria.map(({ id, under }) => [id, under.length])).toEqual([
    ["leader", 0],
    ["experience", 1],
    ["education", 1],
    ["charisma", 1],
    ["age", 1],
  ]);
  expect(criteria.slice(1).map(({ globalWeight }) => Number(globalWeight.toFixed(6)))).toEqual([
    0.547569, 0.126555, 0.26995, 0.055926,
  ]);
  expect(rankReversal.orders).toBe("agree");
});

test("a criterion parted in two alike changes nothing", () => {
  const parted = {
    ...leader,
    children: leader.children.map((child, k) =>
      k === 0
        ? {
            id: "experience",
            comparisons: compared(["early", "late"], [2]),
            children: [leaf("early", [1 / 4, 4, 9]), leaf("late", [1 / 4, 4, 9])],
          }
        : child,
    ),
  };
  for (const mode of ["distributive", "ideal"] as const) {
    const [one, other] = [synthesize(leader, mode), synthesize(parted, mode)];
    for (const [i, { weight }] of one.weights.entries()) expect(other.weights[i]!.weight).toBeCloseTo(weight, 12);
  }
});

test("where distributive and ideal adding up order differently, it is said", () => {
  const from = (weights: readonly number[]) =>
    weights.flatMap((one, i) => weights.slice(i + 1).map((two) => one / two));
  // Under x harry is far ahead, so that distributive weights leave little to tell tom from dick by.
  const children = [leaf("x", from([0.08, 0.02, 0.9])), leaf("y", from([0.3, 0.36, 0.34]))];
  const goal = { id: "goal", comparisons: compared(["x", "y"], [0.6 / 0.4]), children };
  expect(synthesize(goal, "distributive").rankReversal).toEqual({
    distributive: ["harry", "tom", "dick"],
    ideal: ["harry", "dick", "tom"],
    orders: "differ",
  });
  const ideal = synthesize(goal, "ideal").weights.map(({ weight }) => weight);
  expect(ideal[1]! / ideal[0]!).toBeCloseTo((0.6 * (0.02 / 0.9) + 0.4) / (0.6 * (0.08 / 0.9) + 0.4 * (0.3 / 0.36)), 10);
});

test.each([
  [{ ...leader, children: leader.children.slice().reverse() }, /criterion age not compared under leader/],
  [
    {
      ...leader,
      children: [leader.children[0]!, { id: "education", comparisons: compared(["x", "y"], [1]), children: [] }],
    },
    /items compared under education differ/,
  ],
])("refuses a tree whose comparisons do not fit it", (goal, message) => {
  expect(() => synthesize(goal, "distributive")).toThrow(message);
});

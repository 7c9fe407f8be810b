import fc from "fast-check";
import { expect, test } from "vitest";
import { comparisonMatrix } from "./comparison-matrix.ts";
import type { Judgement } from "./judgement.ts";
import { priorities, prioritiesOf } from "./priorities.ts";

/** Rows of the upper triangle, as textbooks print them. */
function upper(...rows: readonly (readonly number[])[]): { items: string[]; judgements: Judgement[] } {
  const items = Array.from({ length: rows.length + 1 }, (_, i) => `i${i}`);
  const judgements = rows.flatMap((row, i) =>
    row.map((ratio, k) => ({ left: items[i]!, right: items[i + k + 1]!, ratio })),
  );
  return { items, judgements };
}

const [third, quarter, fifth, sixth, seventh, eighth, ninth] = [1 / 3, 1 / 4, 1 / 5, 1 / 6, 1 / 7, 1 / 8, 1 / 9];

test.each([
  {
    name: "Saaty's drinks",
    rows: [
      [9, 5, 2, 1, 1, 0.5],
      [third, ninth, ninth, ninth, ninth],
      [third, quarter, third, ninth],
      [0.5, 1, third],
      [2, 0.5],
      [third],
    ],
    weights: [0.177457, 0.019149, 0.041831, 0.116417, 0.189572, 0.128781, 0.326793],
    lambda: 7.176629,
    table: "saaty-2005",
    ratio: 0.022,
  },
  {
    name: "criteria of a leader",
    rows: [[4, 3, 7], [third, 3], [5]],
    weights: [0.547569, 0.126555, 0.26995, 0.055926],
    lambda: 4.118418,
    table: "saaty-2005",
    ratio: 0.0444,
  },
  {
    name: "experience of a leader",
    rows: [[quarter, 4], [9]],
    weights: [0.217166, 0.717065, 0.065769],
    lambda: 3.0368955408,
    table: "saaty-2005",
    ratio: 0.0355,
  },
  {
    name: "criteria of a house",
    rows: [
      [5, 3, 7, 6, 6, third, quarter],
      [third, 5, 3, 3, fifth, seventh],
      [6, 3, 4, 6, fifth],
      [third, quarter, seventh, eighth],
      [0.5, fifth, sixth],
      [fifth, sixth],
      [0.5],
    ],
    weights: [0.173017, 0.053976, 0.18811, 0.017508, 0.031044, 0.036322, 0.166834, 0.333189],
    lambda: 9.668887,
    table: "saaty-1980",
    ratio: 0.1691,
  },
] as const)(
  "weights of $name agree with the published ones to six decimals",
  ({ rows, weights, lambda, table, ratio }) => {
    const { items, judgements } = upper(...rows);
    const found = priorities(items, judgements, { table });
    expect(found.weights.map(({ weight }) => Number(weight.toFixed(6)))).toEqual(weights);
    expect(found.lambdaMax).toBeCloseTo(lambda, 6);
    expect(found.consistencyRatio).toBeCloseTo(ratio, ratio === 0.022 ? 3 : 4);
  },
);

test("a circle of three is as inconsistent as it can be, and every weight a third", () => {
  const { items, judgements } = upper([9, ninth], [9]);
  const found = priorities(items, judgements);
  expect(found.lambdaMax).toBeCloseTo(10.111111, 6);
  expect(found.consistencyIndex).toBeCloseTo(3.555556, 6);
  for (const { weight } of found.weights) expect(weight).toBeCloseTo(1 / 3, 12);
  expect(found.worstTriad).toMatchObject({ items: ["i0", "i1", "i2"] });
  expect(found.worstTriad!.product).toBeCloseTo(729, 9);
});

test("incomplete judgements: Harker and least squares agree on the published example", () => {
  const judgements = [
    { left: "a", right: "b", ratio: 2 },
    { left: "a", right: "c", ratio: 4 },
    { left: "b", right: "d", ratio: 3 },
    { left: "c", right: "d", ratio: 1 },
  ];
  const items = ["a", "b", "c", "d"];
  for (const method of ["eigenvector", "geometric-mean"] as const) {
    const found = priorities(items, judgements, { method });
    expect(found.weights.map(({ weight }) => Number(weight.toFixed(6)))).toEqual([
      0.504193, 0.278991, 0.113898, 0.102918,
    ]);
    expect(found.lambdaMax).toBeCloseTo(4.010284, 6);
    expect(found).toMatchObject({ missing: 2, randomIndex: { table: "simulated" }, geometricConsistencyIndex: null });
    expect(found.randomIndex.value).toBeGreaterThan(0);
    expect(found.randomIndex.value).toBeLessThan(0.8815);
  }
});

test("judgements that follow from weights give those weights back, however few or many there are", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 }),
      fc.array(fc.boolean(), { minLength: 36, maxLength: 36 }),
      fc.constantFrom("eigenvector" as const, "geometric-mean" as const),
      (raw, asked, method) => {
        const items = raw.map((_, i) => `i${i}`);
        let pair = 0;
        const judgements = items.flatMap((left, i) =>
          items.slice(i + 1).flatMap((right, k) =>
            // A chain is always asked, so that the items hang together.
            k === 0 || asked[pair++ % asked.length] ? [{ left, right, ratio: raw[i]! / raw[i + k + 1]! }] : [],
          ),
        );
        const found = priorities(items, judgements, { method });
        const sum = raw.reduce((total, weight) => total + weight, 0);
        for (const [i, { weight }] of found.weights.entries()) expect(weight).toBeCloseTo(raw[i]! / sum, 9);
        expect(found.consistencyIndex).toBeCloseTo(0, 9);
        expect(found.worstTriad).toBeNull();
      },
    ),
    { numRuns: 60 },
  );
});

test("neither the order of judgements nor which side is left, nor names, move a weight", () => {
  const scale = [1, 2, 3, 5, 7, 9, 1 / 2, 1 / 4, 1 / 6, 1 / 8];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...scale), { minLength: 10, maxLength: 10 }), fc.nat(), (ratios, turn) => {
      const { items, judgements } = upper(ratios.slice(0, 4), ratios.slice(4, 7), ratios.slice(7, 9), ratios.slice(9));
      const plain = priorities(items, judgements);
      const turned = judgements.map(({ left, right, ratio }) => ({ left: right, right: left, ratio: 1 / ratio }));
      const moved = [...turned.slice(turn % 10), ...turned.slice(0, turn % 10)];
      const rotated = [...items.slice(turn % 5), ...items.slice(0, turn % 5)];
      const again = priorities(rotated, moved);
      for (const { id, weight } of plain.weights)
        expect(again.weights.find((other) => other.id === id)!.weight).toBeCloseTo(weight, 12);
      expect(again.lambdaMax).toBeCloseTo(plain.lambdaMax, 10);
    }),
    { numRuns: 40 },
  );
});

test("two hundred items on a chain of judgements are weighed", () => {
  const items = Array.from({ length: 200 }, (_, i) => `i${i}`);
  const chain = items.slice(1).map((right, i) => ({ left: items[i]!, right, ratio: i % 2 === 0 ? 2 : 0.5 }));
  const circle = [...chain, { left: "i199", right: "i0", ratio: 5 }];
  expect(priorities(items, chain)).toMatchObject({
    consistencyRatio: 0,
    randomIndex: { table: "simulated", value: 0 },
  });
  const found = priorities(items, circle);
  expect(found.lambdaMax).toBeGreaterThan(200);
  expect(found.weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  expect(Math.min(...found.weights.map(({ weight }) => weight))).toBeGreaterThan(0);
});

test("one item weighs everything", () => {
  expect(priorities(["only"], [])).toMatchObject({
    weights: [{ id: "only", weight: 1 }],
    lambdaMax: 1,
    consistencyIndex: 0,
    consistencyRatio: 0,
    randomIndex: { table: "alonso-lamata", value: 0 },
    worstTriad: null,
  });
});

test("the eigenvalue's vector solves the equation", () => {
  const { items, judgements } = upper([9, 5, 2], [third, 7], [eighth]);
  const matrix = comparisonMatrix(items, judgements);
  const { weights, lambdaMax } = prioritiesOf(matrix);
  for (const [i, row] of matrix.ratios.entries()) {
    const product = row.reduce<number>((sum, ratio, j) => sum + ratio! * weights[j]!.weight, 0);
    expect(product / (lambdaMax * weights[i]!.weight)).toBeCloseTo(1, 12);
  }
});

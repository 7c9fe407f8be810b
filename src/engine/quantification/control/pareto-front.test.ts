import fc from "fast-check";
import { expect, test } from "vitest";
import { paretoFront } from "./pareto-front.ts";

test("those that none beats, found as by comparing each with all", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { maxLength: 40 }),
      (pairs) => {
        const front = paretoFront(pairs.keys(), { cost: (k) => pairs[k]![0], measure: (k) => pairs[k]![1] });
        const beaten = (k: number) =>
          pairs.some(
            ([cost, measure], j) =>
              cost <= pairs[k]![0] &&
              measure <= pairs[k]![1] &&
              (cost < pairs[k]![0] || measure < pairs[k]![1] || j < k),
          );
        const expected = [...pairs.keys()].filter((k) => !beaten(k)).sort((a, b) => pairs[a]![0] - pairs[b]![0]);
        expect(front.map(({ set }) => set)).toEqual(expected);
      },
    ),
  );
});

test("what differs by rounding alone is the same", () => {
  const measures = [0.3, 0.1 + 0.2, 0.3 - 1e-15];
  const front = paretoFront([0, 1, 2], { cost: (k) => k, measure: (k) => measures[k]! });
  expect(front.map(({ set }) => set)).toEqual([0]);
});

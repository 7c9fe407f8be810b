import fc from "fast-check";
import { expect, test } from "vitest";
import { knapsackBound } from "./knapsack-bound.ts";
import { membersOfSet } from "./sets-by-size.ts";

const candidate = fc.record({ cost: fc.integer({ min: 0, max: 9 }), reduction: fc.integer({ min: 0, max: 20 }) });

test("no whole set within the budget brings more; with money for all it is the sum", () => {
  fc.assert(
    fc.property(fc.array(candidate, { maxLength: 8 }), fc.integer({ min: 0, max: 40 }), (candidates, budget) => {
      const bound = knapsackBound(candidates, budget);
      for (let set = 0; set < 2 ** candidates.length; set++) {
        const members = membersOfSet(set).map((k) => candidates[k]!);
        const cost = members.reduce((sum, one) => sum + one.cost, 0);
        const reduction = members.reduce((sum, one) => sum + one.reduction, 0);
        if (cost <= budget) expect(reduction).toBeLessThanOrEqual(bound + 1e-9);
      }
      const all = candidates.reduce((sum, { reduction }) => sum + reduction, 0);
      expect(knapsackBound(candidates, Infinity)).toBe(all);
    }),
  );
});

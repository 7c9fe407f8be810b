import fc from "fast-check";
import { expect, test } from "vitest";
import { winnerStability } from "./winner-stability.ts";

test("inside the interval the winner stays, just outside another comes first", () => {
  const share = fc.double({ min: 0.01, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(share, { minLength: 3, maxLength: 3 }),
      fc.array(fc.array(share, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 }),
      (raw, scores) => {
        const sum = raw.reduce((total, weight) => total + weight, 0);
        const weights = raw.map((weight) => weight / sum);
        const items = ["a", "b", "c", "d"];
        const winnerAt = (k: number, weight: number) => {
          const changed = weights.map((one, other) =>
            other === k ? weight : (one * (1 - weight)) / (1 - weights[k]!),
          );
          const totals = items.map((_, i) => changed.reduce((total, one, c) => total + one * scores[c]![i]!, 0));
          return items[totals.indexOf(Math.max(...totals))]!;
        };
        const found = winnerStability({ criteria: ["x", "y", "z"], items, weights, scores });
        for (const [k, { low, high, below, above, weight }] of found.entries()) {
          const winner = winnerAt(k, weight);
          expect(low <= weight && weight <= high).toBe(true);
          if (high - low > 1e-6) expect(winnerAt(k, (low + high) / 2)).toBe(winner);
          if (below !== null && low > 1e-6) expect(winnerAt(k, low - 1e-7)).not.toBe(winner);
          if (above !== null && high < 1 - 1e-6) expect(winnerAt(k, high + 1e-7)).not.toBe(winner);
          if (below === null) expect(low).toBe(0);
          if (above === null) expect(high).toBe(1);
        }
      },
    ),
    { numRuns: 60 },
  );
});

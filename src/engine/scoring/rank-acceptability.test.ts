import fc from "fast-check";
import { expect, test } from "vitest";
import { rankAcceptability } from "./rank-acceptability.ts";

test("every rank and every item is given out wholly, ties or not", () => {
  const score = fc.integer({ min: 0, max: 3 });
  fc.assert(
    fc.property(
      fc.array(fc.array(score, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 20 }),
      (samples) => {
        const shares = rankAcceptability(samples);
        for (let k = 0; k < 4; k++) {
          expect(shares[k]!.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
          expect(shares.reduce((sum, row) => sum + row[k]!, 0)).toBeCloseTo(1, 12);
        }
      },
    ),
  );
});

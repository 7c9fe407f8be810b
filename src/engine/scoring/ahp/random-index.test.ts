import { expect, test } from "vitest";
import { comparisonMatrix } from "./comparison-matrix.ts";
import { incompleteRandomIndex } from "./incomplete-random-index.ts";
import { RANDOM_INDEX_TABLES, randomIndex } from "./random-index.ts";

function complete(n: number) {
  const items = Array.from({ length: n }, (_, i) => `i${i}`);
  const judgements = items.flatMap((left, i) => items.slice(i + 1).map((right) => ({ left, right, ratio: 1 })));
  return comparisonMatrix(items, judgements);
}

test.each([3, 4, 5, 6, 7, 8])(
  "random matrices of %i items agree with Alonso and Lamata, not with Donegan and Dodd",
  (n) => {
    const values = [1, 2, 3, 4].map((seed) => incompleteRandomIndex(complete(n), seed).value);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    // Standard deviation of one consistency index is below 0.71 for every n here.
    const error = 0.71 / Math.sqrt(4000);
    expect(Math.abs(mean - randomIndex(n).value)).toBeLessThan(3.5 * error);
    if (n > 3) expect(mean - randomIndex(n, "donegan-dodd").value).toBeGreaterThan(2 * error);
  },
);

test("every table rises with the number of items but for Saaty's misprint of 12", () => {
  for (const table of RANDOM_INDEX_TABLES)
    for (let n = 3; n < 15; n++) {
      const rises = randomIndex(n + 1, table).value > randomIndex(n, table).value;
      expect(rises).toBe(!(table === "saaty-1980" && n === 11));
    }
});

test("above fifteen items the regression goes on where the table ends", () => {
  expect(randomIndex(16)).toMatchObject({ table: "alonso-lamata-regression" });
  expect(randomIndex(16).value).toBeCloseTo(1.5978, 2);
  expect(randomIndex(200, "saaty-1980").table).toBe("alonso-lamata-regression");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { kendallConcordance } from "./kendall-concordance.ts";

test("the textbook's three judges of six: W and its χ² probability", () => {
  // Siegel and Castellan 1988: three executives rank six applicants.
  const ranks = [
    [1, 6, 3, 2, 5, 4],
    [1, 5, 6, 4, 2, 3],
    [6, 3, 2, 5, 4, 1],
  ];
  const found = kendallConcordance(ranks.map((list) => list.map((rank) => -rank)))!;
  expect(found.kendallW).toBeCloseTo(0.16, 2);
});

test("people who are of one mind have 1, two who are of opposite minds 0", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 8 }), (list) => {
      expect(kendallConcordance([list, list, list])!.kendallW).toBeCloseTo(1, 12);
      const opposite = kendallConcordance([list, list.map((score) => -score)])!;
      expect(opposite.kendallW).toBeCloseTo(0, 12);
      expect(opposite.pValue).toBeCloseTo(1, 12);
    }),
  );
});

test("of two people W is half of Spearman's correlation plus a half, with ties too", () => {
  const [one, other] = [
    [1, 1, 2, 3, 3, 5],
    [2, 1, 1, 4, 6, 6],
  ];
  // Spearman's correlation of these, from SciPy 1.17 spearmanr: 0.818181818181818.
  expect(kendallConcordance([one!, other!])!.kendallW).toBeCloseTo((1 + 0.818181818181818) / 2, 10);
});

test("nobody who tells things apart, one person, one thing: nothing to agree on", () => {
  expect(
    kendallConcordance([
      [1, 1],
      [2, 2],
    ]),
  ).toBeNull();
  expect(kendallConcordance([[1, 2]])).toBeNull();
  expect(kendallConcordance([[1], [2]])).toBeNull();
});

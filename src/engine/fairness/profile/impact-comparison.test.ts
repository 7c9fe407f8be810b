import { expect, test } from "vitest";
import { impactComparison } from "./impact-comparison.ts";

const people = (selected: number, applicants: number) => ({ selected, applicants, effective: applicants });

test("weights of one size change amounts, not what is certain", () => {
  const plain = impactComparison(people(30, 90), people(48, 80));
  const doubled = impactComparison(
    { selected: 60, applicants: 180, effective: 90 },
    { selected: 96, applicants: 160, effective: 80 },
  );
  expect(doubled.shortfall).toBeCloseTo(2 * plain.shortfall, 12);
  for (const key of ["impactRatio", "low", "high", "z", "hypergeometricSd", "fisherTwoSided", "midLess"] as const)
    expect(doubled[key], key).toBeCloseTo(plain[key]!, 12);
  expect(doubled).toMatchObject({
    fourFifths: "below",
    statistics: "significant",
    decidedBy: "two-standard-deviations",
  });
});

test("unequal weights make fewer rows of them: wider, less certain", () => {
  const plain = impactComparison(people(30, 90), people(48, 80));
  const unequal = impactComparison({ selected: 30, applicants: 90, effective: 41.3 }, people(48, 80));
  expect(unequal.impactRatio).toBe(plain.impactRatio);
  expect(unequal.low).toBeLessThan(plain.low);
  expect(unequal.high).toBeGreaterThan(plain.high);
  expect(unequal.fisherTwoSided).toBeGreaterThan(plain.fisherTwoSided);
});

test("a weighted ratio of exactly four fifths is not below, whatever its sums rounded to", () => {
  const reference = { selected: 0.1 + 0.2, applicants: 0.6, effective: 5.5 };
  const group = { selected: 0.4 * 0.3, applicants: 0.3, effective: 4.5 };
  expect(impactComparison(group, reference).fourFifths).toBe("not-below");
});

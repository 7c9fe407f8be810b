import { expect, test } from "vitest";
import { auditHead, verdictsFinding } from "./audit-head.ts";

const bySex = "Of 100 women 18 were selected, of 100 men 33 (difference 15 points, 95 % interval 10 to 18, n = 9).";
const byRace =
  "Of 100 with race (a) 20 were selected, of 100 with race (missing) 28 (difference 8 points, no interval, too few rows, n = 9).";
const outside = (...attributes: string[]) => ({ verdict: "outside", attributes }) as never;

test("the attribute outside its limit comes first, its figures after its people", () => {
  const head = (verdicts: never[]) =>
    auditHead({ sentences: [bySex, byRace], verdicts, mapping: { protected: ["sex", "race"] } });
  expect(head([])).toEqual({
    sentence: "Of 100 women 18 were selected, of 100 men 33.",
    evidence: "Difference 15 points, 95 % interval 10 to 18, n = 9.",
    others: [byRace],
  });
  expect(head([outside("race")]).sentence).toBe(
    "Of 100 with race (a) 20 were selected, of 100 with race (missing) 28.",
  );
  expect(head([outside("sex", "race")]).others).toEqual([byRace]);
  const more = auditHead({
    sentences: [bySex, byRace, "Among likes it holds."],
    verdicts: [outside("race")],
    mapping: { protected: ["sex", "race"] },
  });
  expect(more.others).toEqual([bySex, "Among likes it holds."]);
});

test("a sentence of another make is said as it is, and none is none", () => {
  const odd = "By sex nothing can be compared: single group.";
  expect(auditHead({ sentences: [odd], verdicts: [], mapping: { protected: ["sex"] } })).toEqual({
    sentence: odd,
    evidence: null,
    others: [],
  });
  expect(auditHead({ sentences: [], verdicts: [], mapping: {} }).sentence).toBeNull();
});

test("verdicts are counted, gravest first", () => {
  expect(verdictsFinding([])).toBe("Held against no limit");
  expect(
    verdictsFinding([
      { verdict: "within" },
      { verdict: "outside" },
      { verdict: "within" },
      { verdict: "not-enough-evidence" },
    ]),
  ).toBe("One outside, one undecided, two within");
});

import { expect, test } from "vitest";
import { overviewAnswer } from "../../../test/fixture-portfolio/portfolio-answers.ts";
import type { Overview } from "../../contract/heat-map.ts";
import { annualLossChange, coverageSentence, nextDeadlineSentence, overLineChange } from "./overview-sentences.ts";

const today = "2026-11-21";
const read = (part: Partial<Overview>) => ({ ...overviewAnswer, ...part });
const text = ({ lead, rest }: { lead: string; rest: string }) => lead + rest;

test("who went over and who came back", () => {
  const over = (part: Partial<Overview["overAppetite"]>) =>
    text(overLineChange(read({ overAppetite: { ...overviewAnswer.overAppetite, ...part } }), today));
  expect(over({})).toBe("+1 since 31 Oct: two over, one back");
  expect(over({ now: 5, before: 5, wentOver: 1, cameBack: 1 })).toBe("±0 since 31 Oct: one over, one back");
  expect(over({ now: 5, before: 5, wentOver: 0, cameBack: 0 })).toBe("No change since 31 Oct");
  expect(over({ before: null })).toBe("nothing earlier is recorded to compare with");
});

test("how a year's loss moved, and what it leaves out", () => {
  expect(text(annualLossChange(overviewAnswer, today))).toBe("+€1.2m and +€2.5m since 31 Oct");
  expect(text(annualLossChange(read({ rated: 41 }), today))).toMatch(/; 2 rated risks not in money$/);
  expect(text(annualLossChange(read({ annualLoss: null }), today))).toMatch(/^Not in money yet/);
  const first = { ...overviewAnswer.annualLoss!, expectedBefore: null, oneYearInTwentyBefore: null };
  expect(text(annualLossChange(read({ annualLoss: first }), today))).toBe("39 risks in money");
});

test("which deadline comes next", () => {
  expect(text(nextDeadlineSentence(overviewAnswer, today))).toBe("High-risk duties unmet, tomorrow, Jonas Weber");
  expect(text(nextDeadlineSentence(read({ deadlines: { overdue: 0, next: null } }), today))).toBe(
    "No plan has a deadline",
  );
});

test("which systems wait for an assessment, the longest first", () => {
  expect(text(coverageSentence(overviewAnswer, today))).toBe("4 to assess: Document OCR 131 days");
  expect(text(coverageSentence(read({ coverage: { fresh: 12, stale: [] } }), today))).toBe(
    "Every system was assessed within its review period",
  );
  const never = { fresh: 11, stale: [{ id: "churn", name: "Churn model", since: null }] };
  expect(text(coverageSentence(read({ coverage: never }), today))).toBe("1 to assess: 1 never assessed");
});

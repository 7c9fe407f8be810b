import { expect, test } from "vitest";
import type { WorkshopDetail } from "../../contract/workshop.ts";
import { agreementNote, agreementSentence, outcomeSentence, spreadSentence } from "./vote-words.ts";

const at = "2026-11-20T09:00:00Z";
const vote = (by: string, risk: string) => ({ by, risk, likelihood: 3, impact: 3, at });
const detail = (part: Partial<WorkshopDetail> = {}, risks = ["a", "b", "c"]): WorkshopDetail => ({
  workshop: {
    id: "w",
    name: "Spring",
    facilitator: "ann",
    participants: ["ann", "ben"],
    risks,
    state: "revealed",
    on: "2026-11-20",
  },
  version: 3,
  droppedOn: null,
  risks: risks.map((id) => ({
    id,
    name: id.toUpperCase(),
    system: { id: "s", name: "S" },
    cause: null,
    event: "It happens.",
    consequence: null,
    retiredOn: null,
  })),
  votes: ["ann", "ben"].flatMap((by) => risks.map((risk) => vote(by, risk))),
  voted: [],
  spread: [],
  agreement: { kendallW: 0.86, pValue: 0.034 },
  ...part,
});

test("agreement is said in words with its figures, and weak evidence as such", () => {
  expect(agreementSentence(detail())).toBe(
    "Two people put the three risks in much the same order: Kendall’s W 0.86, p 0.03.",
  );
  expect(agreementSentence(detail({ agreement: { kendallW: 0.1, pValue: 0.0002 } }))).toBe(
    "Two people put the three risks in orders that have little in common: Kendall’s W 0.1, p under 0.001.",
  );
  expect(agreementNote(detail({ agreement: { kendallW: 0.5, pValue: 0.25 } }))).toMatch(
    /25\u00a0% of the time.*proves little$/,
  );
  expect(agreementNote(detail({ agreement: { kendallW: 1, pValue: null } }))).toMatch(/chance cannot be ruled out$/);
});

test.each<[string, Partial<WorkshopDetail>, string[]]>([
  ["there is one risk only", {}, ["a"]],
  ["nobody rated every risk", { votes: [vote("ann", "a")] }, ["a", "b"]],
  ["one person alone rated every risk", { votes: [vote("ann", "a"), vote("ann", "b")] }, ["a", "b"]],
  ["nobody tells two risks apart", {}, ["a", "b"]],
])("where agreement is not measured it says why: %s", (why, part, risks) => {
  expect(agreementSentence(detail({ ...part, agreement: null }, risks))).toBe(`Agreement is not measured: ${why}.`);
});

test("a spread names range and median, and where there is none says so", () => {
  const spread = {
    risk: "a",
    likelihood: { median: 3.5, low: 2, high: 5 },
    impact: { median: 3, low: 3, high: 3 },
    outliers: [],
  };
  expect(spreadSentence(spread, 4)).toBe("Four votes: likelihood 2 to 5, median 3.5; impact 3, all the same.");
  expect(spreadSentence(undefined, 0)).toBe("Nobody voted on it.");
  expect(spreadSentence({ ...spread, likelihood: { median: 2, low: 2, high: 2 } }, 3)).toBe(
    "All three votes are the same: likelihood 2, impact 3.",
  );
});

test("the quotable sentence names day, people, agreement and the highest agreed ratings", () => {
  const { workshop } = detail();
  const outcome = [2, 5, 3].map((likelihood, k) => ({
    risk: workshop.risks[k]!,
    likelihood,
    impact: 3,
    assessment: "x",
  }));
  expect(outcomeSentence(detail({ workshop: { ...workshop, state: "closed", outcome } }), "product")).toBe(
    "In the workshop “Spring” of 20 Nov 2026 two people rated three risks blind. " +
      "Two people put the three risks in much the same order: Kendall’s W 0.86, p 0.03. " +
      "Agreed before controls: B 5 × 3 = 15; C 3 × 3 = 9; A 2 × 3 = 6.",
  );
});

import { describe, expect, test } from "vitest";
import type { Risk } from "../../../src/contract/record.ts";
import { workspaceAnswer } from "../../../test/fixture-portfolio/portfolio-answers.ts";
import { assessmentBody, decidingKinds, draftOf, missingIn, placeOf } from "./rating-draft.ts";

const risk: Risk = { id: "late", system: "churn", category: "model", event: "A letter goes out late.", owner: "mara" };
const rated: Risk = { ...risk, inherent: { likelihood: 4, impact: { rights: 5, money: 3 } } };
const judged: Risk = {
  ...rated,
  residual: { likelihood: 2, impact: 3, basis: "judged", by: "mara", reason: "Tested in May.", reviewBy: "2027-03-01" },
};
const now = { today: "2026-11-21", person: "mara" };

describe("placeOf", () => {
  test("the worst kind decides", () => {
    expect(placeOf(draftOf(rated).inherent, workspaceAnswer.scale)).toMatchObject({
      likelihood: 4,
      impact: 5,
      score: 20,
    });
    expect(decidingKinds({ rights: 5, money: 5, people: 2 })).toEqual(["rights", "money"]);
  });

  test("is null while something is not chosen", () => {
    expect(placeOf({ likelihood: 4, impact: null }, workspaceAnswer.scale)).toBeNull();
    expect(placeOf({ likelihood: 4, impact: {} }, workspaceAnswer.scale)).toBeNull();
    expect(placeOf({ likelihood: null, impact: 2 }, workspaceAnswer.scale)).toBeNull();
  });
});

describe("missingIn", () => {
  test("an unrated risk may stay unrated: to confirm that is a judgement too", () => {
    expect(missingIn(draftOf(risk), now)).toEqual([]);
  });

  test("half a rating is not one", () => {
    const draft = { ...draftOf(risk), inherent: { likelihood: 3, impact: null } };
    expect(missingIn(draft, now).map(({ field }) => field)).toEqual(["inherent"]);
  });

  test("a judged residual needs levels, a reason and a review date to come", () => {
    const draft = { ...draftOf(rated), basis: "judged" as const };
    expect(missingIn(draft, now).map(({ field }) => field)).toEqual(["judged", "reason", "reviewBy"]);
    expect(missingIn({ ...draftOf(judged), reviewBy: now.today }, now).map(({ what }) => what)).toEqual([
      "review date 2026-11-21 is not in the future",
    ]);
  });

  test("somebody has to answer for it", () => {
    expect(missingIn(draftOf(rated), { ...now, person: null }).map(({ field }) => field)).toEqual(["person"]);
  });
});

describe("assessmentBody", () => {
  test("sends the levels and, when it is lifted, that the judgement is", () => {
    expect(assessmentBody(draftOf(rated), { risk: rated, person: "mara" })).toEqual({ inherent: rated.inherent });
    expect(assessmentBody({ ...draftOf(judged), basis: "derived" }, { risk: judged, person: "mara" })).toEqual({
      inherent: rated.inherent,
      residual: null,
    });
  });

  test("a judgement is vouched for by who records it now", () => {
    const body = assessmentBody({ ...draftOf(judged), note: " Walkthrough. " }, { risk: judged, person: "jonas" });
    expect(body).toMatchObject({
      residual: { by: "jonas", reason: "Tested in May.", basis: "judged" },
      note: "Walkthrough.",
    });
  });
});

import { expect, test } from "vitest";
import { differsFrom, nextToRate, voteBody, voteDraftOf } from "./vote-draft.ts";

const given = { by: "ann", risk: "a", likelihood: 4, impact: 3, reason: "seen twice", at: "2026-11-20T09:00:00Z" };

test("the worst kind of harm is the impact that is voted", () => {
  const draft = { rating: { likelihood: 2, impact: { rights: 5, money: 3 } }, reason: "  " };
  expect(voteBody(draft)).toEqual({ likelihood: 2, impact: 5 });
  expect(voteBody({ ...draft, rating: { likelihood: 2, impact: {} } })).toBeNull();
  expect(voteBody(voteDraftOf(undefined))).toBeNull();
});

test("a vote that was given and left alone is no change; another level or reason is", () => {
  const draft = voteDraftOf(given);
  expect(voteBody(draft)).toEqual({ likelihood: 4, impact: 3, reason: "seen twice" });
  expect(differsFrom(draft, given)).toBe(false);
  expect(differsFrom({ ...draft, rating: { likelihood: 4, impact: { legal: 3 } } }, given)).toBe(false);
  expect(differsFrom({ ...draft, reason: "" }, given)).toBe(true);
  expect(differsFrom(voteDraftOf(undefined), undefined)).toBe(false);
  expect(differsFrom({ rating: { likelihood: 1, impact: null }, reason: "" }, undefined)).toBe(true);
});

test("after a vote comes the next risk without one, around the end, and nothing once all have one", () => {
  const risks = ["a", "b", "c"];
  expect(nextToRate(risks, 0, new Set(["a", "b"]))).toBe(2);
  expect(nextToRate(risks, 2, new Set(["b", "c"]))).toBe(0);
  expect(nextToRate(risks, 1, new Set(risks))).toBeNull();
});

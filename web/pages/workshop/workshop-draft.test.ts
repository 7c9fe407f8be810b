import { expect, test } from "vitest";
import { mistakesInWorkshop, placeWorkshopRefusal, type WorkshopDraft, workshopBody } from "./workshop-draft.ts";

const draft: WorkshopDraft = {
  name: " Spring ",
  on: "2026-11-21",
  facilitator: "ann",
  participants: ["ann", "ben"],
  risks: [{ id: "a", name: "A" }],
};

test("a whole draft is the body that the API takes", () => {
  expect(mistakesInWorkshop(draft)).toEqual({});
  expect(workshopBody(draft, "spring")).toEqual({
    id: "spring",
    name: "Spring",
    on: "2026-11-21",
    facilitator: "ann",
    participants: ["ann", "ben"],
    risks: ["a"],
  });
});

test("what is missing or too much is said at its field", () => {
  const empty = { name: " ", on: "", facilitator: "", participants: [], risks: [] };
  expect(Object.keys(mistakesInWorkshop(empty))).toEqual(["name", "on", "facilitator", "participants", "risks"]);
  const many = { ...draft, risks: Array.from({ length: 101 }, (_, k) => ({ id: `r${k}`, name: "R" })) };
  expect(mistakesInWorkshop(many)).toEqual({ risks: "101 risks: choose at most 100" });
});

test("a refusal goes to the field it is about, the rest to the whole", () => {
  const problem = { code: "invalid-input", status: 400, detail: "workshop spring" };
  const mistakes = [
    { path: "/risks/0", what: 'risk "a": retired', remedy: "leave it out" },
    { path: "", what: "odd", remedy: "mend it" },
  ];
  expect(placeWorkshopRefusal({ ...problem, mistakes })).toEqual({
    fields: { risks: 'risk "a": retired; leave it out' },
    whole: "odd; mend it",
  });
  expect(placeWorkshopRefusal({ ...problem, remedy: "wait" }).whole).toBe("workshop spring; wait");
});

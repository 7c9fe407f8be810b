import { describe, expect, test } from "vitest";
import { risk } from "../../../src/contract/record.ts";
import {
  emptyRiskDraft,
  idOf,
  mistakesInRisk,
  placeRefusal,
  proposedId,
  type RiskDraft,
  riskBody,
} from "./risk-draft.ts";

const written: RiskDraft = {
  ...emptyRiskDraft,
  name: " Late letters ",
  system: "churn",
  category: "model",
  event: "A letter goes out late.",
  cause: " ",
  consequence: "Customers leave.",
  owner: "mara",
};

describe("proposedId", () => {
  test.each([
    ["Late letters", "late-letters"],
    ["Überzogene Kürzung!", "uberzogene-kurzung"],
    ["Straße & Größe", "strasse-grosse"],
    ["The bank’s 2nd model", "the-banks-2nd-model"],
    ["  --  ", ""],
    ["日本", ""],
  ])("%s gives %s", (name, id) => expect(proposedId(name)).toBe(id));

  test("a long name is cut between words, a long word where it must be", () => {
    expect(proposedId(`${"long ".repeat(20)}`)).toBe(Array(12).fill("long").join("-"));
    expect(proposedId("x".repeat(90))).toBe("x".repeat(60));
  });

  test("whatever it proposes, the server takes", () => {
    for (const name of ["a", "Ärger mit Æther", "1st—2nd", "x".repeat(300), "- a - b -"])
      expect(risk.shape.id.safeParse(proposedId(name)).success, name).toBe(true);
  });
});

test("an id of one's own stands, whatever the name becomes", () => {
  expect(idOf(written)).toBe("late-letters");
  expect(idOf({ ...written, id: "letters" })).toBe("letters");
  expect(idOf({ ...written, id: "" })).toBe("");
});

describe("mistakesInRisk", () => {
  test("names every field that is missing at once", () => {
    expect(Object.keys(mistakesInRisk(emptyRiskDraft))).toEqual(["name", "id", "system", "category", "owner", "event"]);
    expect(mistakesInRisk(written)).toEqual({});
  });

  test("half a rating is not one", () => {
    expect(mistakesInRisk({ ...written, inherent: { likelihood: 3, impact: null } })).toHaveProperty("inherent");
    expect(mistakesInRisk({ ...written, inherent: { likelihood: 3, impact: {} } })).toHaveProperty("inherent");
  });

  test.each(["Late Letters", "late--letters", "-late", "x".repeat(81)])("id %s is not one", (id) =>
    expect(mistakesInRisk({ ...written, id })).toHaveProperty("id"),
  );
});

describe("riskBody", () => {
  test("is a risk that the contract takes, without what was left empty", () => {
    expect(risk.parse(riskBody(written, "2026-11-21"))).toEqual({
      id: "late-letters",
      name: "Late letters",
      system: "churn",
      category: "model",
      event: "A letter goes out late.",
      consequence: "Customers leave.",
      owner: "mara",
    });
  });

  test("a first rating is dated", () => {
    const body = riskBody({ ...written, inherent: { likelihood: 4, impact: { rights: 5 } } }, "2026-11-21");
    expect(risk.parse(body)).toMatchObject({
      inherent: { likelihood: 4, impact: { rights: 5 } },
      assessed: "2026-11-21",
    });
  });
});

describe("placeRefusal", () => {
  const problem = { code: "invalid-input", status: 400, detail: "risk: not valid", remedy: "correct it" };

  test("puts each mistake at its field, the first of a field first", () => {
    const mistakes = [
      { path: "/owner", what: "owner “x”: nobody has it", remedy: "choose one of people" },
      { path: "/inherent/impact", what: "impact 9: no level", remedy: "write 1 to 5" },
      { path: "/inherent/likelihood", what: "likelihood 9: no level", remedy: "write 1 to 5" },
      { path: "", what: "too much", remedy: "write less" },
    ];
    expect(placeRefusal({ ...problem, mistakes })).toEqual({
      fields: { owner: "owner “x”: nobody has it; choose one of people", inherent: "impact 9: no level; write 1 to 5" },
      whole: "too much; write less",
    });
  });

  test("an id that is taken is said at the id, a missing right of the whole", () => {
    expect(placeRefusal({ ...problem, code: "already-exists", status: 409 })).toEqual({
      fields: { id: "risk: not valid; correct it" },
      whole: null,
    });
    expect(placeRefusal({ ...problem, code: "forbidden", status: 403 })).toEqual({
      fields: {},
      whole: "risk: not valid; correct it",
    });
  });
});

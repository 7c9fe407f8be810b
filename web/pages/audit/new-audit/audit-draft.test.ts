import { expect, test } from "vitest";
import { newAudit } from "../../../../src/contract/kept-audit.ts";
import { auditBody } from "./audit-body.ts";
import { type AuditDraft, columnsWith, draftOf, withRole } from "./audit-draft.ts";
import { mistakesInAudit, placeAuditRefusal } from "./audit-mistakes.ts";

const column = (name: string) => ({ name, kind: "text", missing: 0, distinct: 2, values: [] });
const received = {
  id: "d1",
  name: "job_applicants.csv.gz",
  columns: ["sex", "race", "department", "suitable", "advanced", "score"].map(column),
  mapping: {
    protected: ["sex", "race"],
    label: "suitable",
    decision: "advanced",
    score: "score",
    decimal: "." as const,
  },
};
const draft = draftOf(received, { today: "2026-11-21", system: "hiring" });
const change = (part: Partial<AuditDraft>) => ({ ...draft, ...part });

test("a draft says what was guessed, and asks for it", () => {
  expect(draft.name).toBe("Job applicants");
  const body = newAudit.parse(auditBody(draft, received, "keep"));
  expect(body.mapping).toEqual(received.mapping);
  expect(body.settings).toMatchObject({ level: 0.95, dataSeenOn: "2026-11-21", reference: "largest" });
  expect(body.keep).toEqual({ name: "Job applicants", system: "hiring" });
  expect(auditBody(draft, received, "look")).not.toHaveProperty("keep");
  expect(mistakesInAudit(draft, "keep")).toEqual({});
});

test("a role that one column can have moves, one that many can have is given", () => {
  const decided = withRole(change({ favourableDecision: "yes", positiveLabel: "good" }), "suitable", "decision");
  expect(columnsWith(decided, "decision")).toEqual(["suitable"]);
  expect(decided.roles).toMatchObject({ advanced: "none" });
  expect(decided).toMatchObject({ favourableDecision: "", positiveLabel: "" });
  const controlled = withRole(change({ favourableDecision: "yes" }), "department", "control");
  expect(columnsWith(withRole(controlled, "race", "control"), "control")).toEqual(["race", "department"]);
  expect(controlled.favourableDecision).toBe("yes");
});

test("what no longer applies is not asked for", () => {
  const scored = withRole(change({ threshold: "0.5", missing: "?, n/a, ,?" }), "advanced", "none");
  expect(auditBody(scored, received, "look").mapping).toMatchObject({ threshold: 0.5, missing: ["?", "n/a"] });
  expect(auditBody(change({ threshold: "0.5" }), received, "look").mapping).not.toHaveProperty("threshold");
  const named = change({ reference: "named", referenceGroup: { sex: "m", race: "" }, level: "99.5" });
  expect(auditBody(named, received, "look").settings).toMatchObject({ reference: { sex: "m" }, level: 0.995 });
});

test("stages take the place of one favourable decision", () => {
  const staged = auditBody(
    change({ stages: "applied, interviewed, offered", favourableDecision: "1" }),
    received,
    "look",
  );
  expect(staged.mapping).toMatchObject({ stages: ["applied", "interviewed", "offered"] });
  expect(staged.mapping).not.toHaveProperty("favourableDecision");
  expect(auditBody(change({ task: "regression" }), received, "look").mapping).toMatchObject({ task: "regression" });
});

test("mistakes stand beside their fields", () => {
  const limit = {
    key: 1,
    disparity: "demographicParityRatio",
    bound: "four fifths",
    purpose: "p",
    rationale: "",
    approvedBy: "m",
    approvedOn: "2026-03-02",
  };
  const wrong = change({ level: "100", minimumSupport: "1.5", replicates: "9", name: " ", limits: [limit] });
  expect(Object.keys(mistakesInAudit(wrong, "keep")).sort()).toEqual([
    "level",
    "limits.0.bound",
    "limits.0.rationale",
    "minimumSupport",
    "name",
    "replicates",
  ]);
  expect(mistakesInAudit(wrong, "look")).not.toHaveProperty("name");
  expect(mistakesInAudit(change({ roles: {} }), "look").columns).toContain("no protected attribute");
  expect(mistakesInAudit(change({ roles: { sex: "protected" } }), "look").columns).toContain("nothing to measure");
});

test("what the server refuses is placed, and nothing of it is lost", () => {
  const problem = (mistakes: { path: string; what: string; remedy: string }[]) => ({
    code: "invalid-input",
    status: 400,
    detail: "no",
    remedy: "see",
    ...(mistakes.length > 0 && { mistakes }),
  });
  const placed = placeAuditRefusal(
    problem([
      { path: "/mapping/score", what: "scores outside 0 to 1", remedy: "name another" },
      { path: "/limits/0/approvedOn", what: "not a date", remedy: "see /openapi.json for the shape" },
      { path: "/somewhere", what: "odd", remedy: "ask" },
    ]),
  );
  expect(placed.fields).toEqual({
    columns: "scores outside 0 to 1; name another",
    "limits.0.approvedOn": "not a date",
  });
  expect(placed.whole).toBe("odd; ask");
  expect(placeAuditRefusal(problem([]))).toEqual({ fields: {}, whole: "no; see" });
});

test("what is said of an option is said of its field", () => {
  const refused = (what: string, remedy: string) =>
    placeAuditRefusal({
      code: "invalid-input",
      status: 400,
      detail: "a.csv cannot be audited",
      mistakes: [{ path: "", what, remedy }],
    });
  expect(refused('decision stage holds "a", "b"', "say by --favourable-decision which of them is favourable")).toEqual({
    fields: { favourableDecision: 'decision stage holds "a", "b"; say which of them is favourable' },
    whole: null,
  });
  expect(
    refused("no decision was recognised", "name one by --decision, --label or --score; there are a").fields,
  ).toEqual({
    columns: "no decision was recognised; name one; there are a",
  });
  expect(refused("--threshold without a score", "name the column by --score").fields).toEqual({
    threshold: "threshold without a score; name the column",
  });
  const whole = placeAuditRefusal({ code: "invalid-input", status: 400, detail: "no", remedy: "name it by --label" });
  expect(whole.fields).toEqual({ columns: "no; name it" });
});

import { expect, test } from "vitest";
import type { AuditSummary } from "../../../src/contract/kept-audit.ts";
import { auditsFinding } from "./audits-finding.ts";

const audit = (system: string | null, verdicts: Partial<AuditSummary["verdicts"]> = {}): AuditSummary => ({
  id: "a",
  name: "A",
  system,
  risk: null,
  at: "2026-11-02T09:00:00Z",
  by: "mara",
  source: "a.csv",
  rows: 9,
  attributes: ["sex"],
  verdicts: { within: 0, outside: 0, notEnoughEvidence: 0, ...verdicts },
  sentences: [],
  retiredOn: null,
});

test("only the newest audit of a system speaks for it", () => {
  const newer = audit("hiring", { within: 2 });
  const older = audit("hiring", { outside: 1 });
  expect(auditsFinding([newer, older])).toBe("Two audits kept; every judged figure lies within its limit.");
  expect(auditsFinding([older, newer])).toBe("In the newest audit a figure lies outside its limit.");
  expect(auditsFinding([older, audit("credit", { within: 1 })])).toBe(
    "In one of two newest audits a figure lies outside its limit.",
  );
});

test("where all have one outside, that is said", () => {
  const [one, other, third] = ["a", "b", "c"].map((system) => audit(system, { outside: 1 }));
  expect(auditsFinding([one!, other!])).toBe("In both newest audits a figure lies outside its limit.");
  expect(auditsFinding([one!, other!, third!])).toBe("In each of three newest audits a figure lies outside its limit.");
});

test("what is undecided or not judged is said", () => {
  expect(auditsFinding([])).toBe("No audit is kept yet.");
  expect(auditsFinding([audit(null), audit(null)])).toBe(
    "Two audits kept; no limit is drawn that they could be held against.",
  );
  expect(auditsFinding([audit("hiring", { within: 1, notEnoughEvidence: 1 })])).toBe(
    "One audit kept; nothing outside its limit, and not everything can be decided.",
  );
});

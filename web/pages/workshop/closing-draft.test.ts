import { expect, test } from "vitest";
import type { WorkshopDetail } from "../../../src/contract/workshop.ts";
import { agreedOf, readClosing } from "./closing-draft.ts";

const risk = (id: string, retiredOn: string | null = null): WorkshopDetail["risks"][number] => ({
  id,
  name: id.toUpperCase(),
  system: { id: "s", name: "S" },
  cause: null,
  event: "It happens.",
  consequence: null,
  retiredOn,
});
const spread = (id: string, likelihood: number, impact: number): WorkshopDetail["spread"][number] => ({
  risk: id,
  likelihood: { median: likelihood, low: 1, high: 5 },
  impact: { median: impact, low: 1, high: 5 },
  outliers: [],
});

test("medians are proposed; one between two levels, and of no votes, is not decided by the page", () => {
  expect(agreedOf(spread("a", 3, 3.5))).toEqual({ likelihood: 3, impact: null, note: "" });
  expect(agreedOf(undefined)).toEqual({ likelihood: null, impact: null, note: "" });
  expect(agreedOf(spread("a", 3, 3.5), { impact: 4, note: "n" })).toEqual({ likelihood: 3, impact: 4, note: "n" });
});

test("each risk in use has its rating or is named as missing; retired ones are left out", () => {
  const detail = {
    risks: [risk("a"), risk("b"), risk("c", "2026-11-20")],
    spread: [spread("a", 2, 4), spread("c", 1, 1)],
  };
  expect(readClosing(detail, { a: { note: " counted " } })).toEqual({
    body: { ratings: [{ risk: "a", likelihood: 2, impact: 4, note: "counted" }] },
    missing: ["B"],
  });
  expect(readClosing(detail, { b: { likelihood: 5, impact: 1 } }).missing).toEqual([]);
});

import { expect, test } from "vitest";
import { type FairnessLaw, fairnessLaws } from "./fairness-laws.ts";

const laws: readonly FairnessLaw[] = fairnessLaws;

test("each law is listed once, with its day and a public source", () => {
  expect(new Set(laws.map(({ id }) => id)).size).toBe(laws.length);
  for (const { asOf, source } of laws) {
    expect(new Date(`${asOf}T00:00:00Z`).toISOString()).toBe(`${asOf}T00:00:00.000Z`);
    expect(new URL(source).protocol).toBe("https:");
  }
});

test("a law applies from its day on, and no sooner", () => {
  for (const { appliesFrom, asOf, status, id } of laws) {
    if (appliesFrom !== null) expect(status, id).toBe(appliesFrom <= asOf ? "in-force" : "not-yet-applicable");
    else expect(status, id).not.toBe("not-yet-applicable");
  }
});

test("no note speaks of passing or being compliant", () => {
  for (const { note, id } of laws) expect(note, id).not.toMatch(/\b(unbiased|compliant|compliance|passed|is fair)\b/i);
});

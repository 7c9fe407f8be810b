import { expect, test } from "vitest";
import { defaultScale } from "./default-scale.ts";
import { place } from "./place.ts";
import { scoreFindings } from "./score-findings.ts";

const risk = { id: "drift", system: "fraud", category: "model", controls: [] };
const certain = (likelihood: number, impact: number) => ({
  likelihood: [1, 2, 3, 4, 5].map((level) => Number(level === likelihood)),
  impact: [1, 2, 3, 4, 5].map((level) => Number(level === impact)),
  expectedAnnualLoss: 1,
});
const findings = (parts: Partial<Parameters<typeof scoreFindings>[1]>) =>
  scoreFindings(defaultScale, { risk, derived: null, judged: null, planned: [], reading: null, ...parts });

test("nothing to tell of an unrated risk, or of ratings that agree with the scenario", () => {
  expect(findings({})).toEqual([]);
  expect(findings({ reading: certain(2, 3) })).toEqual([]);
  expect(findings({ risk: { ...risk, inherent: { likelihood: 2, impact: 3 } }, reading: certain(2, 3) })).toEqual([]);
  expect(
    findings({ risk: { ...risk, inherent: { likelihood: 2, impact: { rights: 5 } } }, reading: certain(2, 3) }),
  ).toEqual([]);
});

test("a difference names both axes where both differ, in one finding", () => {
  const told = findings({
    risk: { ...risk, inherent: { likelihood: 1, impact: { money: 1 } } },
    reading: certain(2, 3),
  });
  expect(told.map(({ code, state }) => [code, state])).toEqual([["levels-differ-from-scenario", "inherent"]]);
  expect(told[0]?.message).toBe(
    "likelihood is rated 1 (rare) but most probably 2 (unlikely) by the scenario, impact on money is rated 1 (minor) but most probably 3 (serious) by the scenario; the scenario holds: correct the level or the scenario",
  );
});

test("a judgement is compared by band, not by score", () => {
  // 2 × 2 and 4 × 1 are both 4 and both low; 1 × 4 is 4 and medium.
  const judged = place(defaultScale, { likelihood: 2, impact: 2 });
  expect(findings({ judged, derived: place(defaultScale, { likelihood: 4, impact: 1 }) })).toEqual([]);
  expect(findings({ judged, derived: place(defaultScale, { likelihood: 1, impact: 4 }) })).toHaveLength(1);
});

test("each planned control without a date is told by itself", () => {
  const planned = ["a", "b", "c"].map((control) => ({
    control,
    status: "planned" as const,
    acts: "loss" as const,
    effectiveness: 0.5,
    due: control === "b" ? "2027-01-31" : undefined,
  }));
  expect(findings({ planned }).map(({ message }) => message.split(" ")[2])).toEqual(["a", "c"]);
});

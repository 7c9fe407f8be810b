import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { factorsFile } from "../../../src/contract/factors-file.ts";
import { rateByFactors } from "../../../src/contract/structured/rate-by-factors.ts";
import { rateModes } from "../../../src/contract/structured/rate-modes.ts";
import { modesHeadline, studyHeadline, weightsHeadline } from "./study-headline.ts";

const mode = (id: string, severity: number, occurrence: number, detection: number) => ({
  id,
  severity,
  occurrence,
  detection,
});

test("weights name what weighs most, or that nothing does", () => {
  const weights = [
    { id: "privacy", weight: 0.25 },
    { id: "safety", weight: 0.75 },
  ];
  expect(weightsHeadline(weights, null)).toBe("safety weighs most: 75\u00a0%.");
  expect(weightsHeadline(weights, 0.98)).toContain("first in 98\u00a0%");
  expect(
    weightsHeadline(
      [
        { id: "a", weight: 0.5 },
        { id: "b", weight: 0.5 },
      ],
      null,
    ),
  ).toBe("All weigh alike.");
  expect(
    weightsHeadline(
      [
        { id: "a", weight: 0.4 },
        { id: "b", weight: 0.4 },
        { id: "c", weight: 0.2 },
      ],
      null,
    ),
  ).toContain("a and b weigh most");
});

test("failure modes are counted at the highest priority that occurs", () => {
  const urgent = rateModes({ modes: [mode("slow", 2, 2, 2), mode("leak", 9, 8, 7)] });
  expect(modesHeadline(urgent)).toBe("1 of 2 failure modes of high priority; first leak.");
  expect(modesHeadline(rateModes({ modes: [mode("slow", 1, 1, 1)] }))).toBe("1 failure mode, all of low priority.");
  expect(modesHeadline({ modes: [], counts: { high: 0, medium: 0, low: 0 } })).toBe("No failure mode is rated yet.");
});

test("factors say both levels, and a study that lacks something says what", () => {
  const { risk: _, ...document } = parse(
    readFileSync(new URL("../../../examples/llm-factors/factors.yaml", import.meta.url), "utf8"),
  );
  const report = rateByFactors(factorsFile.parse(document));
  expect(studyHeadline({ kind: "factors", report, reason: null })).toBe("Likelihood 3 of 5, impact 3 of 5.");
  expect(studyHeadline({ kind: "ahp", report: null, reason: "no chain of judgements" })).toBe(
    "Not computed yet: no chain of judgements.",
  );
});

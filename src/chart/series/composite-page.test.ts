import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { weighScenarios } from "../../contract/structured/weigh-scenarios.ts";
import { type WeighFile, weighFile } from "../../contract/weigh-file.ts";
import { compositeMarkdown } from "./composite-markdown.ts";
import { compositePage } from "./composite-page.ts";

const file = weighFile.parse(
  parse(readFileSync(new URL("../../../examples/moderation-weights/weigh.yaml", import.meta.url), "utf8")),
);
const pageOf = (given: WeighFile) => compositePage(weighScenarios(given, { seed: 1 }), given);

test("what keeps the gate open comes in order, with what makes its score", () => {
  const { tests, headline, others } = pageOf(file);
  expect(headline).toBe("The gate at 0.3 is open: 6 of 9 scenarios may reach it and are untested.");
  expect(tests[0]).toMatchObject({ name: "Comments in a dialect are removed as abuse", owner: "ines" });
  expect(tests[0]!.why).toMatch(
    /^Score 0\.44 \(90 %: 0\.33 to 0\.56\), mostly Discrimination and Free expression\. Among the first three in 9\d/,
  );
  expect(tests.at(-1)!.why).toMatch(/^No score: nobody has rated Free expression\./);
  expect(others).toBeNull();
});

test("what has no room on the page is named, and nothing is left out", () => {
  const many = { ...file, gate: { score: 0 } };
  const { tests, others } = pageOf(many);
  const named = file.scenarios.filter(({ name }) => others!.includes(name!)).length;
  expect(tests.length + named).toBe(8);
  expect(compositeMarkdown(pageOf(many))).toContain(others!);
});

test("however many are open, the page stays one, and says how many it leaves out", () => {
  const [first] = file.scenarios;
  const scenarios = Array.from({ length: 40 }, (_, k) => ({ ...first!, id: `s${k}`, name: `Scenario ${k}` }));
  const { tests, others } = pageOf({ ...file, scenarios });
  expect(tests).toHaveLength(7);
  expect(others).toMatch(/^After these: (Scenario \d+, ){5}Scenario \d+ and 27 more\.$/);
});

test("a gate that is closed says so, and without a gate all are listed, the worst first", () => {
  const tested = { ...file, scenarios: file.scenarios.map((one) => ({ ...one, tested: "2026-11-01" })) };
  expect(pageOf(tested)).toMatchObject({
    tests: [],
    headline: "The gate at 0.3 is closed: whatever may reach it was tested.",
  });
  const { gate: _, ...open } = file;
  expect(pageOf(open)).toMatchObject({ headline: "9 scenarios, worst first." });
});

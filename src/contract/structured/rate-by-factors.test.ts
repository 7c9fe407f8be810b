import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readFactorsFile } from "../../portfolio/structured/read-factors-file.ts";
import { factorsReport } from "../factors-report.ts";
import { Failure } from "../failure.ts";
import { rateByFactors } from "./rate-by-factors.ts";

const read = (text: string) => readFactorsFile(new TextEncoder().encode(text), "factors.yaml");
const rate = (text: string) => factorsReport.strict().parse(rateByFactors(read(text)));
const assistant = readFileSync(new URL("../../../examples/llm-factors/factors.yaml", import.meta.url), "utf8");

test("the assistant: levels with what makes them, and what they would be at the ends of what was measured", () => {
  const { risk, likelihood, impact } = rate(assistant);
  expect([risk, likelihood.level, impact.level]).toEqual(["assistant-hallucination", 3, 3]);
  expect(likelihood.sentence).toMatch(
    /^likelihood 3 of 5: Hallucination rate brings 39 % of it \(31 of 4200 counted\), Query volume/,
  );
  const sum = likelihood.factor.parts.reduce((total, { contribution }) => total + contribution, 0);
  expect(sum).toBeCloseTo(likelihood.factor.value, 12);
  expect([likelihood.lowLevel, likelihood.highLevel]).toEqual([3, 3]);
});

test("what was measured or counted stands beside what it is on its scale", () => {
  const [rate31, volume, , reliance] = rate(assistant).likelihood.factor.parts;
  // Beta(31.5, 4169.5) by SciPy.
  expect(rate31!.measured!.value).toBeCloseTo(0.0074199, 6);
  expect(rate31!.measured!.low).toBeLessThan(31 / 4200);
  expect(volume!.measured).toEqual({ value: 38_000, low: 31_000, high: 47_000 });
  expect(reliance!.measured).toBeNull();
});

test("a guardrail that catches more brings the likelihood down, a higher rate up", () => {
  const better = rate(assistant.replace("events: 148", "events: 196")).likelihood.factor.value;
  const worse = rate(assistant.replace("events: 31", "events: 210")).likelihood.factor.value;
  const { value } = rate(assistant).likelihood.factor;
  expect(better).toBeLessThan(value);
  expect(worse).toBeGreaterThan(value);
});

const judged = "{ id: a, level: 3 }";

test.each([
  [`likelihood: { id: a, level: 6 }\nimpact: ${judged}`, /level 6 is above 5/],
  [`likelihood: { id: a, events: 9, of: 4 }\nimpact: ${judged}`, /events 9 is more than of 4/],
  [
    `likelihood: { id: a, value: 1, low: 2, anchors: [[0, 0], [1, 1]] }\nimpact: ${judged}`,
    /value 1 is not between its ends/,
  ],
  [`likelihood: { id: a, value: 1, anchors: [[0, 0], [1, 0.5]] }\nimpact: ${judged}`, /anchors go from 0 to 0\.5/],
  [`likelihood: { id: a, value: 1, anchors: [[2, 0], [1, 1]] }\nimpact: ${judged}`, /anchor does not rise/],
  [`likelihood: { id: t, parts: [${judged}, ${judged}] }\nimpact: ${judged}`, /factor "a" is there twice/],
  [`likelihood: ${judged}`, /key "impact" is missing/],
  [`likelihood: { id: t, parts: [] }\nimpact: ${judged}`, /likelihood/],
])("%j is refused at its line", (text, message) => {
  try {
    read(text);
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error.mistakes!.map(({ what }) => what).join("\n")).toMatch(message);
  }
});

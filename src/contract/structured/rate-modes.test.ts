import { expect, test } from "vitest";
import { readFmeaFile } from "../../portfolio/structured/read-fmea-file.ts";
import { Failure } from "../failure.ts";
import { fmeaReport } from "../fmea-report.ts";
import { rateModes } from "./rate-modes.ts";

const read = (text: string) => readFmeaFile(new TextEncoder().encode(text), "fmea.yaml");
const rate = (text: string) => fmeaReport.strict().parse(rateModes(read(text)));
const mode = (id: string, rest: string) => `  - { id: ${id}, ${rest} }\n`;

test("modes keep the file's order and are ranked by priority, then severity, occurrence, detection", () => {
  const { modes, counts } = rate(
    `modes:\n${mode("a", "severity: 5, occurrence: 5, detection: 5")}${mode("b", "severity: 9, occurrence: 8, detection: 1")}` +
      `${mode("c", "severity: 2, occurrence: 2, detection: 2")}${mode("d", "severity: 5, occurrence: 5, detection: 5")}`,
  );
  expect(modes.map(({ id, rank, rpn, actionPriority }) => [id, rank, rpn, actionPriority])).toEqual([
    ["a", 2, 125, "low"],
    ["b", 1, 72, "high"],
    ["c", 4, 8, "low"],
    ["d", 2, 125, "low"],
  ]);
  expect(counts).toEqual({ high: 1, medium: 0, low: 3 });
});

test("the order of the file does not move a figure or a rank", () => {
  const list = [
    mode("a", "severity: 8, occurrence: { events: 3, of: 900 }, detection: { caught: 45, of: 60 }"),
    mode("b", "severity: 9, occurrence: 4, detection: 3, after: { occurrence: 2 }"),
    mode("c", "severity: 6, occurrence: 7, detection: 6"),
  ];
  const byId = (text: string) => Object.fromEntries(rate(text).modes.map((one) => [one.id, one]));
  expect(byId(`modes:\n${list.toReversed().join("")}`)).toEqual(byId(`modes:\n${list.join("")}`));
});

test("counted ratings, ratings after the actions, and expected failures", () => {
  const { modes, warnings } = rate(
    `modes:\n${mode(
      "a",
      "severity: 8, occurrence: { events: 31, of: 4200 }, detection: { caught: 148, of: 200 }, after: { occurrence: 5, detection: 3 }, failures: { perYear: 260, modeShare: 0.6, effectProbability: 0.05 }",
    )}${mode("b", "severity: 9, occurrence: 3, detection: 1, after: { detection: 9 }")}`,
  );
  expect(modes[0]).toMatchObject({
    occurrence: 6,
    detection: 5,
    rpn: 240,
    after: { rpn: 120, actionPriority: "medium" },
  });
  expect(modes[0]!.expectedFailures).toBeCloseTo(7.8, 12);
  expect(modes[0]!.occurs!.estimate).toBeCloseTo(31.2 / 4200, 4);
  expect(modes[0]!.missed!.low).toBeLessThan(52 / 200);
  expect(warnings.map(({ code }) => code)).toEqual(["worse-after"]);
});

test.each([
  ["severity: 11, occurrence: 1, detection: 1", /severity 11 is above 10/],
  ["severity: 0, occurrence: 1, detection: 1", /severity 0 is below 1/],
  ["severity: 1.5, occurrence: 1, detection: 1", /severity is 1\.5/],
  ["severity: 5, detection: 1", /key "occurrence" is missing/],
  ["severity: 5, occurrence: { events: 12, of: 10 }, detection: 1", /events 12 is more than of 10/],
  ["severity: 5, occurrence: 2, detection: { caught: 3, of: 0 }", /of 0 is below 1/],
])("refuses %s", (rest, message) => {
  try {
    read(`modes:\n${mode("a", rest)}`);
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error.mistakes!.map(({ line, what }) => `${line}: ${what}`).join("\n")).toMatch(message);
  }
});

test("a mode named twice, and no modes", () => {
  const same = mode("a", "severity: 5, occurrence: 2, detection: 3");
  expect(() => read(`modes:\n${same}${same}`)).toThrow("fmea.yaml has 1 mistake");
  expect(() => read("modes: []")).toThrow("fmea.yaml has 1 mistake");
});

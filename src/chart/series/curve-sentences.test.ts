import { describe, expect, test } from "vitest";
import type { Quantification } from "../../contract/detail.ts";
import {
  crossedWords,
  curveFinding,
  curveHead,
  curveLede,
  curveQuote,
  largestEventFinding,
  largestEventQuote,
  limitsFinding,
  systemsFinding,
} from "./curve-sentences.ts";

type Limit = Quantification["limits"][number];
const limit = (exceeds: number, appetite: number, status: Limit["status"], probability: number | null): Limit => ({
  id: `at-${exceeds}`,
  scope: "portfolio",
  measure: "annualLoss",
  exceeds,
  appetite,
  tolerance: Math.min(1, appetite * 2),
  probability,
  status,
  lossAtTolerance: exceeds,
  over: 0,
});

/** Only what the sentences read. */
function report(part: { bad?: number; limits?: Limit[]; quantified?: number; unquantified?: number }): Quantification {
  const { bad = 20_600_000, limits = [], quantified = 39, unquantified = 4 } = part;
  return {
    currency: "EUR",
    scope: "portfolio",
    residual: { valueAtRisk: { "0.95": bad }, expectedAnnualLoss: 8_100_000 },
    inherent: { expectedAnnualLoss: 31_400_000 },
    limits,
    quantified,
    unquantified: Array.from({ length: unquantified }, (_, i) => ({ id: `r${i}`, name: `Risk ${i}` })),
    systems: [],
  } as unknown as Quantification;
}
const words = (of: Quantification) =>
  curveLede(of)
    .map(({ text }) => text)
    .join("")
    .replaceAll(/\s/g, " ");

describe("curveHead", () => {
  test.each([
    [{ limits: [limit(25e6, 0.05, "ok", 0.03)] }, "1 year in 20 we lose more than €20.6m. The line allows €25m."],
    [
      { limits: [limit(10e6, 0.2, "warning", 0.236)] },
      "1 year in 20 we lose more than €20.6m. The line allows more than €10m 1 year in 5.",
    ],
    [
      { limits: [limit(10e6, 0, "breach", 0.236)] },
      "1 year in 20 we lose more than €20.6m. The line allows €10m in no year.",
    ],
    [{}, "1 year in 20 we lose more than €20.6m. No line is drawn for it."],
    [{ bad: 0 }, "19 years in 20 we lose nothing. No line is drawn for it."],
    [{ quantified: 0 }, "Nothing here is in money yet."],
  ])("%#", (part, sentence) => {
    expect(curveHead(report(part))).toBe(sentence);
  });
});

describe("curveLede", () => {
  test("names the point of the line that is strained most", () => {
    const limits = [
      limit(5e6, 0.6, "warning", 0.607),
      limit(10e6, 0.2, "warning", 0.236),
      limit(25e6, 0.05, "ok", 0.03),
    ];
    expect(words(report({ limits }))).toBe(
      "The chance of losing more than €10m is 24 %; the line is 20 %. Expected loss is €8.1m a year; without any control it would be €31.4m.",
    );
  });

  test("says what is missing where nothing is in money", () => {
    expect(words(report({ quantified: 0, unquantified: 1 }))).toContain("One risk has no scenario.");
    expect(words(report({ quantified: 0, unquantified: 0 }))).toBe("No risk is written down for it.");
  });
});

describe("curveFinding", () => {
  const over = (...statuses: Limit["status"][]) =>
    curveFinding({ quantified: 3, limits: statuses.map((status, i) => limit(1e6 * (i + 1), 0.1, status, 0.1)) });

  test.each([
    [["warning", "breach", "ok", "ok"], "Ordinary bad years ride over the line; the rare ones do not"],
    [["ok", "warning"], "The rare bad years ride over the line; ordinary ones do not"],
    [["warning", "breach"], "The curve rides over its line from end to end"],
    [["ok", "warning", "ok"], "The curve rides over a part of its line"],
    [["ok", "ok"], "No point of the line is reached"],
    [["breach"], "The curve rides over its line"],
    [[], "What a year can cost"],
  ] as const)("%j", (statuses, sentence) => {
    expect(over(...statuses)).toBe(sentence);
  });

  test("an unknown point is not a kept one", () => {
    const unknown = [limit(1e6, 0.1, "unknown", null)];
    expect(curveFinding({ quantified: 3, limits: unknown })).toBe("What a year can cost");
    expect(limitsFinding(unknown)).toBe("Whether the line is kept is unknown");
  });
});

test("limitsFinding counts the points that are over", () => {
  const points = (...statuses: Limit["status"][]) =>
    statuses.map((status, i) => limit(1e6 * (i + 1), 0.1, status, 0.2));
  expect(limitsFinding(points("warning", "ok", "breach"))).toBe("Over at two of the three points of the line");
  expect(limitsFinding(points("warning", "breach"))).toBe("Over at both points of the line");
  expect(limitsFinding(points("breach", "breach", "breach"))).toBe("Over at all three points of the line");
  expect(limitsFinding(points("ok", "ok"))).toBe("Within the line at every point");
  expect(limitsFinding(points("ok", "unknown"))).toBe("Within the line at one of its two points");
  expect(limitsFinding(points("ok"))).toBe("Within the line");
  expect(limitsFinding([])).toBe("No line is drawn here");
});

describe("systemsFinding", () => {
  const systems = (...means: number[]) =>
    means.map((residual, i) => ({ id: `s${i}`, name: `System ${i}`, residual, inherent: residual }));

  test.each([
    [[10, 40, 30, 10, 5, 5], "Two systems carry 70 % of the expected loss"],
    [[1, 1, 1, 1], "Expected loss by system"],
    [[90, 5, 5], "System 0 carries 90 % of the expected loss"],
    [[3], "System 0 carries all of the expected loss"],
    [[0, 0], null],
  ])("%j", (means, sentence) => {
    expect(systemsFinding(systems(...means))?.replaceAll(/\s/g, " ") ?? null).toBe(sentence);
  });
});

describe("by how much a line is crossed", () => {
  test.each([
    [1_200_000, 0.1, "over by €1.2m at 1 year in 10"],
    [-1_000_000, 0.1, "€1m below tolerance at 1 year in 10"],
    [0, 0.2, "over by €0 at 1 year in 5"],
    [null, 0, null],
  ])("%s at %s", (over, tolerance, words) => expect(crossedWords({ over, tolerance }, "EUR")).toBe(words));

  test("is quoted for a breach, and for nothing else", () => {
    const quoted = (status: Limit["status"]) =>
      curveQuote(report({ limits: [{ ...limit(12.8e6, 0.05, status, 0.11), over: 1_200_000 }] }));
    expect(quoted("breach")).toBe(
      "1 year in 20 we lose more than €20.6m. The line allows €12.8m. A year is expected to cost €8.1m; without any control it would be €31.4m. The line at €12.8m is crossed: over by €1.2m at 1 year in 10.",
    );
    expect(quoted("warning")).not.toContain("crossed");
  });
});

test("the largest event of a bad year is said by itself and beside the whole year", () => {
  const error = { aggregate: { standardError: 1e4 }, occurrence: { standardError: 1e4 } };
  const periods = [
    { years: 10, aggregate: 14e6, occurrence: 6e6, error },
    { years: 20, aggregate: 20.6e6, occurrence: 7.4e6, error },
  ];
  const with20 = { ...report({}), returnPeriods: periods };
  expect(largestEventFinding(with20)).toBe("1 year in 20 a single event costs more than €7.4m");
  expect(largestEventQuote(with20)).toBe(
    "1 year in 20 a single event costs more than €7.4m; all events of the year together cost more than €20.6m.",
  );
  expect(largestEventFinding({ currency: "EUR", returnPeriods: null })).toBe(
    "What the largest event of a year can cost",
  );
});

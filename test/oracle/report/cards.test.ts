import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { cycloneDxModelCard } from "../../../src/report/audit/cyclonedx-model-card.ts";
import { modelCardToolkit } from "../../../src/report/audit/model-card-toolkit.ts";
import { suppressSmallCells } from "../../../src/report/audit/suppress-small-cells.ts";
import { type MadeCell, madeAudit } from "../../harness/made-audit.ts";

type Schema = Parameters<typeof z.fromJSONSchema>[0];
const published = JSON.parse(readFileSync(new URL("card-schemas.json", import.meta.url), "utf8")) as {
  readonly modelCardToolkit: Schema;
  readonly cycloneDxModelCard: Schema;
};
const toolkit = z.fromJSONSchema(published.modelCardToolkit);
const cycloneDx = z.fromJSONSchema(published.cycloneDxModelCard);

const cells = ["f", "m"].flatMap((sex, s) =>
  ["a", "b", "c"].flatMap((race, r): MadeCell[] =>
    [60 - 25 * s, 20 + 9 * s, 12 + r, 90].map((n, k) => ({
      group: [sex, race],
      label: k < 2 ? "1" : "0",
      decision: k % 2 === 0 ? "1" : "0",
      n: r === 2 ? Math.ceil(n / 12) : n,
    })),
  ),
);
const whole = madeAudit(cells, {
  request: {
    limits: [
      {
        disparity: "demographicParityRatio",
        attributes: ["sex"],
        bound: 0.8,
        purpose: "Screening",
        rationale: "A first sieve",
        approvedBy: "mara",
        approvedOn: "2026-03-02",
      },
    ],
  },
});
const shared = suppressSmallCells(whole);

interface ToolkitCard {
  quantitative_analysis: {
    performance_metrics: {
      type: string;
      value: string;
      slice?: string;
      confidence_interval?: { lower_bound: string; upper_bound: string };
    }[];
  };
  considerations: { ethical_considerations: { name: string }[]; limitations: { description: string }[] };
}
interface Bom {
  components: { modelCard: { considerations: { fairnessAssessments: { groupAtRisk: string; harms: string }[] } } }[];
}
const cardOf = (report: typeof whole | typeof shared) =>
  JSON.parse(modelCardToolkit(report, { preparedOn: "2026-11-21" })) as ToolkitCard;
const bomOf = (report: typeof whole | typeof shared) => JSON.parse(cycloneDxModelCard(report)) as Bom;

test("cards are what their published schemas ask for, of whole and of shared reports", () => {
  for (const report of [whole, shared]) {
    expect(toolkit.safeParse(cardOf(report)).error?.issues ?? []).toEqual([]);
    expect(cycloneDx.safeParse(bomOf(report).components[0]!.modelCard).error?.issues ?? []).toEqual([]);
  }
});

test("the schemas refuse what is none: numbers for texts, names of one's own", () => {
  const card = cardOf(whole);
  expect(toolkit.safeParse({ ...card, fairness: {} }).success).toBe(false);
  const [{ modelCard }] = bomOf(whole).components as [Bom["components"][number]];
  expect(cycloneDx.safeParse({ ...modelCard, fairness: {} }).success).toBe(false);
  expect(
    cycloneDx.safeParse({ ...modelCard, quantitativeAnalysis: { performanceMetrics: [{ value: 0.5 }] } }).success,
  ).toBe(false);
});

test("every figure that has a value is a metric of its slice, with its interval, to the last digit", () => {
  const { performance_metrics: metrics } = cardOf(whole).quantitative_analysis;
  const { estimate, low, high } = whole.groups[0]!.metrics.truePositiveRate as {
    estimate: number;
    low: number;
    high: number;
  };
  expect(metrics).toContainEqual({
    type: "truePositiveRate",
    value: String(estimate),
    slice: "sex=f",
    confidence_interval: { lower_bound: String(low), upper_bound: String(high) },
  });
  const known = [whole.overall, ...whole.groups.map((group) => group.metrics)].flatMap((each) => Object.values(each));
  const gaps = whole.disparities.filter((each) => each.estimate !== null);
  expect(metrics).toHaveLength(known.filter((figure) => figure.estimate !== null).length + gaps.length);
});

test("verdicts and warnings are considerations; the group least often selected is named", () => {
  const { ethical_considerations: verdicts, limitations } = cardOf(whole).considerations;
  expect(verdicts.map(({ name }) => name)).toEqual([
    expect.stringMatching(
      /^Demographic parity, ratio, by sex: not enough evidence to say on which side of the limit 0\.8 \(0\.\d\d, 90\u00a0% interval .*\), set by mara on 2 Mar 2026$/,
    ),
  ]);
  expect(limitations.map(({ description }) => description)).toEqual(whole.warnings.map(({ message }) => message));
  const [assessment] = bomOf(whole).components[0]!.modelCard.considerations.fairnessAssessments;
  expect(assessment!.groupAtRisk).toBe("sex=m");
  expect(assessment!.harms).toMatch(
    /^selected less often: \d\d\.\d\u00a0% against \d\d\.\d\u00a0% of sex=f; difference 0\.\d\d/,
  );
});

test("hidden figures are in no card", () => {
  const slices = (report: typeof whole | typeof shared) =>
    new Set(cardOf(report).quantitative_analysis.performance_metrics.map(({ slice }) => slice));
  expect(slices(whole)).toContain("sex=f, race=c");
  expect(slices(shared)).not.toContain("sex=f, race=c");
});

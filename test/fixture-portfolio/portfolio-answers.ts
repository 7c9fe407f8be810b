import { addDays } from "../../src/chart/series/format-date.ts";
import { defaultImpactCriteria, defaultLikelihoodCriteria } from "../../src/contract/default-criteria.ts";
import { workspace } from "../../src/contract/detail.ts";
import {
  change,
  type HeatMap,
  heatMap,
  type Measure,
  overview,
  type RiskFigures,
} from "../../src/contract/heat-map.ts";
import type { State } from "../../src/contract/score-report.ts";
import { type Cell, categories, people, type RiskRow, risks, systems, today } from "./risk-table.ts";

const appetite = 12;
const tolerance = 20;
const names = new Map<string, string>(people.map(([id, name]) => [id, name]));
const systemOf = new Map(systems.map((system) => [system[0] as string, system]));
const bandNames = ["low", "medium", "high", "critical"];

export const provenance = {
  method: { name: "likelihood-impact", version: "1" },
  revision: 418,
  asOf: null,
  computedAt: "2026-11-21T09:31:04Z",
};

export const scale = {
  likelihood: [
    { name: "rare", from: 0, to: 0.1 },
    { name: "unlikely", from: 0.1, to: 0.3 },
    { name: "possible", from: 0.3, to: 1 },
    { name: "likely", from: 1, to: 3 },
    { name: "frequent", from: 3, to: 10 },
  ],
  impact: [
    { name: "minor", from: 0, to: 30_000 },
    { name: "moderate", from: 30_000, to: 100_000 },
    { name: "serious", from: 100_000, to: 300_000 },
    { name: "major", from: 300_000, to: 1_000_000 },
    { name: "severe", from: 1_000_000, to: 3_000_000 },
  ],
  score: "product" as const,
  bandNames,
  bands: [1, 2, 3, 4, 5].map((l) => [1, 2, 3, 4, 5].map((i) => bandOf(l * i))),
};

export const workspaceAnswer = workspace.parse({
  organization: "Northwind Group",
  currency: "EUR",
  timeZone: "Europe/Berlin",
  people: people.map(([id, name, role]) => ({ id, name, roles: [role] })),
  categories: categories.map(([id, name]) => ({ id, name })),
  systems: systems.map(([id, name]) => ({ id, name })),
  scale: {
    ...scale,
    likelihood: scale.likelihood.map((level, i) => ({ ...level, criterion: defaultLikelihoodCriteria[i]! })),
    impact: scale.impact.map((level, i) => ({ ...level, criteria: defaultImpactCriteria[i]! })),
  },
  limits: [
    { id: "score-line", scope: "portfolio", measure: "residualScore", appetite, tolerance, approvedBy: "mara" },
    { id: "bad-year", scope: "portfolio", measure: "annualLoss", exceeds: 10_000_000, appetite: 0.1, tolerance: 0.2 },
  ],
  counts: { systems: systems.length, risks: risks.length, controls: 23, limits: 2 },
  example: true,
  revision: provenance.revision,
  version: "0.1.0",
});

export const marks: readonly RiskFigures[] = risks.map(figuresOf);

export interface HeatMapQuestion {
  readonly by?: State;
  readonly measure?: Measure;
  readonly keep?: (risk: RiskFigures) => boolean;
}

/** The heat map of the fixture, as the server would answer it. */
export function heatMapAnswer({
  by = "residual",
  measure = "score",
  keep = () => true,
}: HeatMapQuestion = {}): HeatMap {
  const shown = marks.filter(keep);
  const systemIds = systems.filter(([id]) => keep === undefined || shown.some(({ system }) => system === id));
  return heatMap.parse({
    ...provenance,
    by,
    measure,
    currency: "EUR",
    scale,
    line: { limit: "score-line", appetite, tolerance, approvedBy: "mara", approvedOn: "2026-03-02" },
    categories: categories.map(([id, name]) => ({ id, name })),
    systems: systemIds.map(([id, name, owner, businessUnit]) => {
      const own = shown.filter(({ system }) => system === id);
      const deadlines = own.flatMap(({ nextDeadline }) => (nextDeadline ? [nextDeadline.on] : [])).sort();
      const assessed = own.flatMap((risk) => (risk.assessed ? [risk.assessed] : [])).sort();
      return {
        id,
        name,
        owner,
        ownerName: names.get(owner) ?? null,
        businessUnit,
        status: worstStatus(own),
        expectedAnnualLoss: sumOrNull(own.map(({ expectedAnnualLoss }) => expectedAnnualLoss[by])),
        nextDeadline: deadlines[0] ?? null,
        lastAssessed: assessed.at(-1) ?? null,
        freshness: own.some(({ freshness }) => freshness === "stale") ? "stale" : "fresh",
      };
    }),
    likelihoodImpact: scale.bands.flatMap((row, l) =>
      row.map((band, i) => {
        const there = shown.filter((risk) => risk[by]?.likelihood === l + 1 && risk[by]?.impact === i + 1);
        return {
          likelihood: l + 1,
          impact: i + 1,
          band,
          risks: there.map(({ id }) => id),
          counts: countBy(there.map(({ status }) => status)),
        };
      }),
    ),
    systemCategory: systemIds.flatMap(([system]) =>
      categories.flatMap(([category]) => {
        const own = shown.filter((risk) => risk.system === system && risk.category === category);
        if (own.length === 0) return [];
        const rated = own.flatMap((risk) => (risk[by] ? [risk[by]] : [])).sort((a, b) => b.score - a.score);
        return {
          system,
          category,
          worst: rated[0] ? { score: rated[0].score, band: rated[0].band } : null,
          counts: countBy(rated.map(({ band }) => band)),
          unrated: own.length - rated.length,
          overLimit: own.filter(({ status }) => status === "warning" || status === "breach").length,
          expectedAnnualLoss: sumOrNull(own.map(({ expectedAnnualLoss }) => expectedAnnualLoss[by])),
          risks: own.map(({ id }) => id),
          status: worstStatus(own),
          stale: own.filter(({ freshness }) => freshness === "stale").length,
          exceedanceProbability: null,
        };
      }),
    ),
    marks: shown,
    total: shown.length,
    unrated: shown.filter((risk) => risk[by] === null).map(({ id, name, system }) => ({ id, name, system })),
  });
}

export const overviewAnswer = overview.parse({
  ...provenance,
  organization: "Northwind Group",
  currency: "EUR",
  since: "2026-10-31",
  systems: systems.length,
  risks: risks.length,
  rated: risks.filter(({ residual }) => residual !== null).length,
  overAppetite: { now: 6, before: 5, wentOver: 2, cameBack: 1 },
  disparityLimits: { ok: 1, warning: 0, breach: 1, unknown: 1 },
  overTolerance: { now: 2, before: 2 },
  annualLoss: {
    expected: 8_100_000,
    oneYearInTwenty: 20_600_000,
    expectedBefore: 6_900_000,
    oneYearInTwentyBefore: 18_100_000,
    quantifiedRisks: 39,
  },
  deadlines: {
    overdue: 1,
    next: {
      on: "2026-11-22",
      task: "File the conformity assessment",
      risk: "high-risk-duties-unmet",
      riskName: "High-risk duties unmet",
      owner: "jonas",
      ownerName: "Jonas Weber",
    },
  },
  coverage: {
    fresh: 8,
    stale: [
      { id: "document-ocr", name: "Document OCR", since: "2026-07-13" },
      { id: "aml-triage", name: "AML alert triage", since: "2026-08-14" },
      { id: "health-assistant", name: "Health cover assistant", since: "2026-07-24" },
      { id: "churn", name: "Churn model", since: "2026-08-10" },
    ],
  },
  history: [4, 4, 4, 3, 3, 4, 5, 5, 5, 5, 4, 5, 5, 5, 5, 6].map((overAppetite, index) => ({
    on: addDays("2026-08-08", index * 7),
    overAppetite,
    expected: [6.0, 6.1, 6.1, 6.4, 6.3, 6.5, 6.7, 6.9, 6.8, 6.7, 6.9, 6.8, 6.7, 7.3, 7.4, 8.1][index]! * 1e6,
  })),
});

const feed: readonly [
  ago: number,
  at: string,
  actor: string,
  title: string,
  where: string,
  shift: [string, number | null, number | null] | null,
][] = [
  [
    0,
    "09:31",
    "mara",
    "Assessed again: threshold review did not hold",
    "Credit scoring API",
    ["biased-declines", 15, 20],
  ],
  [0, "08:12", "jonas", "Plan changed: shortlist without names", "Hiring ranker", ["shortlist-gap", 20, 20]],
  [
    0,
    "07:47",
    "aiko",
    "Vendor changed the model without notice",
    "Health cover assistant",
    ["silent-model-change", 8, 15],
  ],
  [1, "16:20", "aiko", "Control works: output filter", "Customer chatbot", ["prompt-injection", 20, 16]],
  [
    1,
    "10:30",
    "tomas",
    "Control failing: human review",
    "Collections prioritiser",
    ["solely-automated-letters", 8, 12],
  ],
  [2, "15:05", "ines", "Control works: weekly retraining", "Fraud detection", ["missed-new-pattern", 12, 9]],
  [
    3,
    "13:22",
    "mara",
    "Control works: reasons in refusal letters",
    "Credit scoring API",
    ["unexplained-refusals", 12, 8],
  ],
  [
    9,
    "08:00",
    "lea",
    "Risk written down: bought audience data",
    "Marketing propensity",
    ["bought-audience-data", null, null],
  ],
  [12, "08:00", "pavel", "Owner changed to Pavel Novak", "Document OCR", null],
];

export const changesAnswer = feed.map(([ago, at, actor, title, where, shift], index) => {
  const risk = shift ? marks.find(({ id }) => id === shift[0])! : null;
  return change.parse({
    seq: 418 - index,
    id: `event-${418 - index}`,
    at: `${addDays(today, -ago)}T${at}:00Z`,
    actor: { kind: "person", id: actor, name: names.get(actor), authenticated: false },
    verb: "risk.assessed",
    subject: { kind: "risk", id: risk?.id ?? "document-ocr", name: risk?.name ?? "Document OCR" },
    title,
    where,
    note: index === 0 ? "Found by the second line in the quarterly review." : null,
    shift:
      shift && risk
        ? { risk: risk.id, riskName: risk.name, before: shift[1], after: shift[2], status: risk.status, others: 0 }
        : null,
  });
});

function figuresOf(row: RiskRow): RiskFigures {
  const [, systemName, owner] = systemOf.get(row.system)!;
  const residual = scoreOf(row.residual);
  const status =
    residual === null
      ? "unknown"
      : residual.score >= tolerance
        ? "breach"
        : residual.score >= appetite
          ? "warning"
          : "ok";
  return {
    id: row.id,
    name: row.name,
    system: row.system,
    systemName,
    category: row.category,
    owner,
    ownerName: names.get(owner)!,
    inherent: scoreOf(row.inherent),
    residual: residual && { ...residual, basis: "derived" },
    target: scoreOf(row.target),
    targetBy: row.due ?? null,
    source: row.residual === null ? "unrated" : "scenario",
    cellProbability: { inherent: 0.64, residual: 0.71, target: 0.58 },
    expectedAnnualLoss: {
      inherent: row.loss && row.loss * 3.4,
      residual: row.loss,
      target: row.loss && row.loss * 0.6,
    },
    rank: residual === null ? null : 1,
    line: { limit: "score-line", scope: "portfolio", appetite, tolerance },
    status,
    overdue: status === "breach" && row.due !== undefined && row.due < today,
    assessed: row.age < 0 ? null : addDays(today, -row.age),
    freshness: row.age < 0 ? "never-assessed" : row.age > 90 ? "stale" : "fresh",
    nextDeadline: row.due ? { on: row.due, task: "Finish the plan", owner } : null,
    version: 1,
  };
}

function scoreOf(cell: Cell | null) {
  return cell && { likelihood: cell[0], impact: cell[1], score: cell[0] * cell[1], band: bandOf(cell[0] * cell[1]) };
}

function bandOf(score: number): string {
  return bandNames[score >= 20 ? 3 : score >= 12 ? 2 : score >= 5 ? 1 : 0]!;
}

function worstStatus(own: readonly RiskFigures[]) {
  const statuses = own.map(({ status }) => status);
  return (["breach", "warning", "ok"] as const).find((status) => statuses.includes(status)) ?? "unknown";
}

function sumOrNull(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0);
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

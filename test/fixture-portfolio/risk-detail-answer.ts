import { type Quantification, quantification, type RiskDetail, riskDetail } from "../../src/contract/detail.ts";
import type { AnnualLossFigures } from "../../src/contract/quantification-report.ts";
import { changesAnswer, marks, provenance } from "./portfolio-answers.ts";

/** Everything about one risk of the fixture; null for an id that is not in it. */
export function riskDetailAnswer(id: string): RiskDetail | null {
  const figures = marks.find((mark) => mark.id === id);
  if (!figures) return null;
  const { inherent, residual, target } = figures;
  const isRated = inherent && residual && target;
  const changes = changesAnswer.filter(({ shift }) => shift?.risk === id);
  return riskDetail.parse({
    ...provenance,
    record: {
      id,
      name: figures.name,
      system: figures.system,
      category: figures.category,
      event: "Applicants aged 18 to 25 are declined more often than their repayment record explains.",
      owner: figures.owner,
      ...(figures.assessed ? { assessed: figures.assessed } : {}),
      ...(isRated
        ? {
            inherent: { likelihood: inherent.likelihood, impact: inherent.impact },
            controls: [
              { control: "second-line-review", acts: "frequency", effectiveness: { min: 0.3, mode: 0.42, max: 0.55 } },
              { control: "complaints-fast-track", acts: "loss", effectiveness: 0.25 },
              { control: "reweighing", acts: "frequency", effectiveness: 0.6 },
            ],
            treatment: {
              strategy: "mitigate",
              reason: "The product is wanted; the share of wrong declines is not.",
              plan: [
                { task: "Review the threshold with the second line", owner: "mara", due: "2026-11-20" },
                { task: "Reweigh the training data by age", owner: "mara", due: "2027-01-31" },
                { task: "Write down the reasons of a decline", owner: "jonas", due: "2026-10-15", done: "2026-10-12" },
              ],
            },
          }
        : {}),
    },
    figures,
    explanation: {
      steps: isRated
        ? [
            step("inherent", "Inherent", "5 frequent × 5 severe, 3.6 events a year", inherent),
            step("working-control", "Second-line review of declines", "frequency −42 % (30 to 55)", residual, 0.42),
            step("working-control", "Complaints fast track", "loss −25 %: the level stays severe", residual, 0.25),
            step("residual", "Residual now", "4 likely × 5 severe, 1.6 events a year", residual),
            step("planned-control", "Planned: reweighing by age", "due 31 Jan, Mara Lind", target, 0.6),
            step("target", "Target", "2 unlikely × 5 severe", target),
          ]
        : [],
      findings: isRated
        ? [
            {
              code: "levels-differ-from-scenario",
              state: "inherent",
              message: "typed inherent likelihood 4, scenario says 5 with probability 0.64",
            },
          ]
        : [],
    },
    annualLoss: isRated ? { inherent: losses(14e6), residual: losses(4e6), target: losses(2.4e6) } : null,
    scenario: isRated
      ? { eventsPerYear: { mean: 1.6, low: 0.8, high: 3.1 }, lossPerEvent: { mean: 1.4e6, low: 0.4e6, high: 3.9e6 } }
      : null,
    controls: isRated
      ? [
          { id: "second-line-review", name: "Second-line review of declines", status: "working", annualCost: 120_000 },
          { id: "complaints-fast-track", name: "Complaints fast track", status: "working", annualCost: 35_000 },
          { id: "reweighing", name: "Reweighing by age", status: "planned", due: "2027-01-31", annualCost: 40_000 },
        ]
      : [],
    assessments: [],
    history: isRated
      ? [
          { at: "2026-08-12T08:00:00Z", score: 16, seq: 12 },
          { at: "2026-09-03T08:00:00Z", score: 20, seq: 120 },
          { at: "2026-09-30T08:00:00Z", score: 15, seq: 230 },
          { at: "2026-10-31T08:00:00Z", score: 12, seq: 330 },
          { at: "2026-11-08T08:00:00Z", score: 15, seq: 360 },
          { at: "2026-11-21T09:31:00Z", score: residual.score, seq: 418 },
        ]
      : [],
    changes,
  });
}

/** The loss curve of the fixture. */
export function quantificationAnswer(): Quantification {
  return quantification.parse({
    ...provenance,
    currency: "EUR",
    engine: "exact",
    scope: "portfolio",
    residual: losses(4e6),
    inherent: losses(14e6),
    target: losses(2.4e6),
    limits: [
      {
        id: "bad-year",
        scope: "portfolio",
        measure: "annualLoss",
        exceeds: 10e6,
        appetite: 0.05,
        tolerance: 0.2,
        probability: exceeding(10e6, 4e6),
        status: "warning",
        lossAtTolerance: 4e6 * (Math.sqrt(0.95 / 0.2) - 1),
        over: 4e6 * (Math.sqrt(0.95 / 0.2) - 1) - 10e6,
      },
    ],
    quantified: 39,
    unquantified: marks.filter(({ residual }) => residual === null).map(({ id, name }) => ({ id, name })),
    systems: [],
    contributions: null,
    returnPeriods: null,
  });
}

/** A year's loss with a Pareto-like tail, so that every figure has a closed form. */
function losses(typical: number): AnnualLossFigures {
  const quantile = (level: number) => typical * (Math.sqrt(0.95 / (1 - level)) - 1);
  const shortfall = (level: number) => quantile(level) + (quantile(level) + typical);
  const error = { low: 0, high: 0, kind: "estimate" as const };
  const byQuantile = { "0.5": error, "0.9": error, "0.95": error, "0.99": error };
  return {
    expectedAnnualLoss: 0.95 * typical,
    standardDeviation: 2 * typical,
    probabilityOfLoss: 0.95,
    valueAtRisk: { "0.5": quantile(0.5), "0.9": quantile(0.9), "0.95": quantile(0.95), "0.99": quantile(0.99) },
    expectedShortfall: { "0.95": shortfall(0.95), "0.99": shortfall(0.99) },
    exceedance: [0, ...Array.from({ length: 120 }, (_, index) => 10_000 * 10 ** (index / 24))].map((loss) => ({
      loss,
      probability: exceeding(loss, typical),
    })),
    error: {
      expectedAnnualLoss: error,
      standardDeviation: error,
      valueAtRisk: byQuantile,
      expectedShortfall: { "0.95": error, "0.99": error },
    },
  };
}

function exceeding(loss: number, typical: number): number {
  return 0.95 / (1 + loss / typical) ** 2;
}

function step(
  kind: RiskDetail["explanation"]["steps"][number]["kind"],
  label: string,
  detail: string,
  after: RiskDetail["explanation"]["steps"][number]["after"],
  meanEffectiveness: number | null = null,
) {
  const control =
    {
      "Second-line review of declines": "second-line-review",
      "Complaints fast track": "complaints-fast-track",
      "Planned: reweighing by age": "reweighing",
    }[label] ?? null;
  return { kind, label, detail, day: null, control, meanEffectiveness, after };
}

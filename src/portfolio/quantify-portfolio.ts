import type { Portfolio } from "../contract/portfolio.ts";
import type { QuantificationReport } from "../contract/quantification-report.ts";
import type { AnnualLossWithInherent } from "../engine/quantification/annual-loss.ts";
import { inScope } from "../engine/scoring/in-scope.ts";
import { limitStatus } from "../engine/scoring/limit-status.ts";
import type { RiskToScore } from "../engine/scoring/risk-score.ts";
import type { AnnualLossLimit } from "./limit-lines.ts";
import type { QuantificationEngine } from "./quantification-engine.ts";
import { quantificationInput } from "./quantification-input.ts";
import { resolvePortfolio } from "./resolve.ts";

/**
 * The annual loss of a portfolio, of each system and of each risk with a scenario: residual, with inherent beside it.
 *
 * Each limit is measured on exactly its own scope: the portfolio's on the whole portfolio and never on a part.
 * Risks without a scenario are listed, and add nothing.
 */
export async function quantifyPortfolio(
  portfolio: Portfolio,
  engine: QuantificationEngine,
): Promise<QuantificationReport> {
  const { currency, risks, systems, annualLossLimits } = resolvePortfolio(portfolio);
  const scenarios = quantificationInput(risks, "residual");
  const ofPortfolio = annualLossLimits.filter(({ scope }) => scope === "portfolio");
  const { figures, exceedance } = await engine.quantify(
    scenarios,
    ofPortfolio.map(({ exceeds }) => exceeds),
  );
  const probabilities = new Map<AnnualLossLimit, number>();
  if (scenarios.length > 0) {
    for (const [index, limit] of ofPortfolio.entries()) probabilities.set(limit, exceedance[index]!);
    await measureParts(annualLossLimits, { risks, engine, probabilities });
  }
  const bySystem = new Map(figures.systems.map((system) => [system.id, system]));
  return {
    currency,
    engine: engine.name,
    method: { ...engine.method },
    seed: engine.seed,
    years: engine.years,
    portfolio: plain(figures.portfolio),
    systems: systems.flatMap((id) => {
      const system = bySystem.get(id);
      return system === undefined ? [] : [{ id, ...plain(system) }];
    }),
    risks: figures.risks.map((risk) => ({ id: risk.id, ...plain(risk) })),
    limits: annualLossLimits.map((limit) => {
      const probability = probabilities.get(limit) ?? null;
      const { id, scope, exceeds, appetite, tolerance } = limit;
      const status = limitStatus(probability, limit);
      return { id, scope, measure: "annualLoss", exceeds, appetite, tolerance, probability, status };
    }),
    unquantified: risks.filter(({ scenario }) => scenario === undefined).map(({ id }) => id),
  };
}

/** Measures the limits of parts, every scope once. A scope without a scenario gets no probability. */
async function measureParts(
  limits: readonly AnnualLossLimit[],
  {
    risks,
    engine,
    probabilities,
  }: {
    readonly risks: readonly RiskToScore[];
    readonly engine: QuantificationEngine;
    readonly probabilities: Map<AnnualLossLimit, number>;
  },
): Promise<void> {
  const byScope = new Map<string, AnnualLossLimit[]>();
  for (const limit of limits) {
    if (limit.scope === "portfolio") continue;
    const key = JSON.stringify(Object.entries(limit.scope).sort());
    byScope.set(key, [...(byScope.get(key) ?? []), limit]);
  }
  for (const sharing of byScope.values()) {
    const { scope } = sharing[0]!;
    const scenarios = quantificationInput(
      risks.filter((risk) => inScope(scope, risk)),
      "residual",
    );
    if (scenarios.length === 0) continue;
    const exceedance = await engine.exceedance(
      scenarios,
      sharing.map(({ exceeds }) => exceeds),
    );
    for (const [index, limit] of sharing.entries()) probabilities.set(limit, exceedance[index]!);
  }
}

type Figures = QuantificationReport["portfolio"];

/** The figures in the order of the contract, ready to be written. */
function plain({ inherent, ...residual }: AnnualLossWithInherent): Figures {
  return { ...ofOneState(residual), inherent: ofOneState(inherent) };
}

function ofOneState(figures: Omit<AnnualLossWithInherent, "inherent">): Omit<Figures, "inherent"> {
  const { expectedAnnualLoss, standardDeviation, probabilityOfLoss, valueAtRisk, expectedShortfall } = figures;
  return {
    expectedAnnualLoss,
    standardDeviation,
    probabilityOfLoss,
    valueAtRisk,
    expectedShortfall,
    exceedance: figures.exceedance.map(({ loss, probability }) => ({ loss, probability })),
    error: figures.error,
  };
}

import type { Portfolio } from "../contract/portfolio.ts";
import type { AnnualLossReport } from "../contract/quantification-report.ts";
import type { LineReading } from "../engine/quantification/exact/exact-limit-readings.ts";
import { inScope } from "../engine/scoring/in-scope.ts";
import { limitStanding } from "../engine/scoring/limit-standing.ts";
import type { RiskToScore } from "../engine/scoring/risk-score.ts";
import type { AnnualLossLimit } from "./limit-lines.ts";
import { limitsByScope } from "./limits-by-scope.ts";
import { plainFigures } from "./plain-figures.ts";
import type { QuantificationEngine } from "./quantification-engine.ts";
import { quantificationInput } from "./quantification-input.ts";
import { resolvePortfolio } from "./resolve.ts";

/**
 * The annual loss of a portfolio, of each system and of each risk with a scenario: residual, with inherent beside it.
 *
 * Each limit is measured on exactly its own scope: the portfolio's on the whole portfolio and never on a part.
 * Risks without a scenario are listed, and add nothing.
 */
export async function quantifyPortfolio(portfolio: Portfolio, engine: QuantificationEngine): Promise<AnnualLossReport> {
  const { currency, risks, systems, annualLossLimits } = resolvePortfolio(portfolio);
  const scenarios = quantificationInput(risks, "residual");
  const ofPortfolio = annualLossLimits.filter(({ scope }) => scope === "portfolio");
  const quantified = await engine.quantify(scenarios, ofPortfolio);
  const { figures, returnPeriods, years, convergence, correlation } = quantified;
  const readings = new Map<AnnualLossLimit, LineReading>();
  if (scenarios.length > 0) {
    for (const [index, limit] of ofPortfolio.entries()) readings.set(limit, quantified.readings[index]!);
    await readParts(annualLossLimits, { risks, engine, readings });
  }
  const bySystem = new Map(figures.systems.map((system) => [system.id, system]));
  return {
    currency,
    engine: engine.name,
    method: { ...engine.method },
    seed: engine.seed,
    years,
    convergence,
    correlation,
    portfolio: plainFigures(figures.portfolio),
    returnPeriods: returnPeriods.map((period) => ({ ...period })),
    systems: systems.flatMap((id) => {
      const system = bySystem.get(id);
      return system === undefined ? [] : [{ id, ...plainFigures(system) }];
    }),
    risks: figures.risks.map((risk) => ({ id: risk.id, ...plainFigures(risk) })),
    limits: annualLossLimits.map((limit) => {
      const { id, scope, exceeds, appetite, tolerance } = limit;
      const standing = limitStanding(limit, readings.get(limit) ?? null);
      return { id, scope, measure: "annualLoss", exceeds, appetite, tolerance, ...standing };
    }),
    unquantified: risks.filter(({ scenario }) => scenario === undefined).map(({ id }) => id),
  };
}

/** Reads the limits of parts, every scope once: several on one scope are a curve. A scope without a scenario gets none. */
async function readParts(
  limits: readonly AnnualLossLimit[],
  {
    risks,
    engine,
    readings,
  }: {
    readonly risks: readonly RiskToScore[];
    readonly engine: QuantificationEngine;
    readonly readings: Map<AnnualLossLimit, LineReading>;
  },
): Promise<void> {
  for (const sharing of limitsByScope(limits.filter(({ scope }) => scope !== "portfolio"))) {
    const { scope } = sharing[0]!;
    const scenarios = quantificationInput(
      risks.filter((risk) => inScope(scope, risk)),
      "residual",
    );
    if (scenarios.length === 0) continue;
    const read = await engine.readings(scenarios, sharing);
    for (const [index, limit] of sharing.entries()) readings.set(limit, read[index]!);
  }
}

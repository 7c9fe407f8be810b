import type { ControlReport } from "../contract/decision-figures.ts";
import type { Portfolio } from "../contract/portfolio.ts";
import type { Control } from "../contract/record.ts";
import { expectedLoss } from "../engine/quantification/control/expected-loss.ts";
import { shareAbove } from "../engine/quantification/control/share-above.ts";
import { YearlyBenefits } from "../engine/quantification/control/yearly-benefits.ts";
import { yearlySpread } from "../engine/quantification/control/yearly-spread.ts";
import { exactLimitReadings, type LineReading } from "../engine/quantification/exact/exact-limit-readings.ts";
import { quantifyExact } from "../engine/quantification/exact/quantify-exact.ts";
import type { Scenario } from "../engine/quantification/scenario.ts";
import { checkSimulation } from "../engine/quantification/simulation/check-simulation.ts";
import { inScope } from "../engine/scoring/in-scope.ts";
import { limitStanding } from "../engine/scoring/limit-standing.ts";
import type { RiskToScore } from "../engine/scoring/risk-score.ts";
import type { AnnualLossLimit } from "./limit-lines.ts";
import { limitsByScope } from "./limits-by-scope.ts";
import { plainFigures } from "./plain-figures.ts";
import { quantificationInput } from "./quantification-input.ts";
import { resolvePortfolio } from "./resolve.ts";

/** A control and the status that it is to have. Ids are of the portfolio, each once. */
export interface StatusChange {
  readonly id: string;
  readonly to: Control["status"];
}

/**
 * What changes if controls have another status: the residual annual loss before and after, each limit, and what a year
 * saves beyond what it costs, simulated on the same drawn years for both.
 *
 * A control that begins to work adds its annual cost, one that ends to work gives it back.
 */
export function controlChange(
  portfolio: Portfolio,
  changes: readonly StatusChange[],
  { years, seed }: { readonly years: number; readonly seed: number },
): ControlReport {
  checkSimulation([], { years, seed });
  const statuses = new Map(changes.map(({ id, to }) => [id, to]));
  const controls = (portfolio.controls ?? []).map((control) => ({
    ...control,
    status: statuses.get(control.id) ?? control.status,
  }));
  const { currency, risks: risksBefore, annualLossLimits } = resolvePortfolio(portfolio);
  const { risks: risksAfter } = resolvePortfolio({ ...portfolio, controls });
  const scenariosBefore = quantificationInput(risksBefore, "residual");
  const scenariosAfter = quantificationInput(risksAfter, "residual");
  const before = plainFigures(quantifyExact(scenariosBefore).portfolio);
  const after = plainFigures(quantifyExact(scenariosAfter).portfolio);
  const annualCost = addedCost(portfolio.controls ?? [], statuses);
  const limitsAfter = limitStates(annualLossLimits, risksAfter);
  return {
    currency,
    set: changes.map(({ id, to }) => ({ id, from: statusOf(portfolio, id), to })),
    before,
    after,
    expectedReduction: before.expectedAnnualLoss - after.expectedAnnualLoss,
    shortfallReduction: {
      "0.95": before.expectedShortfall["0.95"] - after.expectedShortfall["0.95"],
      "0.99": before.expectedShortfall["0.99"] - after.expectedShortfall["0.99"],
    },
    annualCost,
    ...simulatedBenefit(scenariosBefore, scenariosAfter, { annualCost, years, seed }),
    limits: limitStates(annualLossLimits, risksBefore).map(({ id, scope, standing }, index) => ({
      id,
      scope,
      before: standing,
      after: limitsAfter[index]!.standing,
    })),
  };
}

function statusOf(portfolio: Portfolio, id: string): Control["status"] {
  return portfolio.controls!.find((control) => control.id === id)!.status;
}

/** Null where one that begins or ends to work has no known cost. */
function addedCost(controls: readonly Control[], statuses: ReadonlyMap<string, Control["status"]>): number | null {
  let added = 0;
  for (const { id, status, annualCost } of controls) {
    const to = statuses.get(id) ?? status;
    const change = Number(to === "working") - Number(status === "working");
    if (change === 0) continue;
    if (annualCost === undefined) return null;
    added += change * annualCost;
  }
  return added;
}

function simulatedBenefit(
  before: readonly Scenario[],
  after: readonly Scenario[],
  { annualCost, years, seed }: { readonly annualCost: number | null; readonly years: number; readonly seed: number },
): Pick<ControlReport, "benefit" | "probabilityWorth" | "years" | "seed"> {
  const changed = before.flatMap((scenario, index) =>
    JSON.stringify(scenario.controls) === JSON.stringify(after[index]!.controls) ? [] : [index],
  );
  const lacks = changed.map((index) => before[index]!);
  const has = changed.map((index) => after[index]!);
  const total = (scenarios: readonly Scenario[]) => scenarios.reduce((sum, each) => sum + expectedLoss(each), 0);
  const saved = new YearlyBenefits(years, seed, () => false).of(lacks, has);
  return {
    benefit: { mean: total(lacks) - total(has), ...yearlySpread(saved) },
    probabilityWorth: annualCost === null ? null : shareAbove(saved, annualCost),
    years,
    seed,
  };
}

type LimitStates = {
  readonly id: string;
  readonly scope: AnnualLossLimit["scope"];
  readonly standing: ReturnType<typeof limitStanding>;
}[];

/** Every limit on exactly its own scope; those of one scope are read off one solved distribution. */
function limitStates(limits: readonly AnnualLossLimit[], risks: readonly RiskToScore[]): LimitStates {
  const readings = new Map<AnnualLossLimit, LineReading>();
  for (const sharing of limitsByScope(limits)) {
    const within = quantificationInput(
      risks.filter((risk) => inScope(sharing[0]!.scope, risk)),
      "residual",
    );
    if (within.length === 0) continue;
    for (const [index, reading] of exactLimitReadings(within, sharing).entries())
      readings.set(sharing[index]!, reading);
  }
  return limits.map((limit) => ({
    id: limit.id,
    scope: limit.scope,
    standing: limitStanding(limit, readings.get(limit) ?? null),
  }));
}

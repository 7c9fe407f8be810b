import type { FrontierReport } from "../contract/decision-figures.ts";
import type { Portfolio } from "../contract/portfolio.ts";
import { cheapestRestoring } from "../engine/quantification/control/cheapest-restoring.ts";
import { controlFrontier, type FundedSet } from "../engine/quantification/control/control-frontier.ts";
import { expectedLoss } from "../engine/quantification/control/expected-loss.ts";
import { withControls } from "../engine/quantification/control/with-controls.ts";
import { exactAnnualLoss } from "../engine/quantification/exact/exact-annual-loss.ts";
import { exactLimitReadings } from "../engine/quantification/exact/exact-limit-readings.ts";
import type { Scenario } from "../engine/quantification/scenario.ts";
import { inScope } from "../engine/scoring/in-scope.ts";
import { limitStanding } from "../engine/scoring/limit-standing.ts";
import { controlledScenarios, usedControls } from "./controlled-scenarios.ts";
import type { AnnualLossLimit } from "./limit-lines.ts";
import { resolvePortfolio } from "./resolve.ts";

/** What is asked of a budget. */
export interface FundingQuestion {
  readonly budget: number;
  readonly measure: FrontierReport["measure"];
}

/** The controls that a budget may be spent on, and those that nobody priced. */
export interface FundingChoice {
  readonly candidates: readonly {
    readonly id: string;
    readonly status: "planned" | "failing";
    readonly annualCost: number;
  }[];
  readonly unpriced: readonly string[];
}

/** Planned and failing controls that act on a scenario: what may be funded. Those that work go on working. */
export function fundingChoice(portfolio: Portfolio): FundingChoice {
  const { risks } = resolvePortfolio(portfolio);
  const open = usedControls(portfolio, controlledScenarios(risks)).flatMap(({ id, status, annualCost }) =>
    status === "planned" || status === "failing" ? [{ id, status, annualCost }] : [],
  );
  return {
    candidates: open.flatMap(({ id, status, annualCost }) => (annualCost === null ? [] : [{ id, status, annualCost }])),
    unpriced: open.flatMap(({ id, annualCost }) => (annualCost === null ? [id] : [])),
  };
}

/**
 * Which of the planned and failing controls to fund: the frontier of yearly cost against the annual loss, the best set
 * within a budget, and for each limit that is breached the cheapest set that brings it back.
 */
export function controlFunding(portfolio: Portfolio, { budget, measure }: FundingQuestion): FrontierReport {
  const { currency, risks, annualLossLimits } = resolvePortfolio(portfolio);
  const scenarios = controlledScenarios(risks);
  const { candidates } = fundingChoice(portfolio);
  const alwaysOn = new Set(
    usedControls(portfolio, scenarios).flatMap(({ id, status }) => (status === "working" ? [id] : [])),
  );
  const under = (controls: readonly string[]) => withControls(scenarios, new Set([...alwaysOn, ...controls]));
  const found = controlFrontier({ scenarios, candidates, alwaysOn, budget, measure });
  const now = meanOf(under([]));
  const written = (set: FundedSet, { shortfall }: { readonly shortfall: "asked" | "if-measured" }) => {
    const measured = measure === "expectedShortfall" ? set.loss : null;
    const asked = measured === null && shortfall === "asked";
    return {
      controls: [...set.controls],
      cost: set.annualCost,
      expectedAnnualLoss: meanOf(under(set.controls)),
      expectedShortfall: asked ? exactAnnualLoss(under(set.controls)).expectedShortfall["0.95"] : measured,
    };
  };
  return {
    currency,
    budget,
    measure,
    method: found.method === "every-set" ? "exhaustive" : "greedy",
    gap: found.gap,
    bound: found.bound,
    candidates: candidates.map((candidate) => ({
      ...candidate,
      expectedReduction: now - meanOf(under([candidate.id])),
    })),
    frontier: found.frontier.map((set) => written(set, { shortfall: "if-measured" })),
    best: written(found.best, { shortfall: "asked" }),
    restores: annualLossLimits.flatMap((limit) => {
      const within = new Set(risks.flatMap((risk) => (inScope(limit.scope, risk) ? [risk.id] : [])));
      const inside = scenarios.filter(({ id }) => within.has(id));
      return isBreached(limit, withControls(inside, alwaysOn))
        ? [restored(limit, { inside, candidates, alwaysOn })]
        : [];
    }),
  };
}

function meanOf(scenarios: readonly Scenario[]): number {
  return scenarios.reduce((sum, scenario) => sum + expectedLoss(scenario), 0);
}

function isBreached(limit: AnnualLossLimit, scenarios: readonly Scenario[]): boolean {
  const [reading = null] = scenarios.length === 0 ? [] : exactLimitReadings(scenarios, [limit]);
  return limitStanding(limit, reading).status === "breach";
}

function restored(
  limit: AnnualLossLimit,
  {
    inside,
    candidates,
    alwaysOn,
  }: {
    readonly inside: readonly Scenario[];
    readonly candidates: FundingChoice["candidates"];
    readonly alwaysOn: ReadonlySet<string>;
  },
): FrontierReport["restores"][number] {
  const none = { limit: limit.id, controls: null, cost: null, probability: null, method: null };
  // A tolerance of 0 is reached by any loss curve: no control brings it back.
  if (limit.tolerance === 0) return none;
  const line = { exceeds: limit.exceeds, probability: limit.tolerance };
  const set = cheapestRestoring({ scenarios: inside, candidates, alwaysOn, limit: line });
  if (set === null) return none;
  return {
    limit: limit.id,
    controls: [...set.controls],
    cost: set.annualCost,
    probability: set.probability,
    method: set.method === "every-set" ? "exhaustive" : "greedy",
  };
}

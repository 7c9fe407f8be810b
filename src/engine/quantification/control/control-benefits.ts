import { changingPortfolio } from "../change/changing-portfolio.ts";
import type { Scenario } from "../scenario.ts";
import { checkSimulation } from "../simulation/check-simulation.ts";
import type { SimulationWatch } from "../simulation/simulation-options.ts";
import { SimulationStopped } from "../simulation/simulation-stopped.ts";
import { expectedLoss } from "./expected-loss.ts";
import { shareAbove } from "./share-above.ts";
import { type ControlRecord, withControls } from "./with-controls.ts";
import { YearlyBenefits } from "./yearly-benefits.ts";
import { type YearlySpread, yearlySpread } from "./yearly-spread.ts";

/** Mean and the range that holds 90 % of the years. */
interface YearlyRange {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** What one control is worth beside the other working ones. */
export interface ControlBenefit extends ControlRecord {
  /** What it is compared with: a working control with its absence, any other with its presence. */
  readonly compared: "without-it" | "with-it";
  /** Exact. */
  readonly expectedAnnualLossReduction: number;
  /** Of the expected shortfall at 95 %, exact. */
  readonly expectedShortfallReduction: number;
  /** Loss without it less the loss with it in the same simulated year; the mean is the exact one. */
  readonly yearlyBenefit: YearlyRange & YearlySpread;
  /** (benefit − cost)/cost; null without a cost above 0. */
  readonly returnOnControl: YearlyRange | null;
  /** Share of years in which it saves more than it costs, with its standard error; null without a cost. */
  readonly probabilityWorthItsCost: { readonly estimate: number; readonly standardError: number } | null;
  /** Shortfall reduction for each unit of yearly cost; null without a cost above 0. */
  readonly shortfallReductionPerCost: number | null;
}

/** Years and seed of the simulated part; the exact figures do not depend on them. */
export interface BenefitOptions {
  /** 50,000 unless given. */
  readonly years?: number;
  readonly seed: number;
}

/**
 * What each control is worth: having it against not having it, the other working ones as they are.
 *
 * Reductions of the expected annual loss are by formula, those of the expected shortfall by the exact engine. The
 * benefit of single years is simulated over the scenarios that the control is part of, on common random numbers, so
 * that in no year it is below 0. `scenarios` carry the effects of every control, whatever its status; effects of
 * controls that have no record are left out. A retired or failing control is compared as a planned one is.
 *
 * Throws an EstimateError for an invalid estimate, a RangeError for years or a seed out of range or a cost below 0.
 * Source: return on security investment, (reduction of expected annual loss − cost)/cost. docs/method/controls.md.
 *
 * @throws SimulationStopped when `watch.isStopped` answered true
 *
 * @example
 * const controls = [{ control: "review", acts: "loss", effectiveness: 0.5 }];
 * controlBenefits([{ id: "a", system: "s", frequency: 2, loss: { primary: 50 }, controls }],
 *   [{ id: "review", annualCost: 20, status: "working" }], { seed: 1 })[0].returnOnControl.mean // => 1.5
 */
export function controlBenefits(
  scenarios: readonly Scenario[],
  controls: readonly ControlRecord[],
  { years = 50_000, seed }: BenefitOptions,
  { isStopped = () => false, onProgress = () => {} }: SimulationWatch = {},
): ControlBenefit[] {
  checkSimulation(scenarios, { years, seed });
  for (const { id, annualCost } of controls) checkCost(id, annualCost);
  const working = new Set(controls.filter(({ status }) => status === "working").map(({ id }) => id));
  const portfolio = changingPortfolio(withControls(scenarios, working));
  const benefits = new YearlyBenefits(years, seed, isStopped);
  return controls.map((record, k) => {
    if (isStopped()) throw new SimulationStopped();
    const { id, annualCost, status } = record;
    const affected = scenarios.filter((scenario) => scenario.controls.some(({ control }) => control === id));
    const has = withControls(affected, new Set([...working, id]));
    const lacks = withControls(affected, new Set([...working].filter((other) => other !== id)));
    const sum = (variants: readonly Scenario[]) =>
      variants.reduce((total, scenario) => total + expectedLoss(scenario), 0);
    const shortfall = (variants: readonly Scenario[]) => portfolio.with(...variants).expectedShortfall["0.95"];
    const mean = Math.max(0, sum(lacks) - sum(has));
    const expectedShortfallReduction = affected.length > 0 ? Math.max(0, shortfall(lacks) - shortfall(has)) : 0;
    const yearly = benefits.of(lacks, has);
    const spread = yearlySpread(yearly);
    const yearlyBenefit = { mean, low: spread.quantiles["0.05"], high: spread.quantiles["0.95"], ...spread };
    const isCosted = annualCost !== null && annualCost > 0;
    const returned = (benefit: number) => (benefit - annualCost!) / annualCost!;
    onProgress(k + 1, controls.length);
    return {
      ...record,
      compared: status === "working" ? "without-it" : "with-it",
      expectedAnnualLossReduction: mean,
      expectedShortfallReduction,
      yearlyBenefit,
      returnOnControl: isCosted
        ? { mean: returned(mean), low: returned(yearlyBenefit.low), high: returned(yearlyBenefit.high) }
        : null,
      probabilityWorthItsCost: annualCost === null ? null : shareAbove(yearly, annualCost),
      shortfallReductionPerCost: isCosted ? expectedShortfallReduction / annualCost : null,
    };
  });
}

/**
 * Refuses a yearly cost that is none, as a RangeError; null is one that nobody said.
 *
 * @example
 * checkCost("review", 40000) // => undefined
 */
export function checkCost(id: string, annualCost: number | null): void {
  if (annualCost === null || (annualCost >= 0 && annualCost < Infinity)) return;
  throw new RangeError(`control ${id}: annual cost ${annualCost} is not an amount from 0 up; give one, or null`);
}

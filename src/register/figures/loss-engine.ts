import type { AnnualLoss } from "../../engine/quantification/annual-loss.ts";
import { exactAnnualLoss } from "../../engine/quantification/exact/exact-annual-loss.ts";
import { exactExceedance } from "../../engine/quantification/exact/exact-exceedance.ts";
import type { Scenario } from "../../engine/quantification/scenario.ts";

/** Where exact annual losses are computed: in place, or on a thread that leaves this one free. */
export interface LossEngine {
  annualLoss(scenarios: readonly Scenario[]): Promise<AnnualLoss>;
  /** Probability that a year's loss is larger than an amount. */
  exceedance(scenarios: readonly Scenario[], amount: number): Promise<number>;
}

/** In place: for tests and for commands, which have nothing else to do meanwhile. */
export const lossEngineInPlace: LossEngine = {
  annualLoss: async (scenarios) => exactAnnualLoss(scenarios),
  exceedance: async (scenarios, amount) => exactExceedance(scenarios, [amount])[0]!,
};

import { createHash } from "node:crypto";
import type { LimitScope } from "../../contract/record.ts";
import type { State } from "../../contract/score-report.ts";
import type { AnnualLoss } from "../../engine/quantification/annual-loss.ts";
import { exactAnnualLoss } from "../../engine/quantification/exact-annual-loss.ts";
import { exactExceedance } from "../../engine/quantification/exact-exceedance.ts";
import type { Scenario } from "../../engine/quantification/scenario.ts";
import type { RegisterFigures } from "./register-figures.ts";
import { scenariosOf } from "./scenarios-of.ts";

/** The annual loss of a scope, each figure computed when it is first asked for. */
export interface ScopeLoss {
  readonly inherent: AnnualLoss;
  readonly residual: AnnualLoss;
  readonly target: AnnualLoss;
  /** Probability that a year's residual loss is larger than an amount. */
  exceedanceAt(amount: number): number;
}

const mostKept = 500;
/** Answers by what they were computed from, the oldest first: the same scenarios give the same bits. */
const kept = new Map<string, AnnualLoss | number>();

/** The exact annual loss of the scenarios within a scope. */
export function annualLossOf(figures: RegisterFigures, scope: LimitScope): ScopeLoss {
  const loss = (state: State) => {
    const scenarios = scenariosOf(figures, scope, state);
    return remembered(`loss ${hashOf(scenarios)}`, () => exactAnnualLoss(scenarios)) as AnnualLoss;
  };
  return {
    get inherent() {
      return loss("inherent");
    },
    get residual() {
      return loss("residual");
    },
    get target() {
      return loss("target");
    },
    exceedanceAt(amount) {
      const scenarios = scenariosOf(figures, scope, "residual");
      return remembered(
        `over ${amount} ${hashOf(scenarios)}`,
        () => exactExceedance(scenarios, [amount])[0]!,
      ) as number;
    },
  };
}

function remembered(key: string, compute: () => AnnualLoss | number): AnnualLoss | number {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const computed = compute();
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value!);
  kept.set(key, computed);
  return computed;
}

function hashOf(scenarios: readonly Scenario[]): string {
  return createHash("sha256").update(JSON.stringify(scenarios)).digest("base64");
}

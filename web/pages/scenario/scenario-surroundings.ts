import { resolveEstimate } from "../../../src/contract/resolved/resolve-estimate.ts";
import { resolveScenario, type ScenarioContext } from "../../../src/contract/resolved/resolve-scenario.ts";
import type { AnnualLoss } from "../../../src/engine/quantification/annual-loss.ts";
import type { ControlEffect, Scenario } from "../../../src/engine/quantification/scenario.ts";
import type { ReadScenario } from "./read-scenario.ts";
import { leafKind } from "./scenario-draft.ts";
import type { ScenarioQuestion } from "./scenario-figures.ts";

type Draft = Omit<Extract<ScenarioQuestion, { kind: "draft" }>, "kind" | "number">;

/** What a scenario being typed stands among. */
export interface ScenarioSurroundings {
  /** The scenarios of all risks as they are saved; undefined while they are read. */
  readonly held: { readonly others: readonly Scenario[]; readonly before: Scenario | null } | undefined;
  readonly portfolioBefore: AnnualLoss | undefined;
  readonly nameOfCause: (cause: string) => string;
  /** The draft as the worker reads it: levels, currencies and turnover resolved. */
  readonly question: (read: ReadScenario) => Draft;
}

interface Place {
  readonly risk: string;
  readonly system: string;
  /** The controls that work. */
  readonly controls: readonly ControlEffect[];
  readonly context: ScenarioContext;
}

/** A draft as the worker reads it; a leaf that refers to what the register does not have is left to the server to refuse. */
export function draftQuestion(
  { scenario, estimates }: ReadScenario,
  { risk, system, controls, context }: Place,
): Draft {
  const { scale, ...rest } = context;
  const leaves: Record<string, Draft["leaves"][string]> = {};
  for (const [path, estimate] of Object.entries(estimates)) {
    const kind = leafKind(path);
    const levels = kind === "money" ? scale.impact : scale.likelihood;
    try {
      // A share of a turnover nobody gave, a currency without a rate: the server says so when it is saved.
      leaves[path] = { estimate: resolveEstimate(estimate, { ...rest, levels }), kind };
    } catch {
      return { leaves, scenario: null };
    }
  }
  return {
    leaves,
    scenario: scenario === null ? null : { id: risk, system, ...resolveScenario(scenario, context), controls },
  };
}

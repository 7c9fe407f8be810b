import type { CubeDefinition } from "../engine/fairness/cube/cube-draft.ts";
import type { TimeUnit } from "./sql-dialect.ts";

/** What is to be counted: which column plays which part, and how its values are read. */
export interface CountQuestion {
  readonly attributes: readonly string[];
  readonly controls: readonly string[];
  readonly label?: string;
  /** A column; or, where scores decide, the score that is enough for the decision 1. */
  readonly decision?: { readonly column: string } | { readonly threshold: number };
  readonly score?: string;
  readonly weight?: string;
  readonly time?: { readonly column: string; readonly every: TimeUnit };
  readonly model?: string;
  readonly task: CubeDefinition["task"];
  /** Texts that mean a missing value, beside the empty one. */
  readonly missing: readonly string[];
}

/** The engine's definition of the same cube. */
export function cubeDefinitionOf(question: CountQuestion): CubeDefinition {
  return {
    attributes: question.attributes,
    controls: question.controls,
    task: question.task,
    scores: question.score === undefined ? "none" : "given",
    weights: question.weight === undefined ? "none" : "given",
    ...(question.time && { time: question.time.column }),
    ...(question.model !== undefined && { model: question.model }),
  };
}

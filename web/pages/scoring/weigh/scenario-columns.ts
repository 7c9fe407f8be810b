import { type DimensionDraft, labelOf } from "./weigh-draft.ts";

export interface ScenarioColumn {
  readonly id: string;
  readonly title: string;
  /** What the column says at length. */
  readonly meaning: string;
  /** What of a scenario it edits; null where it follows from the ratings. */
  readonly edits: "name" | DimensionDraft | null;
}

/** The sheet's columns from left to right: the scenario, its rating on each dimension, what comes of it. */
export function scenarioColumns(dimensions: readonly DimensionDraft[]): readonly ScenarioColumn[] {
  return [
    { id: "id", title: "Scenario", meaning: "name", edits: "name" },
    ...dimensions.map((dimension): ScenarioColumn => {
      const title = labelOf(dimension) || "not named";
      return { id: `rating-${dimension.key}`, title, meaning: title, edits: dimension };
    }),
    { id: "score", title: "Score", meaning: "score", edits: null },
    { id: "rank", title: "Rank", meaning: "rank", edits: null },
  ];
}

import type { WeighFile, Weighting } from "../../../../src/contract/weigh-file.ts";
import { anchorsText } from "./read-anchors.ts";
import { ratingText } from "./read-scenario-rating.ts";

/** A dimension as it is typed. */
export interface DimensionDraft {
  /** Names the dimension while its name is typed. */
  readonly key: number;
  /** Empty until it is kept; from then on it stays. */
  readonly id: string;
  readonly name: string;
  readonly criterion: string;
  readonly anchors: string;
}

type Scenario = WeighFile["scenarios"][number];

/** A scenario as it is typed: ratings are text, by the dimension's key, until they are read. */
export interface ScenarioDraft {
  readonly key: number;
  /** Empty until it is kept; from then on it stays. */
  readonly id: string;
  readonly name: string;
  readonly ratings: Readonly<Record<number, string>>;
  readonly rest: Omit<Scenario, "id" | "name" | "ratings">;
}

/** Weights that are typed and not kept yet; what is kept is read only. */
export interface VersionDraft {
  readonly version: string;
  readonly on: string;
  readonly by: string;
  readonly reason: string;
  readonly aggregate: Weighting["aggregate"];
  /** By the dimension's key; they sum to 100, or to 1. */
  readonly weights: Readonly<Record<number, string>>;
}

export interface WeighSheet {
  readonly levels: WeighFile["levels"];
  readonly gate: string;
  readonly dimensions: readonly DimensionDraft[];
  readonly scenarios: readonly ScenarioDraft[];
  /** Null while no new weights are typed. */
  readonly version: VersionDraft | null;
}

export function sheetOfScenarios({ levels, gate, dimensions, scenarios }: WeighFile): WeighSheet {
  return {
    levels,
    gate: gate === undefined ? "" : String(gate.score),
    dimensions: dimensions.map(({ id, name = "", criterion = "", anchors }, key) => ({
      key,
      id,
      name,
      criterion,
      anchors: anchorsText(anchors),
    })),
    scenarios: scenarios.map(({ id, name = "", ratings, ...rest }, key) => ({
      key,
      id,
      name,
      ratings: Object.fromEntries(
        dimensions.flatMap((dimension, k) =>
          Object.hasOwn(ratings, dimension.id) ? [[k, ratingText(ratings[dimension.id])]] : [],
        ),
      ),
      rest,
    })),
    version: null,
  };
}

export function labelOf({ name, id }: { readonly name: string; readonly id: string }): string {
  return name.trim() || id;
}

/** A scenario of its own at the end, empty. */
export function withNewScenario(sheet: WeighSheet): WeighSheet {
  const scenario = { key: nextKey(sheet.scenarios), id: "", name: "", ratings: {}, rest: {} };
  return { ...sheet, scenarios: [...sheet.scenarios, scenario] };
}

/** A dimension at the end: there it moves no draw of the others. */
export function withNewDimension(sheet: WeighSheet, name = ""): WeighSheet {
  const dimension = { key: nextKey(sheet.dimensions), id: "", name, criterion: "", anchors: "" };
  return { ...sheet, dimensions: [...sheet.dimensions, dimension] };
}

export function withoutDimension(sheet: WeighSheet, key: number): WeighSheet {
  return {
    ...sheet,
    dimensions: sheet.dimensions.filter((dimension) => dimension.key !== key),
    scenarios: sheet.scenarios.map((scenario) => ({ ...scenario, ratings: without(scenario.ratings, key) })),
    version: sheet.version && { ...sheet.version, weights: without(sheet.version.weights, key) },
  };
}

export function withDimension(sheet: WeighSheet, changed: DimensionDraft): WeighSheet {
  return { ...sheet, dimensions: sheet.dimensions.map((one) => (one.key === changed.key ? changed : one)) };
}

export function withScenario(sheet: WeighSheet, changed: ScenarioDraft): WeighSheet {
  return { ...sheet, scenarios: sheet.scenarios.map((one) => (one.key === changed.key ? changed : one)) };
}

/** The scenario rated anew on one dimension; an empty text takes the rating away. */
export function withRating(scenario: ScenarioDraft, key: number, text: string): ScenarioDraft {
  if ((scenario.ratings[key] ?? "") === text) return scenario;
  return {
    ...scenario,
    ratings: text === "" ? without(scenario.ratings, key) : { ...scenario.ratings, [key]: text },
  };
}

function nextKey(list: readonly { readonly key: number }[]): number {
  return 1 + Math.max(-1, ...list.map(({ key }) => key));
}

function without(texts: Readonly<Record<number, string>>, key: number): Readonly<Record<number, string>> {
  const { [key]: _, ...others } = texts;
  return others;
}

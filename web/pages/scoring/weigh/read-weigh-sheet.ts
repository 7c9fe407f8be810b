import { formatNumber, plural } from "../../../../src/chart/series/format-number.ts";
import type { WeighFile, Weighting } from "../../../../src/contract/weigh-file.ts";
import { proposedId } from "../../risk/risk-draft.ts";
import { keptWeighting } from "./kept-weights.ts";
import { readAnchors } from "./read-anchors.ts";
import { readScenarioRating, type ScenarioRating } from "./read-scenario-rating.ts";
import { readWeights } from "./read-weights.ts";
import { labelOf, type ScenarioDraft, type VersionDraft, type WeighSheet } from "./weigh-draft.ts";

/** What a file holds besides what the page edits. */
export type WeighBase = Omit<WeighFile, "levels" | "gate" | "dimensions" | "scenarios">;

interface ReadWeighSheet {
  /** The file to keep; null while something stands in the way. */
  readonly document: WeighFile | null;
  /** What of it can be computed: what cannot be read counts as not rated. Null while there is nothing to compute. */
  readonly computable: WeighFile | null;
  /** Keys of the rows by the ids that the computed file gives them. */
  readonly keys: ReadonlyMap<string, number>;
  /** What is wrong, by `key.column` of a cell, `dimension.key.field`, `gate` or `version`. */
  readonly mistakes: ReadonlyMap<string, string>;
  /** What stands in the way of saving first; null where nothing does. */
  readonly missing: string | null;
}

/** Reads the whole sheet: what can be computed of it, and what stands in the way of keeping it. */
export function readWeighSheet(sheet: WeighSheet, base: WeighBase): ReadWeighSheet {
  const mistakes = new Map<string, string>();
  const dimensionIds = freeIds(sheet.dimensions, "dimension");
  const scenarioIds = freeIds(sheet.scenarios, "scenario");
  const dimensions = sheet.dimensions.map(
    ({ key, id, name, criterion, anchors }, at): WeighFile["dimensions"][number] => {
      if (labelOf({ id, name }) === "") mistakes.set(`dimension.${key}.name`, "missing; say what kind of harm it is");
      const read = readAnchors(anchors);
      if (read.kind === "mistake") mistakes.set(`dimension.${key}.anchors`, read.what);
      return {
        id: dimensionIds[at]!,
        ...(name.trim() !== "" && { name: name.trim() }),
        ...(criterion.trim() !== "" && { criterion: criterion.trim() }),
        ...(read.kind === "anchors" && { anchors: read.value }),
      };
    },
  );
  let unnamed = 0;
  const scenarios = sheet.scenarios.map((scenario, at): WeighFile["scenarios"][number] => {
    if (labelOf(scenario) === "") unnamed++;
    return {
      id: scenarioIds[at]!,
      ...(scenario.name.trim() !== "" && { name: scenario.name.trim() }),
      ...scenario.rest,
      ratings: ratingsOf(scenario, sheet, dimensionIds, mistakes),
    };
  });
  const gate = gateOf(sheet.gate, mistakes);
  const kept = base.weightings.map((weighting) => keptWeighting(weighting, dimensionIds));
  const typed = sheet.version && typedWeighting(sheet.version, sheet, dimensionIds, kept, mistakes);
  const file: WeighFile = {
    ...base,
    levels: sheet.levels,
    dimensions,
    weightings: [...kept, ...(typed ? [typed] : [])],
    scenarios,
    ...(gate !== undefined && { gate }),
  };
  const missing =
    dimensions.length === 0
      ? "there is no dimension; add what harm is weighed by"
      : scenarios.length === 0
        ? "there is no scenario; add one"
        : unnamed > 0
          ? `${formatNumber(unnamed)} ${plural("scenario", unnamed)} without a name`
          : (mistakes.values().next().value ?? (file.weightings.length === 0 ? "there are no weights" : null));
  const canCompute = dimensions.length > 0 && scenarios.length > 0 && file.weightings.length > 0;
  return {
    document: missing === null ? file : null,
    computable: canCompute ? file : null,
    keys: new Map(scenarioIds.map((id, at) => [id, sheet.scenarios[at]!.key])),
    mistakes,
    missing,
  };
}

function ratingsOf(
  { key, ratings }: ScenarioDraft,
  { dimensions, levels }: WeighSheet,
  ids: readonly string[],
  mistakes: Map<string, string>,
): Record<string, ScenarioRating> {
  return Object.fromEntries(
    dimensions.flatMap((dimension, at) => {
      const read = readScenarioRating(ratings[dimension.key] ?? "", levels);
      if (read.kind === "mistake") mistakes.set(`${key}.${dimension.key}`, read.what);
      return read.kind === "rating" ? [[ids[at]!, read.value]] : [];
    }),
  );
}

function gateOf(typed: string, mistakes: Map<string, string>): WeighFile["gate"] {
  const text = typed.trim();
  if (text === "") return undefined;
  const score = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (score >= 0 && score <= 1) return { score };
  mistakes.set("gate", `gate “${text}” is no score; write 0 to 1, such as 0.3`);
  return undefined;
}

/** Null while its weights cannot be used. */
function typedWeighting(
  { version, on, by, reason, aggregate, ...draft }: VersionDraft,
  { dimensions }: WeighSheet,
  ids: readonly string[],
  kept: readonly Weighting[],
  mistakes: Map<string, string>,
): Weighting | null {
  const name = version.trim();
  if (name === "") mistakes.set("version", "the new version of the weights has no name");
  else if (kept.some((one) => one.version === name))
    mistakes.set("version", `version “${name}” is there already; give the new weights a name of their own`);
  const { weights, mistake } = readWeights(draft, dimensions);
  if (mistake !== null) mistakes.set("weights", mistake);
  if (weights === null || mistakes.has("version")) return null;
  return {
    version: name,
    ...(on !== "" && { on }),
    ...(by.trim() !== "" && { by: by.trim() }),
    ...(reason.trim() !== "" && { reason: reason.trim() }),
    weights: Object.fromEntries(ids.map((id, at) => [id, weights[at]!])),
    aggregate,
  };
}

/** Ids as they are kept; what has none yet gets one of its name, that nothing else has. */
function freeIds(list: readonly { readonly id: string; readonly name: string }[], otherwise: string): string[] {
  const taken = new Set(list.map(({ id }) => id));
  return list.map(({ id, name }) => {
    if (id !== "") return id;
    const wanted = proposedId(name) || otherwise;
    let free = wanted;
    for (let next = 2; taken.has(free); next++) free = `${wanted}-${next}`;
    taken.add(free);
    return free;
  });
}

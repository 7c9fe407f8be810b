import { defaultImpactCriteria, defaultLikelihoodCriteria } from "../../../../src/contract/default-criteria.ts";
import type { FileScale } from "../../../../src/contract/scale.ts";
import { flooredScale } from "../../../../src/contract/structured/floored-scale.ts";
import { numberText } from "../../scenario/number-text.ts";

export const axes = ["likelihood", "impact"] as const;
export type Axis = (typeof axes)[number];

/** A level as it is typed: bounds are text until they are read. Of likelihood the criterion stands under `criterion`. */
export interface LevelDraft {
  /** Names the row while its name is typed. */
  readonly key: number;
  readonly name: string;
  readonly from: string;
  readonly criteria: Readonly<Record<string, string>>;
}

export interface AxisDraft {
  readonly levels: readonly LevelDraft[];
  readonly top: string;
}

interface BandDraft {
  readonly key: number;
  readonly name: string;
}

export interface MatrixDraft extends Readonly<Record<Axis, AxisDraft>> {
  readonly score: "product" | "sum";
  /** Lowest first. */
  readonly bands: readonly BandDraft[];
  /** Key of each cell's band: one row per likelihood, lowest first. */
  readonly grid: readonly (readonly number[])[];
  /** Keys of the impact level from which it holds, and of its band. */
  readonly floor: { readonly level: number; readonly band: number } | null;
}

/** A cell by its place in the grid, counted from 0 at the lowest levels. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Fewest and most levels of an axis, and bands. */
export const sizes = { levels: { least: 2, most: 10 }, bands: { least: 2, most: 8 } } as const;

/** A written scale, its defaults filled in, as a draft. */
export function draftOfScale(file: FileScale | undefined): MatrixDraft {
  const { scale, floor } = flooredScale(file);
  const { likelihood, impact, bandNames, bands, score } = scale;
  const impactCriteria = (k: number) =>
    (file?.impact === undefined ? defaultImpactCriteria[k] : file.impact[k]?.criteria) ?? {};
  const likelihoodCriterion = (k: number) =>
    (file?.likelihood === undefined ? defaultLikelihoodCriteria[k] : file.likelihood[k]?.criterion) ?? "";
  return {
    likelihood: {
      levels: likelihood.map(({ name, from }, key) => ({
        key,
        name,
        from: numberText(from, "events"),
        criteria: { criterion: likelihoodCriterion(key) },
      })),
      top: numberText(likelihood.at(-1)!.to, "events"),
    },
    impact: {
      levels: impact.map(({ name, from }, key) => ({
        key,
        name,
        from: numberText(from, "money"),
        criteria: { ...impactCriteria(key) } as Record<string, string>,
      })),
      top: numberText(impact.at(-1)!.to, "money"),
    },
    score,
    bands: bandNames.map((name, key) => ({ key, name })),
    grid: bands.map((row) => row.map((band) => bandNames.indexOf(band))),
    floor: floor === undefined ? null : { level: floor.impact - 1, band: bandNames.indexOf(floor.band) },
  };
}

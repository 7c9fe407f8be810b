import { defaultScale } from "../../engine/scoring/default-scale.ts";
import { defaultSeverityFloor } from "../../engine/scoring/default-severity-floor.ts";
import { deriveBands } from "../../engine/scoring/derive-bands.ts";
import { levelsFromBounds } from "../../engine/scoring/levels-from-bounds.ts";
import { raiseToFloor } from "../../engine/scoring/raise-to-floor.ts";
import type { Scale } from "../../engine/scoring/scale.ts";
import type { FileScale } from "../scale.ts";

/**
 * The scale of a portfolio with everything that the file leaves out.
 *
 * `likelihood`, `impact`, `score` and `bandNames` stand in for the default's one by one. A grid that is written holds
 * as written; without one the bands follow from the numeric bounds, with the default severity floor unless the file
 * states its own. A floor that is stated is applied to a written grid too.
 */
export function resolveScale(file: FileScale | undefined): Scale {
  if (file === undefined) return defaultScale;
  const likelihood = file.likelihood === undefined ? defaultScale.likelihood : levelsFromBounds(file.likelihood);
  const impact = file.impact === undefined ? defaultScale.impact : levelsFromBounds(file.impact);
  const bandNames = file.bandNames ?? defaultScale.bandNames;
  const grid = file.bands ?? deriveBands(likelihood, impact, bandNames);
  const stated = file.severityFloor;
  const floor = stated ?? (file.bands === undefined ? defaultSeverityFloor(impact.length, bandNames) : undefined);
  return {
    likelihood,
    impact,
    score: file.score ?? defaultScale.score,
    bandNames,
    bands: floor === undefined ? grid : raiseToFloor(grid, bandNames, floor),
  };
}

import { defaultSeverityFloor } from "../../engine/scoring/default-severity-floor.ts";
import { deriveBands } from "../../engine/scoring/derive-bands.ts";
import type { SeverityFloor } from "../../engine/scoring/raise-to-floor.ts";
import type { Scale } from "../../engine/scoring/scale.ts";
import { resolveScale } from "../resolved/resolve-scale.ts";
import type { FileScale } from "../scale.ts";

/** A scale with what its severity floor was applied to. */
export interface FlooredScale {
  readonly scale: Scale;
  /** The bands before the floor. */
  readonly plainBands: readonly (readonly string[])[];
  readonly floor: SeverityFloor | undefined;
}

/**
 * A written scale with its floor told apart from the rest of its bands.
 *
 * A grid that is written has its floor in it. Where a cell is exactly as high as the floor asks, and its numbers alone
 * would make it lower, the floor is why.
 */
export function flooredScale(file: FileScale | undefined): FlooredScale {
  const scale = resolveScale(file);
  const { likelihood, impact, bandNames } = scale;
  const derived = deriveBands(likelihood, impact, bandNames);
  if (file?.bands === undefined)
    return {
      scale,
      plainBands: derived,
      floor: file?.severityFloor ?? defaultSeverityFloor(impact.length, bandNames),
    };
  const floor = file.severityFloor;
  if (floor === undefined) return { scale, plainBands: scale.bands, floor };
  const isLower = (band: string) => bandNames.indexOf(band) < bandNames.indexOf(floor.band);
  const plainBands = scale.bands.map((row, i) =>
    row.map((band, j) => {
      const alone = derived[i]![j]!;
      return j + 1 >= floor.impact && band === floor.band && isLower(alone) ? alone : band;
    }),
  );
  return { scale, plainBands, floor };
}

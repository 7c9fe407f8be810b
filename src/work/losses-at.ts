import { isAnyControlled, type SimulationPart } from "../engine/quantification/simulation/simulation-part.ts";
import type { YearLosses } from "../engine/quantification/simulation/year-losses.ts";
import type { PartTurns } from "./part-turns.ts";

/** Where a part's losses are left: in one array where nothing is controlled. */
export function lossesAt(
  places: readonly YearLosses[],
  turns: PartTurns,
  part: SimulationPart,
  index: number,
): YearLosses {
  const place = places[turns.placeOf(index)]!;
  return isAnyControlled(part.scenarios) ? place : { inherent: place.inherent, residual: place.inherent };
}

import type { AxiomBreach } from "../../engine/scoring/matrix/cox-breaches.ts";
import type { MatrixCell } from "../../engine/scoring/matrix/matrix-cell.ts";
import type { Scale } from "../../engine/scoring/scale.ts";

/** What one cell offends against, in a sentence. */
export function breachMessage({ axiom, cell, beside }: AxiomBreach, scale: Scale): string {
  const name = (one: MatrixCell) =>
    `${scale.bandNames[one.band]} cell (${scale.likelihood[one.likelihood - 1]!.name}, ${scale.impact[one.impact - 1]!.name})`;
  if (axiom === "weak-consistency" && beside !== null) {
    const isHigher = cell.band > beside.band;
    const reach = (one: MatrixCell, end: "low" | "high") => amount(one[end]);
    return isHigher
      ? `${name(cell)} begins at ${reach(cell, "low")} a year, below what the ${name(beside)} reaches, ${reach(beside, "high")}`
      : `${name(cell)} reaches ${reach(cell, "high")} a year, above where the ${name(beside)} begins, ${reach(beside, "low")}`;
  }
  if (axiom === "betweenness" && beside !== null)
    return `${name(cell)} adjoins the ${name(beside)}: a small step leads over every band between`;
  const [lowest, highest] = [scale.bandNames[0]!, scale.bandNames.at(-1)!];
  const meant = cell.low > 0 && cell.band !== scale.bandNames.length - 1 ? `${lowest} or ${highest}` : lowest;
  return `${name(cell)} means ${amount(cell.low)} to ${amount(cell.high)} a year, as cells do that are ${meant}`;
}

/** Six digits at most, thousands parted: the locale of the machine has no say in it. */
function amount(value: number): string {
  const [whole = "", decimals] = String(Number(value.toPrecision(6))).split(".");
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? parted : `${parted}.${decimals}`;
}

import { defaultSeverityFloor } from "./default-severity-floor.ts";
import { deriveBands } from "./derive-bands.ts";
import { levelsFromBounds } from "./levels-from-bounds.ts";
import { raiseToFloor } from "./raise-to-floor.ts";
import type { Scale } from "./scale.ts";

const likelihood = levelsFromBounds([
  { name: "rare", from: 0 },
  { name: "unlikely", from: 0.1 },
  { name: "possible", from: 0.3 },
  { name: "likely", from: 1 },
  { name: "frequent", from: 3, to: 10 },
]);
const impact = levelsFromBounds([
  { name: "minor", from: 0 },
  { name: "moderate", from: 30_000 },
  { name: "serious", from: 100_000 },
  { name: "major", from: 300_000 },
  { name: "severe", from: 1_000_000, to: 3_000_000 },
]);
const bandNames = ["low", "medium", "high", "critical"];

/**
 * The scale of a portfolio that states none: five levels by five, steps of about √10, product score.
 *
 * Likelihood in loss events a year, impact in loss of one event in the portfolio's currency. Its bands follow from
 * its numbers (`deriveBands`) and the severity floor; the criteria in words are in contract/default-criteria.ts.
 *
 * ```
 *            minor  moderate  serious  major     severe
 * frequent   low    high      high     critical  critical
 * likely     low    medium    high     high      critical
 * possible   low    medium    medium   high      high
 * unlikely   low    low       medium   medium    high
 * rare       low    low       low      medium    medium
 * ```
 *
 * @example
 * defaultScale.bands[0] // => ["low", "low", "low", "medium", "medium"]
 */
export const defaultScale: Scale = {
  likelihood,
  impact,
  score: "product",
  bandNames,
  bands: raiseToFloor(
    deriveBands(likelihood, impact, bandNames),
    bandNames,
    defaultSeverityFloor(impact.length, bandNames),
  ),
};

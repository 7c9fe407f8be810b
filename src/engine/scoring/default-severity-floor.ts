import type { SeverityFloor } from "./raise-to-floor.ts";

/**
 * The floor where none is stated: from impact level ⌈0.8 · levels⌉ up at least the second band.
 *
 * On five levels that is level 4 (major), the second of low, medium, high, critical being medium.
 *
 * @example
 * defaultSeverityFloor(5, ["low", "medium", "high", "critical"]) // => { impact: 4, band: "medium" }
 */
export function defaultSeverityFloor(impactLevels: number, bandNames: readonly string[]): SeverityFloor {
  // In whole fifths: 0.8 × 5 must not be taken for a little more than 4.
  return { impact: Math.ceil((4 * impactLevels) / 5), band: bandNames[1]! };
}

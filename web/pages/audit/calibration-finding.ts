import { groupLabel } from "../../../src/chart/series/fairness/group-words.ts";
import type { AuditReport } from "../../../src/contract/audit-report.ts";

/**
 * Of which group the score is off most, and to which side. Said only where Cox's test, for as many groups as there are,
 * does not leave it to chance.
 */
export function calibrationFinding(calibration: AuditReport["calibration"]): string {
  const groups = calibration.filter(({ group }) => Object.keys(group).length > 0);
  const off = groups.filter(({ cox }) => cox !== null && cox.pValue < 0.05 / groups.length);
  const [worst] = off.toSorted((a, b) => (b.error.corrected ?? 0) - (a.error.corrected ?? 0));
  if (!worst) return "Score against what happened";
  let [above, weight] = [0, 0];
  for (const bin of worst.curve) {
    above += bin.weight * (bin.observedRate - bin.meanScore);
    weight += bin.weight;
  }
  const people = groupLabel(worst.group);
  // Under a point it is a matter of the curve's shape, not of a side.
  if (weight === 0 || Math.abs(above / weight) < 0.01) return `Of ${people} score and label are furthest apart`;
  return above > 0
    ? `Of ${people} the score says too little: the label is positive more often than it says`
    : `Of ${people} the score says too much: the label is positive less often than it says`;
}

import { formatCount } from "../../../src/chart/series/format-number.ts";
import type { AuditReport } from "../../../src/contract/audit-report.ts";

type Tested = Pick<AuditReport["disparities"][number], "adjustedPValue">;

/** How many of the tested disparities chance does not explain, at the level of the audit and after adjustment. */
export function disparitiesFinding(disparities: readonly Tested[], level: number): string {
  const tested = disparities.flatMap(({ adjustedPValue }) => (adjustedPValue === null ? [] : [adjustedPValue]));
  if (tested.length === 0) return "Disparities";
  const certain = tested.filter((p) => p + level < 1).length;
  if (certain === 0)
    return tested.length === 1
      ? "Chance may explain this gap"
      : `Chance may explain each of ${formatCount(tested.length)} gaps`;
  return `Chance does not explain ${formatCount(certain)} of ${formatCount(tested.length)} ${tested.length === 1 ? "gap" : "gaps"}`;
}

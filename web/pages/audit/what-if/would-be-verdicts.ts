import type { AuditReport } from "../../../../src/contract/audit-report.ts";
import { tableSource } from "../../../../src/engine/fairness/disparity/table-source.ts";
import { outcomesAt, type ThresholdTable } from "../../../../src/engine/fairness/threshold/threshold-table.ts";
import { judgeDisparity } from "../../../../src/engine/fairness/verdict/verdict.ts";

/** Disparities that follow the thresholds. */
export const triedDisparities = [
  "demographicParityDifference",
  "demographicParityRatio",
  "equalOpportunityDifference",
  "equalizedOddsDifference",
  "predictiveParityDifference",
] as const;

/** Where a limit would put a disparity that thresholds are tried on. */
export interface WouldBe {
  readonly name: string;
  readonly bound: number;
  readonly verdict: "within" | "outside" | "not-enough-evidence";
}

export type Judged = Pick<AuditReport, "limits" | "settings">;

/** What the engine would say of each limit on these groups, were the thresholds these. */
export function wouldBeVerdicts(
  { limits, settings }: Judged,
  table: ThresholdTable,
  thresholds: readonly number[],
  reference: number | null,
): WouldBe[] {
  const here = table.attributes.join("\n");
  const source = tableSource(outcomesAt(table, thresholds));
  return limits
    .filter(
      ({ disparity, attributes }) =>
        (triedDisparities as readonly string[]).includes(disparity) && (attributes?.join("\n") ?? here) === here,
    )
    .map((limit) => {
      const { comparison, minimumSupport } = settings;
      const { verdict } = judgeDisparity(source, limit, {
        comparison,
        minimumSupport,
        seed: 0,
        testing: "none",
        ...(reference !== null && { reference }),
      });
      return { name: limit.disparity, bound: limit.bound, verdict };
    });
}

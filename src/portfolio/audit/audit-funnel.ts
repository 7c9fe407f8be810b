import type { AuditReport } from "../../contract/audit-report.ts";
import type { AuditSettings } from "../../contract/audit-request.ts";
import type { DecisionCube } from "../../engine/fairness/cube/decision-cube.ts";
import { funnelStages } from "../../engine/fairness/profile/funnel-stages.ts";
import { figureOf } from "../../engine/fairness/rate/figure.ts";
import { auditDisparity } from "./audit-report.ts";

/**
 * Selection at each step of a process, by each protected attribute: where a gap of the whole opens.
 *
 * @throws RangeError when a decision is none of the stages
 */
export function auditFunnel(
  cube: DecisionCube,
  {
    attributes,
    stages,
    settings,
  }: {
    readonly attributes: readonly string[];
    readonly stages: readonly string[];
    readonly settings: AuditSettings;
  },
): AuditReport["funnel"] {
  const { seed, replicates, minimumSupport } = settings;
  const about = {
    comparison: "between-groups",
    level: settings.level,
    seed,
    draws: replicates,
    minimumSupport,
  } as const;
  return attributes.map((attribute) => ({
    attributes: [attribute],
    steps: funnelStages(cube, [attribute], stages, about).map(({ from, to, groups, disparity }) => ({
      from,
      to,
      groups: groups.map(({ rate, ...group }) => ({ ...group, rate: figureOf(rate, 0.95) })),
      disparity: auditDisparity({ ...disparity, adjustedPValue: null }),
    })),
  }));
}

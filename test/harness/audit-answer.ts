import type { AuditReport } from "../../src/contract/audit-report.ts";
import { type AuditSettings, auditCube } from "../../src/engine/fairness/audit.ts";
import type { DecisionCube } from "../../src/engine/fairness/cube/decision-cube.ts";

/** The parts of a report that its charts are drawn from. */
export type ChartedAudit = Pick<
  AuditReport,
  "groups" | "overall" | "disparities" | "verdicts" | "calibration" | "limits" | "settings" | "mapping" | "scores"
>;

/** What an audit of a cube reports, as JSON. */
export function auditAnswer(cube: DecisionCube, settings: Partial<AuditSettings> = {}): ChartedAudit {
  const attributes = cube.dimensions.flatMap(({ name, role }) => (role === "attribute" ? [name] : []));
  const about = { purpose: "a test", rationale: "the test says so", approvedBy: "mara", approvedOn: "2026-03-02" };
  const limits = [
    { disparity: "demographicParityRatio", bound: 0.8, ...about },
    { disparity: "equalOpportunityDifference", bound: 0.1, ...about },
  ];
  const rule = settings.rule ?? { kind: "decision", favourable: "1" };
  const audit = auditCube(cube, { attributes, rule, limits, seed: 1, ...settings });
  const verdicts = audit.verdicts.map(({ disparity, ...verdict }) => ({ ...verdict, figure: disparity }));
  const { comparison = "between-groups", level = 0.95 } = settings;
  return JSON.parse(
    JSON.stringify({
      ...audit,
      verdicts,
      limits,
      scores: cube.scores.kind,
      settings: { comparison, level, reference: "largest", minimumSupport: 0 },
      mapping: {
        protected: attributes,
        ...(rule.kind === "threshold" ? { threshold: rule.at } : { decision: "decision" }),
      },
    }),
  ) as ChartedAudit;
}

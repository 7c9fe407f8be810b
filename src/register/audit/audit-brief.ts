import { createHash } from "node:crypto";
import type { AuditRecord, JudgedDisparity } from "../../contract/audit-record.ts";
import type { AuditReport } from "../../contract/audit-report.ts";
import { disparityDefinition } from "../../engine/fairness/disparity/disparity-definition.ts";

/** What a kept audit's record says of its report. */
export type AuditBrief = Omit<AuditRecord, "id" | "name" | "system" | "risk" | "by"> & {
  readonly method: AuditReport["method"];
};

/** A report in short; `text` is the report as it is kept. */
export function auditBrief(report: AuditReport, text: string): AuditBrief {
  const { source, settings, rows, mapping, sentences, countsHash, verdicts, method } = report;
  const count = (said: AuditReport["verdicts"][number]["verdict"]) =>
    verdicts.filter(({ verdict }) => verdict === said).length;
  return {
    source: source.name,
    ...(settings.dataSeenOn !== null && { dataSeenOn: settings.dataSeenOn }),
    rows,
    attributes: mapping.protected ?? [],
    verdicts: { within: count("within"), outside: count("outside"), notEnoughEvidence: count("not-enough-evidence") },
    sentences,
    judged: judgedOf(report),
    reportHash: createHash("sha256").update(text).digest("hex"),
    countsHash,
    method,
  };
}

/** A disparity is listed once, whatever the number of bounds that it was held to: its interval is the same. */
function judgedOf({ verdicts, settings }: AuditReport): JudgedDisparity[] {
  const judged = new Map<string, JudgedDisparity>();
  for (const { name, attributes, figure, unknownGroups } of verdicts) {
    judged.set(JSON.stringify([name, attributes]), {
      disparity: name,
      attributes,
      kind: disparityDefinition(name).kind,
      comparison: settings.comparison,
      estimate: figure.estimate,
      low: figure.estimate === null ? null : figure.low,
      high: figure.estimate === null ? null : figure.high,
      unknownGroups: unknownGroups.length,
    });
  }
  return [...judged.values()];
}

import type { AuditReport } from "../../contract/audit-report.ts";
import type { AuditProfileName } from "../../contract/audit-request.ts";
import { fairnessLaws } from "../../frameworks/fairness-laws.ts";

const lawOf = {
  "four-fifths": "four-fifths",
  ll144: "ll144",
  lending: "ecoa-regulation-b",
  art10: "ai-act-article-10",
} as const satisfies {
  readonly [name in AuditProfileName]: (typeof fairnessLaws)[number]["id"];
};

/** The law that a profile's tables come from, and how it stands. */
export function auditLaw(name: AuditProfileName): NonNullable<AuditReport["law"]> {
  const { id: _, ...law } = fairnessLaws.find(({ id }) => id === lawOf[name])!;
  return law;
}

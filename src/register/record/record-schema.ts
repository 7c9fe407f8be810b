import type { z } from "zod";
import { assignmentRule } from "../../contract/assignment-rule.ts";
import { auditRecord } from "../../contract/audit-record.ts";
import type { RecordKind } from "../../contract/event.ts";
import { settings } from "../../contract/portfolio.ts";
import { assessment, control, dependency, limit, person, risk, system } from "../../contract/record.ts";
import type { Role } from "../../contract/roles.ts";
import { study } from "../../contract/study.ts";
import { workshopRecord } from "../../contract/workshop.ts";
import type { RecordOf } from "./record-kind.ts";

/** The shape each kind of record must have. */
export const recordSchema: { [K in RecordKind]: z.ZodType<RecordOf[K]> } = {
  settings,
  person,
  dependency,
  system,
  control,
  limit,
  risk,
  assessment,
  audit: auditRecord,
  study,
  workshop: workshopRecord,
  "assignment-rule": assignmentRule,
};

/** The role that may change each kind. */
export const roleToChange = {
  settings: "approver",
  person: "administrator",
  dependency: "contributor",
  system: "contributor",
  control: "contributor",
  limit: "approver",
  risk: "contributor",
  assessment: "contributor",
  audit: "contributor",
  study: "contributor",
  workshop: "contributor",
  "assignment-rule": "contributor",
} as const satisfies Record<RecordKind, Role>;

const plurals = {
  settings: "settings",
  person: "people",
  dependency: "dependencies",
  system: "systems",
  control: "controls",
  limit: "limits",
  risk: "risks",
  assessment: "assessments",
  audit: "audits",
  study: "studies",
  workshop: "workshops",
  "assignment-rule": "assignment rules",
} as const satisfies Record<RecordKind, string>;

/** The word for several of a kind, which is also its key in the portfolio file. */
export function plural<K extends RecordKind>(kind: K): (typeof plurals)[K] {
  return plurals[kind];
}

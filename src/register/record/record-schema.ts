import type { z } from "zod";
import { auditRecord } from "../../contract/audit-record.ts";
import type { RecordKind } from "../../contract/event.ts";
import { settings } from "../../contract/portfolio.ts";
import { assessment, control, dependency, limit, person, risk, system } from "../../contract/record.ts";
import type { Role } from "../../contract/roles.ts";
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
} as const satisfies Record<RecordKind, string>;

/** The word for several of a kind, which is also its key in the portfolio file. */
export function plural<K extends RecordKind>(kind: K): (typeof plurals)[K] {
  return plurals[kind];
}

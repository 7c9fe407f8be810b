import type { AssignmentRule } from "../contract/assignment-rule.ts";
import type { AuditRecord } from "../contract/audit-record.ts";
import type { Settings } from "../contract/portfolio.ts";
import type { Control, Dependency, Limit, Person, Risk, System } from "../contract/record.ts";
import type { Study } from "../contract/study.ts";
import type { WorkshopRecord } from "../contract/workshop.ts";
import type { Queries } from "../store/database.ts";
import type { Context } from "./context.ts";
import { type KeptKind, type ListedKind, type RecordOf, type StoredRecord, settingsId } from "./record/record-kind.ts";
import { type RecordedState, selectState, selectStateAsOf } from "./register-queries.ts";
import { requireRole } from "./require-role.ts";

export type { StoredRecord } from "./record/record-kind.ts";

/** Every record, retired ones included, as it was at one moment. */
export interface RegisterState {
  /** `seq` of the newest event that is included. */
  readonly revision: number;
  /** Null until settings were given: all defaults. */
  readonly settings: StoredRecord<Settings> | null;
  readonly people: ReadonlyMap<string, StoredRecord<Person>>;
  readonly dependencies: ReadonlyMap<string, StoredRecord<Dependency>>;
  readonly systems: ReadonlyMap<string, StoredRecord<System>>;
  readonly controls: ReadonlyMap<string, StoredRecord<Control>>;
  readonly limits: ReadonlyMap<string, StoredRecord<Limit>>;
  readonly risks: ReadonlyMap<string, StoredRecord<Risk>>;
  /** Kept audits, in short; their reports and counts stay in the database. */
  readonly audits: ReadonlyMap<string, StoredRecord<AuditRecord>>;
  readonly studies: ReadonlyMap<string, StoredRecord<Study>>;
  /** Workshops; the votes of open ones stay in the database. */
  readonly workshops: ReadonlyMap<string, StoredRecord<WorkshopRecord>>;
  readonly assignmentRules: ReadonlyMap<string, StoredRecord<AssignmentRule>>;
}

/** The register now, or as it was recorded by `asOf`: what became known later is left out, whenever it happened. */
export async function readRegister(ctx: Context, { asOf }: { asOf?: Date } = {}): Promise<RegisterState> {
  requireRole(ctx, "viewer");
  return asOf === undefined ? readRegisterNow(ctx.db.queries) : registerOf(await selectStateAsOf(ctx.db.queries, asOf));
}

/** The register within a transaction. */
export async function readRegisterNow(queries: Queries): Promise<RegisterState> {
  return registerOf(await selectState(queries));
}

function registerOf({ revision, rows }: RecordedState): RegisterState {
  const of = <K extends ListedKind | KeptKind>(kind: K) =>
    new Map(
      rows.filter((row) => row.kind === kind).map((row) => [row.id, row.stored as StoredRecord<RecordOf[K]>] as const),
    );
  const settings = rows.find((row) => row.kind === "settings" && row.id === settingsId);
  return {
    revision,
    settings: (settings?.stored ?? null) as StoredRecord<Settings> | null,
    people: of("person"),
    dependencies: of("dependency"),
    systems: of("system"),
    controls: of("control"),
    limits: of("limit"),
    risks: of("risk"),
    audits: of("audit"),
    studies: of("study"),
    workshops: of("workshop"),
    assignmentRules: of("assignment-rule"),
  };
}

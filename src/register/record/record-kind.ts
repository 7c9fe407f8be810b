import type { AssignmentRule } from "../../contract/assignment-rule.ts";
import type { AuditRecord } from "../../contract/audit-record.ts";
import type { RecordKind } from "../../contract/event.ts";
import type { Settings } from "../../contract/portfolio.ts";
import type { Assessment, Control, Dependency, Limit, Person, Risk, System } from "../../contract/record.ts";
import type { Study } from "../../contract/study.ts";
import type { WorkshopRecord } from "../../contract/workshop.ts";

/** The record of each kind. */
export interface RecordOf {
  settings: Settings;
  person: Person;
  dependency: Dependency;
  system: System;
  control: Control;
  limit: Limit;
  risk: Risk;
  assessment: Assessment;
  audit: AuditRecord;
  study: Study;
  workshop: WorkshopRecord;
  "assignment-rule": AssignmentRule;
}

/** Kinds that a portfolio file lists and a person may create, change and retire; what they refer to comes first. */
export const listedKinds = [
  "person",
  "dependency",
  "system",
  "control",
  "risk",
  "limit",
] as const satisfies RecordKind[];
export type ListedKind = (typeof listedKinds)[number];

/** Kinds that are kept beside the portfolio and are about listed ones; they keep nothing from being retired. */
export const keptKinds = ["audit", "study", "workshop", "assignment-rule"] as const satisfies RecordKind[];
export type KeptKind = (typeof keptKinds)[number];

/** The one id of the settings, of which there is one. */
export const settingsId = "settings";

/** A record as it is kept, and as events carry it before and after a change. */
export interface StoredRecord<T> {
  readonly record: T;
  /** Rises by one with each change; 1 is the first. */
  readonly version: number;
  readonly createdAt: string;
  readonly changedAt: string;
  /** Calendar date in the organisation's time zone; null while it is in use. */
  readonly retiredOn: string | null;
}

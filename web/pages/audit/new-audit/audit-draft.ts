import type { AuditMapping } from "../../../../src/contract/audit-mapping.ts";
import type { AuditProfileName, AuditSettings } from "../../../../src/contract/audit-request.ts";
import type { ReceivedDecisions } from "../../../../src/contract/kept-audit.ts";

/** What a column can be in an audit. */
export const columnRoles = [
  "none",
  "protected",
  "label",
  "decision",
  "score",
  "weight",
  "control",
  "time",
  "model",
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** Roles that several columns can have. */
const shared: readonly ColumnRole[] = ["none", "protected", "control"];

export interface LimitDraft {
  readonly key: number;
  readonly disparity: string;
  readonly bound: string;
  readonly purpose: string;
  readonly rationale: string;
  readonly approvedBy: string;
  readonly approvedOn: string;
}

/** An audit as it is typed: numbers are text until they are asked for. */
export interface AuditDraft {
  readonly roles: Readonly<Record<string, ColumnRole>>;
  readonly task: NonNullable<AuditMapping["task"]>;
  readonly positiveLabel: string;
  readonly favourableDecision: string;
  /** Values of the decision in order, parted by commas; empty where a decision is not the furthest stage reached. */
  readonly stages: string;
  readonly threshold: string;
  /** Texts parted by commas. */
  readonly missing: string;
  readonly every: "year" | "month" | "day";
  /** In percent. */
  readonly level: string;
  readonly comparison: AuditSettings["comparison"];
  readonly reference: "largest" | "best-rate" | "named";
  /** A value for each protected attribute, where the reference group is named. */
  readonly referenceGroup: Readonly<Record<string, string>>;
  readonly minimumSupport: string;
  readonly adjustment: AuditSettings["adjustment"];
  readonly dataSeenOn: string;
  readonly seed: string;
  readonly replicates: string;
  readonly profile: AuditProfileName | "";
  readonly limits: readonly LimitDraft[];
  readonly name: string;
  readonly system: string;
  readonly risk: string;
}

/** What was guessed about a file, ready to be corrected. */
export function draftOf(
  { name, columns, mapping }: Pick<ReceivedDecisions, "name" | "columns" | "mapping">,
  { today, system }: { readonly today: string; readonly system: string | undefined },
): AuditDraft {
  const roleOf = (column: string): ColumnRole => {
    if (mapping.protected?.includes(column)) return "protected";
    if (mapping.control?.includes(column)) return "control";
    if (mapping.time?.column === column) return "time";
    return (
      (["label", "decision", "score", "weight", "model"] as const).find((role) => mapping[role] === column) ?? "none"
    );
  };
  return {
    roles: Object.fromEntries(columns.map((column) => [column.name, roleOf(column.name)])),
    task: mapping.task ?? "classification",
    positiveLabel: mapping.positiveLabel ?? "",
    favourableDecision: mapping.favourableDecision ?? "",
    stages: mapping.stages?.join(", ") ?? "",
    threshold: mapping.threshold === undefined ? "" : String(mapping.threshold),
    missing: mapping.missing?.join(", ") ?? "",
    every: mapping.time?.every ?? "month",
    level: "95",
    comparison: "between-groups",
    reference: "largest",
    referenceGroup: {},
    minimumSupport: "0",
    adjustment: "holm",
    dataSeenOn: today,
    seed: "1",
    replicates: "2000",
    profile: "",
    limits: [],
    name: nameOfFile(name),
    system: system ?? "",
    risk: "",
  };
}

/** Gives a column a role. A role that only one column can have is taken from the one that had it. */
export function withRole(draft: AuditDraft, column: string, role: ColumnRole): AuditDraft {
  const roles = Object.fromEntries(
    Object.entries(draft.roles).map(([name, had]) => [name, had === role && !shared.includes(role) ? "none" : had]),
  );
  const { positiveLabel, favourableDecision } = draft;
  // What counts as positive is said of one column's values, and of no other's.
  const changed = (of: ColumnRole) => columnWith(draft, of) !== columnWith({ roles: { ...roles, [column]: role } }, of);
  return {
    ...draft,
    roles: { ...roles, [column]: role },
    positiveLabel: changed("label") ? "" : positiveLabel,
    favourableDecision: changed("decision") ? "" : favourableDecision,
    stages: changed("decision") ? "" : draft.stages,
  };
}

/** The columns of a role, in the order of the file. */
export function columnsWith({ roles }: Pick<AuditDraft, "roles">, role: ColumnRole): string[] {
  return Object.entries(roles).flatMap(([name, has]) => (has === role ? [name] : []));
}

export function columnWith(draft: Pick<AuditDraft, "roles">, role: ColumnRole): string | undefined {
  return columnsWith(draft, role)[0];
}

/** "applicants-2026.csv.gz" is "applicants 2026". */
function nameOfFile(file: string): string {
  const stem = file.replace(/(\.(csv|tsv|txt|parquet|ndjson|jsonl|json))?(\.gz)?$/i, "");
  const words = stem.replace(/[-_]+/g, " ").trim();
  return words === "" ? file : words.charAt(0).toUpperCase() + words.slice(1);
}

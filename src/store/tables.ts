import type { ColumnType, Generated } from "kysely";

/** Text on the way in, the parsed JSON on the way out. */
type Json = ColumnType<unknown, string, string>;
/** An ISO 8601 instant in UTC with milliseconds, in and out. */
type Instant = string;
/** A calendar date as YYYY-MM-DD, in and out. */
type CalendarDate = string;

/** Every kind of record is kept in the same shape; what queries search by is generated from the record. */
interface RecordTable {
  id: string;
  record: Json;
  version: number;
  created_at: Instant;
  changed_at: Instant;
  retired_on: CalendarDate | null;
}

interface EventTable {
  seq: number;
  id: string;
  recorded_at: Instant;
  effective_at: Instant;
  actor: Json;
  verb: string;
  subject_kind: string;
  subject_id: string;
  before: Json | null;
  after: Json | null;
  cause: string[];
  method: Json | null;
}

export interface Tables {
  event_counter: { only_row: Generated<boolean>; seq: number };
  event: EventTable;
  settings: RecordTable;
  person: RecordTable;
  dependency: RecordTable;
  system: RecordTable;
  control: RecordTable;
  limit: RecordTable;
  risk: RecordTable & { system: Generated<string>; category: Generated<string>; owner: Generated<string> };
  assessment: RecordTable & { risk: Generated<string> };
  audit: RecordTable & { system: Generated<string | null> };
  study: RecordTable & { kind: Generated<string>; system: Generated<string | null> };
  workshop: RecordTable;
  assignment_rule: RecordTable;
  ballot: { workshop: string; voter: string; risk: string; vote: Json };
  audit_content: { id: string; report: Uint8Array; counts: Uint8Array };
  alias: { kind: string; former_id: string; id: string };
  token: {
    id: string;
    holder: Json;
    hash: string;
    created_at: Instant;
    expires_at: Instant | null;
    revoked_at: Instant | null;
  };
  job: {
    id: string;
    kind: string;
    payload: Json;
    state: "waiting" | "running" | "done" | "failed";
    due_at: Instant;
    lease_until: Instant | null;
    leased_by: string | null;
    attempt: Generated<number>;
    max_attempts: number;
    idempotency_key: string;
    last_error: string | null;
    created_at: Instant;
    finished_at: Instant | null;
  };
}

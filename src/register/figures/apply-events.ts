import type { AssignmentRule } from "../../contract/assignment-rule.ts";
import type { AuditRecord } from "../../contract/audit-record.ts";
import type { Event } from "../../contract/event.ts";
import type { Settings } from "../../contract/portfolio.ts";
import type { Control, Dependency, Limit, Person, Risk, System } from "../../contract/record.ts";
import type { Study } from "../../contract/study.ts";
import type { WorkshopRecord } from "../../contract/workshop.ts";
import type { RegisterState, StoredRecord } from "../read-register.ts";

type Records = Omit<RegisterState, "revision" | "settings">;
const mapOf = {
  person: "people",
  dependency: "dependencies",
  system: "systems",
  control: "controls",
  limit: "limits",
  risk: "risks",
  audit: "audits",
  study: "studies",
  workshop: "workshops",
  "assignment-rule": "assignmentRules",
} as const satisfies Record<string, keyof Records>;
type MappedKind = keyof typeof mapOf;

/** A record in an event, with the row's own fields beside it. */
type Recorded<T> = StoredRecord<T>;

interface MutableState {
  revision: number;
  settings: StoredRecord<Settings> | null;
  people: Map<string, StoredRecord<Person>>;
  dependencies: Map<string, StoredRecord<Dependency>>;
  systems: Map<string, StoredRecord<System>>;
  controls: Map<string, StoredRecord<Control>>;
  limits: Map<string, StoredRecord<Limit>>;
  risks: Map<string, StoredRecord<Risk>>;
  audits: Map<string, StoredRecord<AuditRecord>>;
  studies: Map<string, StoredRecord<Study>>;
  workshops: Map<string, StoredRecord<WorkshopRecord>>;
  assignmentRules: Map<string, StoredRecord<AssignmentRule>>;
}

/** The register after `events` (rising seq). The state given is not changed; what they do not touch keeps its identity. */
export function applyEvents(state: RegisterState, events: readonly Event[]): RegisterState {
  if (events.length === 0) return state;
  const next = copyFor(state, events);
  for (const event of events) {
    put(next, event, event.before, event.after);
    next.revision = event.seq;
  }
  orderLikeTables(next, state);
  return next;
}

/** The register as it was before `events`, which are undone from the newest back. */
export function undoEvents(state: RegisterState, events: readonly Event[]): RegisterState {
  if (events.length === 0) return state;
  const next = copyFor(state, events);
  for (let i = events.length - 1; i >= 0; i--) {
    const event = events[i]!;
    put(next, event, event.after, event.before);
    next.revision = event.seq - 1;
  }
  orderLikeTables(next, state);
  return next;
}

/** A state whose records of the kinds that the events are about may be changed; the other kinds stay shared. */
function copyFor(state: RegisterState, events: readonly Event[]): MutableState {
  const next = { ...state } as MutableState;
  const copied = new Set(events.map(({ subject }) => subject.kind));
  for (const kind of copied) if (kind in mapOf) copyMap(next, mapOf[kind as MappedKind]);
  return next;
}

function copyMap<K extends keyof Records>(state: MutableState, key: K): void {
  state[key] = new Map(state[key] as Map<string, never>) as unknown as MutableState[K];
}

/** Records by id, as the tables are read: whoever came by events and whoever has just started list the same. */
function orderLikeTables(state: MutableState, before: RegisterState): void {
  for (const key of Object.values(mapOf)) {
    const records = state[key] as Map<string, never>;
    if (records === before[key] || isRising(records.keys())) continue;
    state[key] = new Map([...records].sort(([a], [b]) => (a < b ? -1 : 1))) as never;
  }
}

function isRising(ids: Iterable<string>): boolean {
  let last = "";
  for (const id of ids) {
    if (id <= last) return false;
    last = id;
  }
  return true;
}

function put(state: MutableState, event: Event, from: unknown, to: unknown): void {
  const kind = event.subject.kind;
  if (kind === "settings") {
    state.settings = to as Recorded<Settings> | null;
    return;
  }
  if (!(kind in mapOf)) return;
  const records = state[mapOf[kind as MappedKind]] as Map<string, Recorded<{ id?: string | undefined }>>;
  const left = from as Recorded<{ id?: string }> | null;
  const entered = to as Recorded<{ id?: string }> | null;
  if (left?.record.id !== undefined && left.record.id !== entered?.record.id) records.delete(left.record.id);
  if (entered === null) records.delete(event.subject.id);
  else records.set(entered.record.id ?? event.subject.id, entered);
}

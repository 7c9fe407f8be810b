import type { RecordKind } from "../../contract/event.ts";
import type { Limit, LimitScope } from "../../contract/record.ts";
import type { Study } from "../../contract/study.ts";
import type { ListedKind, RecordOf } from "./record-kind.ts";

/** Answers the id to write for a reference to a record of `kind`. */
type Renaming = (kind: ListedKind, id: string) => string;

/** The record with each id by which it refers to another one replaced; every place that holds such an id is here. */
export function mapReferences<K extends RecordKind>(kind: K, record: RecordOf[K], rename: Renaming): RecordOf[K] {
  return mapped[kind](record, rename);
}

/** What a record refers to, in the order of its fields, each once. */
export function referencesOf<K extends RecordKind>(kind: K, record: RecordOf[K]): { kind: ListedKind; id: string }[] {
  const found = new Map<string, { kind: ListedKind; id: string }>();
  mapReferences(kind, record, (to, id) => {
    found.set(`${to} ${id}`, { kind: to, id });
    return id;
  });
  return [...found.values()];
}

const mapped: { [K in RecordKind]: (record: RecordOf[K], rename: Renaming) => RecordOf[K] } = {
  settings: (record) => record,
  person: (record) => record,
  dependency: (record) => record,
  system: (record, rename) => ({
    ...record,
    ...optional("owner", record.owner, (id) => rename("person", id)),
    ...optional("dependsOn", record.dependsOn, (ids) => ids.map((id) => rename("dependency", id))),
  }),
  control: (record, rename) => ({ ...record, ...optional("owner", record.owner, (id) => rename("person", id)) }),
  limit: (record, rename) =>
    ({
      ...record,
      scope: mapScope(record.scope, rename),
      ...optional("approvedBy", record.approvedBy, (id) => rename("person", id)),
    }) as Limit,
  risk: (record, rename) => ({
    ...record,
    system: rename("system", record.system),
    owner: rename("person", record.owner),
    ...optional("residual", record.residual, (residual) => ({ ...residual, by: rename("person", residual.by) })),
    ...optional("controls", record.controls, (uses) =>
      uses.map((use) => ({ ...use, control: rename("control", use.control) })),
    ),
    ...optional("scenario", record.scenario, (scenario) => ({
      ...scenario,
      ...optional("commonCauses", scenario.commonCauses, (causes) =>
        causes.map((common) => ({ ...common, cause: rename("dependency", common.cause) })),
      ),
    })),
    ...optional("treatment", record.treatment, (treatment) => ({
      ...treatment,
      ...optional("plan", treatment.plan, (tasks) =>
        tasks.map((task) => ({ ...task, owner: rename("person", task.owner) })),
      ),
    })),
  }),
  assessment: (record, rename) => ({
    ...record,
    risk: rename("risk", record.risk),
    ...optional("by", record.by, (id) => rename("person", id)),
    ...optional("residual", record.residual, (residual) => ({ ...residual, by: rename("person", residual.by) })),
  }),
  audit: (record, rename) => ({
    ...record,
    by: rename("person", record.by),
    ...optional("system", record.system, (id) => rename("system", id)),
    ...optional("risk", record.risk, (id) => rename("risk", id)),
  }),
  study: (record, rename) => ({
    ...mapDocument(record, rename),
    ...optional("system", record.system, (id) => rename("system", id)),
  }),
  workshop: (record, rename) => ({
    ...record,
    facilitator: rename("person", record.facilitator),
    participants: record.participants.map((id) => rename("person", id)),
    risks: record.risks.map((id) => rename("risk", id)),
    ...optional("votes", record.votes, (votes) =>
      votes.map((vote) => ({ ...vote, by: rename("person", vote.by), risk: rename("risk", vote.risk) })),
    ),
    ...optional("outcome", record.outcome, (outcome) =>
      outcome.map((agreed) => ({ ...agreed, risk: rename("risk", agreed.risk) })),
    ),
  }),
  "assignment-rule": (record, rename) => ({ ...record, system: rename("system", record.system) }),
};

function mapDocument(study: Study, rename: Renaming): Study {
  if (study.kind === "factors")
    return {
      ...study,
      document: { ...study.document, ...optional("risk", study.document.risk, (id) => rename("risk", id)) },
    };
  if (study.kind !== "fmea") return study;
  const modes = study.document.modes.map((mode) => ({
    ...mode,
    ...optional("risk", mode.risk, (id) => rename("risk", id)),
  }));
  return { ...study, document: { ...study.document, modes } };
}

function mapScope(scope: LimitScope, rename: Renaming): LimitScope {
  if (scope === "portfolio") return scope;
  if ("risk" in scope) return { risk: rename("risk", scope.risk) };
  if ("system" in scope) return { ...scope, system: rename("system", scope.system) };
  return scope;
}

/** A field that stays absent where it is absent. */
function optional<K extends string, T>(key: K, value: T | undefined, map: (value: T) => T): { [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: map(value) } as { [P in K]?: T });
}

import type { AssignmentRule } from "../../contract/assignment-rule.ts";
import type { builtInRules } from "../../contract/built-in-rules.ts";
import type { System } from "../../contract/record.ts";
import type { Signal } from "../../contract/signal.ts";
import type { RegisterState, StoredRecord } from "../read-register.ts";
import { matches } from "./matches.ts";

interface Assignment {
  readonly system: string;
  /** Id of the rule that says so. */
  readonly rule: string;
}

/** Finds the system that a signal is about; null where no rule knows. */
export type Assigner = (signal: Pick<Signal, "format" | "source" | "metric" | "labels">) => Assignment | null;

/** Rules in the order in which they are asked, those of systems that are out of use left out. */
export function assignerOf(
  { systems, assignmentRules }: Pick<RegisterState, "systems" | "assignmentRules">,
  /** Former id → present id of systems. */
  aliases: ReadonlyMap<string, string>,
): Assigner {
  const inUse = (id: string) => systems.get(id)?.retiredOn === null;
  const rules = rulesInOrder(assignmentRules).filter(({ system }) => inUse(system));
  const builtIn: readonly (readonly [(typeof builtInRules)[number], (labels: Signal["labels"]) => string | null])[] = [
    ["system-label", bySystemLabel(inUse, aliases)],
    ["model-label", byModelLabel(systems)],
  ];
  return (signal) => {
    for (const { id, when, system } of rules) if (isFitting(when, signal)) return { system, rule: id };
    for (const [rule, find] of builtIn) {
      const system = find(signal.labels);
      if (system !== null) return { system, rule };
    }
    return null;
  };
}

/** Rules in use, the first that is asked first. */
export function rulesInOrder(rules: ReadonlyMap<string, StoredRecord<AssignmentRule>>): AssignmentRule[] {
  return [...rules.values()]
    .flatMap(({ record, retiredOn }) => (retiredOn === null ? [record] : []))
    .sort((a, b) => orderOf(a) - orderOf(b) || (a.id < b.id ? -1 : 1));
}

function orderOf({ order }: Pick<AssignmentRule, "order">): number {
  return order ?? Number.POSITIVE_INFINITY;
}

/** Whether a signal is as a rule wants it. */
export function isFitting(when: AssignmentRule["when"], signal: Parameters<Assigner>[0]): boolean {
  return (
    (when.format === undefined || when.format === signal.format) &&
    (when.source === undefined || matches(when.source, signal.source)) &&
    (when.metric === undefined || (signal.metric !== null && matches(when.metric, signal.metric))) &&
    (when.labels ?? []).every((condition) => {
      const value = Object.hasOwn(signal.labels, condition.label) ? signal.labels[condition.label]! : null;
      if (value === null) return false;
      return "equals" in condition ? value === condition.equals : matches(condition.matches, value);
    })
  );
}

function bySystemLabel(inUse: (id: string) => boolean, aliases: ReadonlyMap<string, string>) {
  return ({ system }: Signal["labels"]): string | null => {
    if (system === undefined) return null;
    const present = aliases.get(system) ?? system;
    return inUse(present) ? present : null;
  };
}

/** A model that several systems use tells none of them. */
function byModelLabel(systems: ReadonlyMap<string, StoredRecord<System>>) {
  const users = new Map<string, Set<string>>();
  for (const [id, { record, retiredOn }] of systems) {
    if (retiredOn !== null) continue;
    for (const model of record.models ?? []) users.set(model.id, (users.get(model.id) ?? new Set()).add(id));
  }
  return ({ model }: Signal["labels"]): string | null => {
    const found = model === undefined ? undefined : users.get(model);
    return found?.size === 1 ? [...found][0]! : null;
  };
}

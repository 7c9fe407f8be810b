import type { AssignmentRule } from "../../../src/contract/assignment-rule.ts";
import type { Signal } from "../../../src/contract/signal.ts";

/** What a signal offers to be known again by. */
export interface RuleTrait {
  /** Unique among the traits of a signal. */
  readonly key: string;
  readonly title: string;
  readonly value: string;
}

/** Labels that say what a signal is about come first. */
const telling = ["system", "model", "model_name", "service.name", "service", "app", "job", "env"];

/** The traits of a signal, those that tell most first. */
export function traitsOf(signal: Signal): RuleTrait[] {
  const place = (label: string) => (telling.indexOf(label) + telling.length + 1) % (telling.length + 1);
  const labels = Object.entries(signal.labels)
    .sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
    .map(([label, value]) => ({ key: `label ${label}`, title: label, value }));
  const metric = signal.metric === null ? [] : [{ key: "metric", title: "metric", value: signal.metric }];
  return [
    ...labels,
    { key: "source", title: "source", value: signal.source },
    ...metric,
    { key: "format", title: "tool", value: signal.format },
  ];
}

/** The traits that a rule begins with: the first that tells what a signal is about. */
export function firstTraits(signal: Signal): ReadonlySet<string> {
  const [first] = traitsOf(signal);
  return new Set(first ? [first.key] : []);
}

/** The rule of the chosen traits; null while none is chosen. */
export function ruleOf(
  signal: Signal,
  { id, traits, system }: { readonly id: string; readonly traits: ReadonlySet<string>; readonly system: string },
): AssignmentRule | null {
  const labels = Object.entries(signal.labels)
    .filter(([label]) => traits.has(`label ${label}`))
    .map(([label, equals]) => ({ label, equals }));
  const when = {
    ...(traits.has("format") && { format: signal.format }),
    // A star in them would stand for any text: such a source is matched as a pattern and still takes itself.
    ...(traits.has("source") && { source: signal.source }),
    ...(traits.has("metric") && signal.metric !== null && { metric: signal.metric }),
    ...(labels.length > 0 && { labels }),
  };
  return Object.keys(when).length === 0 ? null : { id, when, system };
}

/** An id for a rule, from what it goes by and the system, that no rule has. */
export function freeRuleId(system: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const id = `to-${system}`.slice(0, 70).replace(/-$/, "") + (number === 1 ? "" : `-${number}`);
    if (!taken.has(id)) return id;
  }
}

import type { Event } from "../../contract/event.ts";
import type { RegisterState } from "../read-register.ts";

/** Ids of the risks whose score an event can have moved; another name moves none. */
export function affectedRisks(event: Event, state: RegisterState): string[] {
  if (event.verb.endsWith(".renamed")) return [];
  switch (event.subject.kind) {
    case "risk":
      return [event.subject.id];
    case "control":
      return [...state.risks.values()]
        .filter(({ record }) => (record.controls ?? []).some(({ control }) => control === event.subject.id))
        .map(({ record }) => record.id);
    case "dependency":
      return [...state.risks.values()]
        .filter(({ record }) => (record.scenario?.commonCauses ?? []).some(({ cause }) => cause === event.subject.id))
        .map(({ record }) => record.id);
    case "settings":
      return [...state.risks.keys()];
    default:
      return [];
  }
}

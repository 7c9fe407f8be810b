import type { Problem } from "../../data/request.ts";
import { mostParticipants, mostRisks } from "../../data/workshops.ts";

/** A workshop as it is being opened. */
export interface WorkshopDraft {
  readonly name: string;
  readonly on: string;
  readonly facilitator: string;
  readonly participants: readonly string[];
  /** In the order in which they are rated. */
  readonly risks: readonly { readonly id: string; readonly name: string }[];
}

type WorkshopField = "name" | "on" | "facilitator" | "participants" | "risks";

export type WorkshopMistakes = Partial<Record<WorkshopField, string>>;

/** What the server would refuse anyway, said before it is asked. */
export function mistakesInWorkshop({ name, on, facilitator, participants, risks }: WorkshopDraft): WorkshopMistakes {
  const mistakes: WorkshopMistakes = {};
  if (name.trim() === "") mistakes.name = "give it a name";
  if (on === "") mistakes.on = "give its day";
  if (facilitator === "") mistakes.facilitator = "choose who facilitates";
  if (participants.length === 0) mistakes.participants = "choose who rates; agreement takes two people";
  if (participants.length > mostParticipants)
    mistakes.participants = `${participants.length} people: choose at most ${mostParticipants}`;
  if (risks.length === 0) mistakes.risks = "choose what is rated";
  if (risks.length > mostRisks) mistakes.risks = `${risks.length} risks: choose at most ${mostRisks}`;
  return mistakes;
}

/** The body that the API takes. */
export function workshopBody({ name, on, facilitator, participants, risks }: WorkshopDraft, id: string) {
  return { id, name: name.trim(), on, facilitator, participants, risks: risks.map((risk) => risk.id) };
}

const fields: readonly WorkshopField[] = ["name", "on", "facilitator", "participants", "risks"];

/** A server's refusal, each mistake at the field it is about; what belongs to no field is said of the whole. */
export function placeWorkshopRefusal({ detail, remedy, mistakes = [] }: Problem): {
  readonly fields: WorkshopMistakes;
  readonly whole: string | null;
} {
  const placed: WorkshopMistakes = {};
  const others: string[] = [];
  for (const { path, what, remedy: way } of mistakes) {
    const field = fields.find((name) => path === `/${name}` || path.startsWith(`/${name}/`));
    if (field === undefined) others.push(`${what}; ${way}`);
    else placed[field] ??= `${what}; ${way}`;
  }
  if (mistakes.length === 0) others.push(remedy ? `${detail}; ${remedy}` : detail);
  return { fields: placed, whole: others.length > 0 ? others.join(". ") : null };
}

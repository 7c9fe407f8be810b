import type { Problem } from "../../data/request.ts";
import { type RatingDraft, ratingOf } from "./rating-draft.ts";

/** A risk as it is being written down. */
export interface RiskDraft {
  readonly name: string;
  /** Null while the one that the name proposes is taken. */
  readonly id: string | null;
  readonly system: string;
  readonly category: string;
  readonly event: string;
  readonly cause: string;
  readonly consequence: string;
  readonly owner: string;
  readonly inherent: RatingDraft;
}

export type RiskField =
  | "name"
  | "id"
  | "system"
  | "category"
  | "event"
  | "cause"
  | "consequence"
  | "owner"
  | "inherent";

/** The fields, in the order of the form. */
export const riskFields: readonly RiskField[] = [
  "name",
  "id",
  "system",
  "category",
  "owner",
  "event",
  "cause",
  "consequence",
  "inherent",
];

export const emptyRiskDraft: RiskDraft = {
  name: "",
  id: null,
  system: "",
  category: "",
  event: "",
  cause: "",
  consequence: "",
  owner: "",
  inherent: { likelihood: null, impact: null },
};

const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const longestProposal = 60;

/** An id made of a name: “Überzogene Kürzung!” gives `uberzogene-kurzung`. Empty where the name has no letter for one. */
export function proposedId(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/æ/g, "ae")
    .replace(/ø/g, "o")
    .replace(/['’]/g, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let id = "";
  for (const word of words) {
    const longer = id === "" ? word.slice(0, longestProposal) : `${id}-${word}`;
    if (longer.length > longestProposal) break;
    id = longer;
  }
  return id;
}

export function idOf({ id, name }: RiskDraft): string {
  return id ?? proposedId(name);
}

/** What is wrong with a field, in words that say what to do. */
export type RiskMistakes = Partial<Record<RiskField, string>>;

/** What the server would refuse anyway, said before it is asked. */
export function mistakesInRisk(draft: RiskDraft): RiskMistakes {
  const mistakes: RiskMistakes = {};
  if (draft.name.trim() === "") mistakes.name = "give it a name: the label on the map";
  const id = idOf(draft);
  if (id === "") mistakes.id = "give it an id: lower-case letters, digits and single hyphens";
  else if (!idPattern.test(id) || id.length > 80)
    mistakes.id = `id “${id}”: write up to 80 lower-case letters, digits and single hyphens`;
  if (draft.system === "") mistakes.system = "choose the system it belongs to";
  if (draft.category === "") mistakes.category = "choose a category";
  if (draft.owner === "") mistakes.owner = "choose who owns it";
  if (draft.event.trim() === "") mistakes.event = "say what would happen, in a sentence";
  const { likelihood, impact } = draft.inherent;
  if ((likelihood !== null || impact !== null) && ratingOf(draft.inherent) === null)
    mistakes.inherent = "choose both a likelihood and an impact, or neither";
  return mistakes;
}

/** The body that the API takes; what was left empty is left out, so that a risk without a rating stays unrated. */
export function riskBody(draft: RiskDraft, today: string): Record<string, unknown> {
  const inherent = ratingOf(draft.inherent);
  const text = (name: "cause" | "consequence") => (draft[name].trim() === "" ? {} : { [name]: draft[name].trim() });
  return {
    id: idOf(draft),
    name: draft.name.trim(),
    system: draft.system,
    category: draft.category,
    event: draft.event.trim(),
    ...text("cause"),
    ...text("consequence"),
    owner: draft.owner,
    ...(inherent === null ? {} : { inherent, assessed: today }),
  };
}

/** A server's refusal, each mistake at the field it is about; what belongs to no field is said of the whole. */
export function placeRefusal(problem: Problem): { readonly fields: RiskMistakes; readonly whole: string | null } {
  const { code, detail, remedy, mistakes = [] } = problem;
  const said = remedy ? `${detail}; ${remedy}` : detail;
  if (code === "already-exists") return { fields: { id: said }, whole: null };
  const fields: RiskMistakes = {};
  const others: string[] = [];
  for (const { path, what, remedy: way } of mistakes) {
    const field = riskFields.find((name) => path === `/${name}` || path.startsWith(`/${name}/`));
    if (field === undefined) others.push(`${what}; ${way}`);
    else fields[field] ??= `${what}; ${way}`;
  }
  if (mistakes.length === 0) return { fields, whole: said };
  return { fields, whole: others.length === 0 ? null : others.join(". ") };
}

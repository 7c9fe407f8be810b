import type { Problem } from "../../data/request.ts";
import type { EstimateMistake } from "./read-estimate.ts";
import type { ScenarioMistakes } from "./read-scenario.ts";
import { causePath, type LeafPath } from "./scenario-draft.ts";

/** Fields of the file that the form calls otherwise. */
const fieldOf: Readonly<Record<string, string>> = {
  "truncate.from": "truncateFrom",
  "truncate.to": "truncateTo",
  truncate: "truncateFrom",
  "cap.amount": "cap",
  "cap.turnoverShare": "capShare",
  "insurance.deductible": "deductible",
  "insurance.limit": "limit",
};

/** A server's refusal of a scenario, each mistake at the leaf it is about; what belongs to no leaf is said of the whole. */
export function placeMistakes(
  { detail, remedy, mistakes = [] }: Pick<Problem, "detail" | "remedy" | "mistakes">,
  { leaves, causes }: { readonly leaves: readonly LeafPath[]; readonly causes: readonly string[] },
): { readonly leaves: ScenarioMistakes; readonly whole: string | null } {
  const placed: Record<LeafPath, EstimateMistake[]> = {};
  const others: string[] = [];
  for (const { path, what, remedy: way } of mistakes) {
    const said = way === "" ? what : `${what}; ${way}`;
    const dotted = path.replace(/^\/?scenario\/?/, "").replaceAll("/", ".");
    const named = dotted.replace(/^commonCauses\.(\d+)(\.probability)?/, (whole, index: string) =>
      causes[Number(index)] === undefined ? whole : causePath(causes[Number(index)]!),
    );
    const leaf = [...leaves]
      .sort((a, b) => b.length - a.length)
      .find((each) => named === each || named.startsWith(`${each}.`));
    if (path.includes("scenario") && leaf !== undefined) {
      const field = named.slice(leaf.length + 1);
      placed[leaf] = [...(placed[leaf] ?? []), { field: fieldOf[field] ?? field, what: said }];
    } else others.push(said);
  }
  if (mistakes.length === 0) return { leaves: placed, whole: remedy ? `${detail}; ${remedy}` : detail };
  return { leaves: placed, whole: others.length === 0 ? null : others.join(". ") };
}

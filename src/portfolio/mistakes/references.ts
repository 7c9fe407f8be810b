import { defaultCategories } from "../../contract/portfolio.ts";
import { nearestName } from "../nearest-name.ts";
import { type Draft, draftOf, draftsIn, textIn } from "./draft.ts";
import type { Finding, Path } from "./finding.ts";

type Section = "people" | "dependencies" | "systems" | "controls" | "categories" | "risks";

/** Searches for a near name are cheap one by one; a large file in which every reference dangles must not add them up. */
const mostSearches = 500;

/** References to what the file does not have. People are looked up only if the file has a section for them. */
export function danglingReferences(portfolio: Draft): Finding[] {
  const findings: Finding[] = [];
  const known = (section: Section) => knownIds(portfolio, section);
  const ids: Record<Section, ReadonlySet<string> | undefined> = {
    people: portfolio.people === undefined ? undefined : known("people"),
    dependencies: known("dependencies"),
    systems: known("systems"),
    controls: known("controls"),
    categories: portfolio.categories === undefined ? new Set(defaultCategories) : known("categories"),
    risks: known("risks"),
  };
  const near = new Map<string, string | undefined>();

  function check(section: Section, value: unknown, path: Path): void {
    const known = ids[section];
    if (known === undefined || typeof value !== "string" || known.has(value)) return;
    const name = `${section}/${value}`;
    if (!near.has(name)) near.set(name, near.size < mostSearches ? nearestName(value, known) : undefined);
    const nearest = near.get(name);
    findings.push({
      path,
      what: `${nounOf(path)} "${value}" is not in ${section}`,
      remedy: nearest === undefined ? remedyFor(section, known, portfolio) : `write "${nearest}"`,
    });
  }

  function checkKey(section: Section, draft: Draft | undefined, key: string, path: Path): void {
    if (draft) check(section, draft[key], [...path, key]);
  }

  for (const { draft, index } of draftsIn(portfolio.systems)) {
    const path = ["systems", index];
    checkKey("people", draft, "owner", path);
    if (!Array.isArray(draft.dependsOn)) continue;
    for (const [entry, id] of draft.dependsOn.entries()) check("dependencies", id, [...path, "dependsOn", entry]);
  }
  for (const { draft, index } of draftsIn(portfolio.controls)) checkKey("people", draft, "owner", ["controls", index]);
  for (const { draft, index } of draftsIn(portfolio.limits)) {
    const path = ["limits", index];
    checkKey("people", draft, "approvedBy", path);
    const scope = draftOf(draft.scope);
    checkKey("systems", scope, "system", [...path, "scope"]);
    checkKey("categories", scope, "category", [...path, "scope"]);
    checkKey("risks", scope, "risk", [...path, "scope"]);
  }
  for (const { draft, index } of draftsIn(portfolio.risks)) {
    const path = ["risks", index];
    checkKey("systems", draft, "system", path);
    checkKey("categories", draft, "category", path);
    checkKey("people", draft, "owner", path);
    checkKey("people", draftOf(draft.residual), "by", [...path, "residual"]);
    for (const use of draftsIn(draft.controls))
      checkKey("controls", use.draft, "control", [...path, "controls", use.index]);
    for (const { draft: common, index: entry } of draftsIn(draftOf(draft.scenario)?.commonCauses)) {
      checkKey("dependencies", common, "cause", [...path, "scenario", "commonCauses", entry]);
    }
    const treatment = draftOf(draft.treatment);
    for (const task of draftsIn(treatment?.plan)) {
      checkKey("people", task.draft, "owner", [...path, "treatment", "plan", task.index]);
    }
  }
  return findings;
}

/** Undefined where the section is not a list, which is a mistake of its own. */
function knownIds(portfolio: Draft, section: Section): ReadonlySet<string> | undefined {
  const list = portfolio[section];
  if (list !== undefined && !Array.isArray(list)) return undefined;
  return new Set(draftsIn(list).flatMap(({ draft }) => textIn(draft, "id") ?? []));
}

function nounOf(path: Path): string {
  const last = path.at(-1);
  return typeof last === "string" ? last : "dependency";
}

function remedyFor(section: Section, known: ReadonlySet<string>, portfolio: Draft): string {
  if (section === "categories" && portfolio.categories === undefined) {
    return `write one of ${[...known].join(", ")}, or declare your own in categories`;
  }
  if (known.size > 0 && known.size <= 12) return `add it to ${section}, or write one of ${[...known].join(", ")}`;
  return `add it to ${section}`;
}

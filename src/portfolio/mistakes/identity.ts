import { controlActs } from "../../contract/control-acts.ts";
import { limit } from "../../contract/record.ts";
import { limitId } from "../limit-id.ts";
import type { Positions } from "../positions.ts";
import { type Draft, draftOf, draftsIn, textIn } from "./draft.ts";
import type { Finding, Path } from "./finding.ts";

const kinds = { people: "person", dependencies: "dependency", systems: "system", controls: "control", risks: "risk" };

/** Names that stand for two things: ids per kind, renamings, and entries of a list that must differ. */
export function identityFindings(portfolio: Draft, positions: Positions): Finding[] {
  const findings: Finding[] = [];
  const sameNames = (named: readonly { name: string; path: Path }[], noun: string, where = ""): void => {
    const first = new Map<string, Path>();
    for (const { name, path } of named) {
      const known = first.get(name);
      if (known === undefined) first.set(name, path);
      else findings.push(second(`${noun} "${name}" is there twice${where}`, path, positions.of(known).line));
    }
  };

  for (const [section, noun] of Object.entries(kinds)) {
    const named = namesIn(portfolio[section], "id", [section]);
    sameNames(named, noun);
    findings.push(...renamings(portfolio[section], section, noun, positions));
  }
  sameNames(namesIn(portfolio.categories, "id", ["categories"]), "category");
  sameNames(namesIn(portfolio.rates, "from", ["rates"]), "rate from");
  sameNames(limitNames(portfolio.limits), "limit");
  findings.push(...renamings(portfolio.limits, "limits", "limit", positions));

  for (const { draft, index } of draftsIn(portfolio.systems)) {
    sameNames(namesIn(draft.models, "id", ["systems", index, "models"]), "model");
    sameNames(textsIn(draft.dependsOn, ["systems", index, "dependsOn"]), "dependency");
  }
  for (const { draft, index } of draftsIn(portfolio.people)) {
    sameNames(textsIn(draft.roles, ["people", index, "roles"]), "role");
  }
  for (const { draft, index } of draftsIn(portfolio.risks)) {
    const path = ["risks", index, "controls"];
    for (const acts of controlActs) {
      const uses = draftsIn(draft.controls).filter((use) => use.draft.acts === acts);
      const named = uses.flatMap((use) => nameOf(use.draft, "control", [...path, use.index]));
      sameNames(named, "control", ` for ${acts}`);
    }
    const causes = draftOf(draft.scenario)?.commonCauses;
    sameNames(namesIn(causes, "cause", ["risks", index, "scenario", "commonCauses"]), "common cause");
  }
  return findings;
}

function second(what: string, path: Path, firstLine: number): Finding {
  return { path, at: "use", what, remedy: `remove or rename one; the first is in line ${firstLine}` };
}

function nameOf(draft: Draft, key: string, path: Path): { name: string; path: Path }[] {
  const name = textIn(draft, key);
  return name === undefined ? [] : [{ name, path: [...path, key] }];
}

function namesIn(list: unknown, key: string, path: Path): { name: string; path: Path }[] {
  return draftsIn(list).flatMap(({ draft, index }) => nameOf(draft, key, [...path, index]));
}

function textsIn(list: unknown, path: Path): { name: string; path: Path }[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((name, index) => (typeof name === "string" ? [{ name, path: [...path, index] }] : []));
}

/** A limit without an id is named after its scope and measure, so that two of the same are one limit written twice. */
function limitNames(list: unknown): { name: string; path: Path }[] {
  return draftsIn(list).flatMap(({ draft, index }) => {
    const path = ["limits", index];
    if (draft.id !== undefined) return nameOf(draft, "id", path);
    const read = limit.safeParse(draft);
    return read.success ? [{ name: limitId(read.data), path }] : [];
  });
}

function renamings(list: unknown, section: string, noun: string, positions: Positions): Finding[] {
  const living = new Map<string, Path>();
  for (const { name, path } of namesIn(list, "id", [section])) if (!living.has(name)) living.set(name, path);
  const claimed = new Map<string, Path>();
  return namesIn(list, "formerly", [section]).flatMap(({ name, path }) => {
    const own = draftOf((list as unknown[])[path[1] as number]);
    if (textIn(own, "id") === name) return [{ path, what: `formerly "${name}" is the id itself`, remedy: "remove it" }];
    const holder = living.get(name);
    if (holder) {
      const remedy = `name an id that is no longer used; this one is in line ${positions.of(holder).line}`;
      return [{ path, what: `formerly "${name}" is the id of another ${noun}`, remedy }];
    }
    const claim = claimed.get(name);
    if (claim) return [second(`formerly "${name}" is there twice`, path, positions.of(claim).line)];
    claimed.set(name, path);
    return [];
  });
}

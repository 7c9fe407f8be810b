import type { z } from "zod";
import { type AhpCriterion, type AhpFile, ahpFile, type ahpJudgement } from "../../contract/ahp-file.ts";
import { ratioOf } from "../../contract/structured/ratio-of.ts";
import type { Finding, Path } from "../mistakes/finding.ts";
import { nearestName } from "../nearest-name.ts";
import { readDocument } from "../read-document.ts";

/** Pairwise judgements in a YAML or JSON file. @throws Failure with every mistake at its line */
export function readAhpFile(bytes: Uint8Array, file: string): AhpFile {
  return readDocument(ahpFile, bytes, file, ahpFindings);
}

/** What pairwise judgements of the right shape have against each other. */
export function ahpFindings(file: AhpFile): Finding[] {
  const children = file.criteria?.map(({ id }) => id);
  const found = [
    ...twice(file.items, ["items"]),
    ...(file.criteria ? namedTwice(file.criteria) : []),
    ...levelFindings(file, children ?? file.items, []),
  ];
  const visit = (criteria: readonly AhpCriterion[], path: Path) => {
    for (const [k, one] of criteria.entries()) {
      const at = [...path, k];
      found.push(...levelFindings(one, one.criteria?.map(({ id }) => id) ?? file.items, at));
      if (one.criteria) visit(one.criteria, [...at, "criteria"]);
    }
  };
  if (file.criteria) visit(file.criteria, ["criteria"]);
  return found;
}

type Judgement = z.infer<typeof ahpJudgement>;

function levelFindings(
  { judgements, people }: Pick<AhpFile, "judgements" | "people">,
  compared: readonly string[],
  path: Path,
): Finding[] {
  if (judgements && people)
    return [
      { path: [...path, "people"], what: "judgements are given beside people's own", remedy: "keep one of the two" },
    ];
  if (!judgements && !people && compared.length > 1)
    return [
      { path, what: 'key "judgements" is missing', remedy: "add [{ left, right, ratio }], or people with theirs" },
    ];
  const lists: { list: readonly Judgement[]; at: Path }[] = (people ?? []).map((person, k) => ({
    list: person.judgements,
    at: [...path, "people", k, "judgements"],
  }));
  if (judgements) lists.push({ list: judgements, at: [...path, "judgements"] });
  return [
    ...(people ? twicePeople(people, path) : []),
    ...lists.flatMap(({ list, at }) => listFindings(list, compared, at)),
  ];
}

/** What is wrong with judgements of these things. */
export function listFindings(judgements: readonly Judgement[], compared: readonly string[], path: Path): Finding[] {
  const known = new Set(compared);
  const before = new Map<string, number>();
  return judgements.flatMap(({ left, right, ratio }, k): Finding[] => {
    const at = [...path, k];
    const unknown = (["left", "right"] as const).flatMap((side): Finding[] => {
      const name = side === "left" ? left : right;
      if (known.has(name)) return [];
      const near = nearestName(name, known);
      return [
        {
          path: [...at, side],
          what: `"${name}" is not compared here`,
          remedy: near ? `write "${near}"` : `write one of ${compared.slice(0, 5).join(", ")}`,
        },
      ];
    });
    if (unknown.length > 0) return unknown;
    if (left === right)
      return [
        { path: [...at, "right"], what: `"${left}" is judged against itself`, remedy: "compare two different ones" },
      ];
    const key = JSON.stringify(left < right ? [left, right] : [right, left]);
    const log = (left < right ? 1 : -1) * Math.log(ratioOf(ratio));
    const earlier = before.get(key);
    before.set(key, log);
    if (earlier === undefined || Math.abs(earlier - log) < 1e-9) return [];
    const what = `"${left}" is judged against "${right}" a second time, and differently`;
    return [{ path: at, what, remedy: "keep one of the two" }];
  });
}

function twice(names: readonly string[], path: Path): Finding[] {
  return names.flatMap((name, k) =>
    names.indexOf(name) < k ? [{ path: [...path, k], what: `"${name}" is there twice`, remedy: "remove one" }] : [],
  );
}

function twicePeople(people: readonly { readonly id: string }[], path: Path): Finding[] {
  const names = people.map(({ id }) => id);
  return names.flatMap((name, k) =>
    names.indexOf(name) < k
      ? [{ path: [...path, "people", k, "id"], what: `person "${name}" is there twice`, remedy: "remove one" }]
      : [],
  );
}

/** An id of a criterion may stand once in the whole tree, so that a weight can be named by it. */
function namedTwice(criteria: readonly AhpCriterion[]): Finding[] {
  const seen = new Set<string>();
  const visit = (list: readonly AhpCriterion[], path: Path): Finding[] =>
    list.flatMap((one, k) => {
      const again = seen.has(one.id);
      seen.add(one.id);
      const mistake = { path: [...path, k, "id"], what: `criterion "${one.id}" is there twice`, remedy: "rename one" };
      return [...(again ? [mistake] : []), ...(one.criteria ? visit(one.criteria, [...path, k, "criteria"]) : [])];
    });
  return visit(criteria, ["criteria"]);
}

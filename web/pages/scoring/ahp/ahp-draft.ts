import type { AhpCriterion, AhpFile } from "../../../../src/contract/ahp-file.ts";

export interface ItemDraft {
  /** Names it while its name is typed; unique in the sheet, among items, criteria and people alike. */
  readonly key: number;
  readonly name: string;
}

export interface JudgementDraft {
  readonly left: number;
  readonly right: number;
  readonly ratio: number | string;
  readonly reason?: string | undefined;
}

export interface PersonDraft extends ItemDraft {
  readonly share?: number | undefined;
  readonly judgements: readonly JudgementDraft[];
}

/** The goal or a criterion: the items, or the criteria under it, are compared by it. */
export interface NodeDraft extends ItemDraft {
  /** One person's, or what a group agreed on; left out where people have their own. */
  readonly judgements?: readonly JudgementDraft[] | undefined;
  /** The same person has the same key wherever they judge. */
  readonly people?: readonly PersonDraft[] | undefined;
  readonly criteria?: readonly NodeDraft[] | undefined;
}

export interface AhpSheet {
  readonly items: readonly ItemDraft[];
  readonly goal: NodeDraft;
  readonly group?: AhpFile["group"];
}

/** What a file says that the sheet does not edit. */
export type AhpBase = Omit<AhpFile, "items" | "judgements" | "people" | "criteria" | "group">;

export const emptySheet: AhpSheet = { items: [], goal: { key: -1, name: "", judgements: [] } };

/** A judgement of what is not compared there is left out; the server refuses such a file anyway. */
export function sheetOfPairs({ items, group, ...top }: AhpFile): AhpSheet {
  let next = 0;
  const people = new Map<string, number>();
  const itemDrafts = items.map((name) => ({ key: next++, name }));
  const nodeOf = (level: Omit<AhpCriterion, "id">, key: number, name: string): NodeDraft => {
    const criteria = level.criteria?.map((child) => nodeOf(child, next++, child.id));
    const keys = new Map((criteria ?? itemDrafts).map((each) => [each.name, each.key]));
    const judged = (list: NonNullable<AhpCriterion["judgements"]>): JudgementDraft[] =>
      list.flatMap(({ left, right, ...rest }) => {
        const pair = { left: keys.get(left), right: keys.get(right) };
        return pair.left === undefined || pair.right === undefined
          ? []
          : [{ ...rest, left: pair.left, right: pair.right }];
      });
    const personOf = ({ id, judgements, ...rest }: NonNullable<AhpCriterion["people"]>[number]): PersonDraft => {
      const key = people.get(id) ?? next++;
      people.set(id, key);
      return { ...rest, key, name: id, judgements: judged(judgements) };
    };
    return {
      key,
      name,
      ...(level.judgements && { judgements: judged(level.judgements) }),
      ...(level.people && { people: level.people.map(personOf) }),
      ...(criteria && { criteria }),
    };
  };
  return { items: itemDrafts, goal: nodeOf(top, -1, ""), ...(group !== undefined && { group }) };
}

/** The goal, then its criteria, depth first. */
export function nodesOf({ goal }: Pick<AhpSheet, "goal">): NodeDraft[] {
  const below = (node: NodeDraft): NodeDraft[] => [node, ...(node.criteria ?? []).flatMap(below)];
  return below(goal);
}

/** What is compared by a node. */
export function comparedBy({ items }: Pick<AhpSheet, "items">, { criteria }: NodeDraft): readonly ItemDraft[] {
  return criteria ?? items;
}

/** Everybody who judges somewhere, each once. */
export function peopleOf(sheet: Pick<AhpSheet, "goal">): PersonDraft[] {
  const known = new Map<number, PersonDraft>();
  for (const node of nodesOf(sheet))
    for (const person of node.people ?? []) if (!known.has(person.key)) known.set(person.key, person);
  return [...known.values()];
}

interface ReadPairs {
  readonly document: AhpFile;
  /** What stands in the way of saving; null where nothing does. */
  readonly missing: string | null;
}

/** The file that the sheet stands for. */
export function readPairs(sheet: AhpSheet, base: AhpBase): ReadPairs {
  const { items, goal, group } = sheet;
  const levelOf = (node: NodeDraft): Omit<AhpCriterion, "id"> => {
    const names = new Map(comparedBy(sheet, node).map(({ key, name }) => [key, name.trim()]));
    const judged = (list: readonly JudgementDraft[]) =>
      list.map(({ left, right, ...rest }) => ({ left: names.get(left)!, right: names.get(right)!, ...rest }));
    // Where two are compared, the file says that nobody judged them yet.
    const agreed = node.judgements ?? (node.people || comparedBy(sheet, node).length < 2 ? undefined : []);
    return {
      ...(agreed && { judgements: judged(agreed) }),
      ...(node.people && {
        people: node.people.map(({ key: _, name, judgements, ...rest }) => ({
          id: name.trim(),
          ...rest,
          judgements: judged(judgements),
        })),
      }),
      ...(node.criteria && { criteria: node.criteria.map((child) => ({ id: child.name.trim(), ...levelOf(child) })) }),
    };
  };
  const document = {
    ...base,
    items: items.map(({ name }) => name.trim()),
    ...levelOf(goal),
    ...(group !== undefined && { group }),
  };
  return { document, missing: missingIn(sheet) };
}

function missingIn(sheet: AhpSheet): string | null {
  const { items } = sheet;
  if (items.length === 0) return "nothing is weighed; add what is compared";
  const criteria = nodesOf(sheet).slice(1);
  const people = peopleOf(sheet);
  for (const [what, list] of [
    ["an item", items],
    ["a criterion", criteria],
    ["a person", people],
  ] as const) {
    const names = list.map(({ name }) => name.trim());
    if (names.includes("")) return `${what} has no name`;
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined) return `“${twice}” twice; give each ${what.replace(/^an? /, "")} a name of its own`;
  }
  const share = people.find((person) => person.share !== undefined && !(person.share > 0));
  return share === undefined ? null : `share of ${share.name} is ${share.share}; write a number above 0`;
}

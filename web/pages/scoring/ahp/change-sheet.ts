import {
  type AhpSheet,
  type ItemDraft,
  type JudgementDraft,
  type NodeDraft,
  nodesOf,
  type PersonDraft,
  peopleOf,
} from "./ahp-draft.ts";

export function withNewItem(sheet: AhpSheet): AhpSheet {
  return { ...sheet, items: [...sheet.items, { key: freeKey(sheet), name: "" }] };
}

/** An item that goes takes its judgements along. */
export function withoutItem(sheet: AhpSheet, key: number): AhpSheet {
  const items = sheet.items.filter((item) => item.key !== key);
  return { ...sheet, items, goal: eachNode(sheet.goal, (node) => withoutThing(node, key)) };
}

export function withItemNamed(sheet: AhpSheet, key: number, name: string): AhpSheet {
  return { ...sheet, items: sheet.items.map((item) => (item.key === key ? { ...item, name } : item)) };
}

/** What was judged by a node is judged by its first criterion from then on: that compares the items instead. */
export function withNewCriterion(sheet: AhpSheet, parent: number): AhpSheet {
  const key = freeKey(sheet);
  const goal = eachNode(sheet.goal, (node) => {
    if (node.key !== parent) return node;
    const { key: at, name, criteria = [], ...judged } = node;
    if (criteria.length > 0) return { ...node, criteria: [...criteria, { key, name: "", ...blank(criteria[0]!) }] };
    return { key: at, name, ...blank(node), criteria: [{ key, name: "", ...judged }] };
  });
  return { ...sheet, goal };
}

/** The last criterion of a node leaves it what was judged under it. */
export function withoutCriterion(sheet: AhpSheet, key: number): AhpSheet {
  const goal = eachNode(sheet.goal, (node) => {
    const gone = node.criteria?.find((child) => child.key === key);
    if (gone === undefined) return node;
    const left = node.criteria!.filter((child) => child !== gone);
    if (left.length > 0) return withoutThing({ ...node, criteria: left }, key);
    const { key: _, name: __, ...judged } = gone;
    return { key: node.key, name: node.name, ...judged };
  });
  return { ...sheet, goal };
}

export function withCriterionNamed(sheet: AhpSheet, key: number, name: string): AhpSheet {
  return { ...sheet, goal: eachNode(sheet.goal, (node) => (node.key === key ? { ...node, name } : node)) };
}

/** Where nobody has judgements of their own yet, those that are there become the first person's. */
export function withNewPerson(sheet: AhpSheet): AhpSheet {
  const key = freeKey(sheet);
  const isFirst = peopleOf(sheet).length === 0;
  const goal = eachNode(sheet.goal, ({ judgements, people, ...node }) => {
    if (isFirst) return { ...node, people: [{ key, name: "", judgements: judgements ?? [] }] };
    if (people === undefined) return { ...node, ...(judgements && { judgements }) };
    return { ...node, people: [...people, { key, name: "", judgements: [] }] };
  });
  return { ...sheet, goal };
}

/** Where the last person goes, their judgements stay as those that all agreed on. */
export function withoutPerson(sheet: AhpSheet, key: number): AhpSheet {
  const goal = eachNode(sheet.goal, (node) => {
    const gone = node.people?.find((person) => person.key === key);
    if (gone === undefined) return node;
    const { people = [], ...rest } = node;
    const left = people.filter((person) => person !== gone);
    return left.length > 0 ? { ...rest, people: left } : { ...rest, judgements: gone.judgements };
  });
  return { ...sheet, goal };
}

/** Changes a person's name or share wherever they judge; a share of undefined is 1. */
export function withPerson(sheet: AhpSheet, key: number, part: Partial<Pick<PersonDraft, "name" | "share">>): AhpSheet {
  const goal = eachNode(sheet.goal, (node) =>
    node.people === undefined
      ? node
      : { ...node, people: node.people.map((person) => (person.key === key ? { ...person, ...part } : person)) },
  );
  return { ...sheet, goal };
}

/** The judgements under a node, of a person or, with null, those that all agreed on, replaced by others. */
export function withJudgements(
  sheet: AhpSheet,
  at: { readonly node: number; readonly person: number | null },
  judgements: readonly JudgementDraft[],
): AhpSheet {
  const goal = eachNode(sheet.goal, (node) => {
    if (node.key !== at.node) return node;
    if (at.person === null) return { ...node, judgements };
    return {
      ...node,
      people: node.people?.map((person) => (person.key === at.person ? { ...person, judgements } : person)),
    };
  });
  return { ...sheet, goal };
}

function eachNode(node: NodeDraft, change: (node: NodeDraft) => NodeDraft): NodeDraft {
  const changed = change(node);
  // What the change put in its place is not changed again: only what stood there before.
  const before = new Set(node.criteria);
  return changed.criteria === undefined
    ? changed
    : {
        ...changed,
        criteria: changed.criteria.map((child) => (before.has(child) ? eachNode(child, change) : child)),
      };
}

/** Without the judgements of one thing that is compared. */
function withoutThing(node: NodeDraft, key: number): NodeDraft {
  const kept = (list: readonly JudgementDraft[]) => list.filter(({ left, right }) => left !== key && right !== key);
  return {
    ...node,
    ...(node.judgements && { judgements: kept(node.judgements) }),
    ...(node.people && { people: node.people.map((person) => ({ ...person, judgements: kept(person.judgements) })) }),
  };
}

/** The same people, or nobody, before anything is judged. */
function blank({ people }: NodeDraft): Pick<NodeDraft, "judgements" | "people"> {
  return people === undefined
    ? { judgements: [] }
    : { people: people.map((person) => ({ ...person, judgements: [] })) };
}

function freeKey(sheet: AhpSheet): number {
  const keys = [...sheet.items, ...nodesOf(sheet), ...peopleOf(sheet)] satisfies ItemDraft[];
  return 1 + Math.max(-1, ...keys.map(({ key }) => key));
}

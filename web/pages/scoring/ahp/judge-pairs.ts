import { ratioOf } from "../../../../src/contract/structured/ratio-of.ts";
import type { ItemDraft, JudgementDraft } from "./ahp-draft.ts";
import type { Pair } from "./pair-words.ts";

/** Every pair of what is compared, in its order. */
export function pairsOf(things: readonly ItemDraft[], judgements: readonly JudgementDraft[]): Pair[] {
  const said = new Map<string, number>();
  for (const { left, right, ratio } of judgements) {
    said.set(`${left} ${right}`, ratioOf(ratio));
    said.set(`${right} ${left}`, 1 / ratioOf(ratio));
  }
  return things.flatMap((left, at) =>
    things.slice(at + 1).map((right) => ({ left, right, ratio: said.get(`${left.key} ${right.key}`) ?? null })),
  );
}

/** The judgements with one pair judged anew; null takes the judgement away. Its reason stays. */
export function withJudgement(
  judgements: readonly JudgementDraft[],
  { left, right }: { readonly left: number; readonly right: number },
  ratio: number | string | null,
): JudgementDraft[] {
  const isPair = (one: JudgementDraft) =>
    (one.left === left && one.right === right) || (one.left === right && one.right === left);
  const at = judgements.findIndex(isPair);
  const others = judgements.filter((one) => !isPair(one));
  if (ratio === null) return others;
  const reason = judgements[at]?.reason;
  const judged = { left, right, ratio, ...(reason !== undefined && { reason }) };
  const place = at < 0 ? others.length : at;
  return [...others.slice(0, place), judged, ...others.slice(place)];
}

/** What judgements link, in groups; one group where a chain of judgements links all. */
export function linkedGroups(things: readonly ItemDraft[], judgements: readonly JudgementDraft[]): ItemDraft[][] {
  const groups: Set<number>[] = [];
  for (const { key } of things) {
    if (groups.some((group) => group.has(key))) continue;
    const reached = new Set([key]);
    for (const from of reached)
      for (const { left, right } of judgements) {
        if (left === from) reached.add(right);
        if (right === from) reached.add(left);
      }
    groups.push(reached);
  }
  return groups.map((group) => things.filter(({ key }) => group.has(key)));
}

/** What has to be compared before weights follow, in a sentence; null where a chain of judgements links all. */
export function unlinkedWords(things: readonly ItemDraft[], judgements: readonly JudgementDraft[]): string | null {
  const [first, second, ...more] = linkedGroups(things, judgements);
  if (first === undefined || second === undefined) return null;
  const listed = (group: readonly ItemDraft[]) => {
    const names = group.map(({ name }) => name || "the unnamed one");
    if (names.length === 1) return names[0]!;
    return names.length > 3
      ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`
      : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  };
  const one = (group: readonly ItemDraft[]) => (group.length === 1 ? listed(group) : `one of ${listed(group)}`);
  const rest =
    more.length === 0
      ? ""
      : `; ${more.length === 1 ? "a further part is" : `${more.length} further parts are`} not linked either`;
  return `No judgement links ${listed(second)} with ${listed(first)}: compare ${one(first)} with ${one(second)}${rest}.`;
}

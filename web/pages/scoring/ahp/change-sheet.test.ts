import { expect, test } from "vitest";
import type { AhpFile } from "../../../../src/contract/ahp-file.ts";
import { nodesOf, readPairs, sheetOfPairs } from "./ahp-draft.ts";
import {
  withCriterionNamed,
  withJudgements,
  withNewCriterion,
  withNewItem,
  withNewPerson,
  withoutCriterion,
  withoutItem,
  withoutPerson,
  withPerson,
} from "./change-sheet.ts";

const judgements = [
  { left: "a", right: "b", ratio: 3 },
  { left: "b", right: "c", ratio: "1/2" },
];
const flat: AhpFile = { items: ["a", "b", "c"], judgements };
const sheet = sheetOfPairs(flat);
const file = (changed: typeof sheet) => readPairs(changed, {}).document;

test("an item that goes takes its judgements along, everybody's", () => {
  expect(file(withoutItem(sheet, sheet.items[0]!.key))).toEqual({ items: ["b", "c"], judgements: [judgements[1]] });
  const ofMara = withPerson(withNewPerson(sheet), 3, { name: "mara" });
  expect(file(withoutItem(ofMara, sheet.items[2]!.key)).people).toEqual([{ id: "mara", judgements: [judgements[0]] }]);
  expect(readPairs(withNewItem(sheet), {}).missing).toBe("an item has no name");
});

test("the first criterion takes what was judged, a second is judged by nobody yet, and the last gives it back", () => {
  const one = withNewCriterion(sheet, sheet.goal.key);
  const [, first] = nodesOf(one);
  expect(file(withCriterionNamed(one, first!.key, "cost"))).toEqual({
    items: ["a", "b", "c"],
    judgements: [],
    criteria: [{ id: "cost", judgements }],
  });
  const two = withNewCriterion(one, sheet.goal.key);
  const [, , second] = nodesOf(two);
  expect(second!.judgements).toEqual([]);
  const judged = withJudgements(two, { node: sheet.goal.key, person: null }, [
    { left: first!.key, right: second!.key, ratio: 4 },
  ]);
  expect(file(withoutCriterion(judged, second!.key)).judgements).toEqual([]);
  expect(file(withoutCriterion(withoutCriterion(judged, second!.key), first!.key))).toEqual(flat);
});

test("a criterion under a criterion takes what was judged under that one", () => {
  const one = withNewCriterion(sheet, sheet.goal.key);
  const deep = withNewCriterion(one, nodesOf(one)[1]!.key);
  expect(nodesOf(deep).map(({ judgements: list }) => list?.length)).toEqual([0, 0, 2]);
  const criteria = nodesOf(deep).slice(1);
  expect(file(withoutCriterion(withoutCriterion(deep, criteria[1]!.key), criteria[0]!.key))).toEqual(flat);
});

test("the first person takes what was judged, the next has nothing yet, and the last one's stays", () => {
  const two = withNewPerson(withPerson(withNewPerson(sheet), 3, { name: "mara", share: 2 }));
  const named = withPerson(two, 4, { name: "jonas" });
  expect(file(named).people).toEqual([
    { id: "mara", share: 2, judgements },
    { id: "jonas", judgements: [] },
  ]);
  expect(file(withoutPerson(withoutPerson(named, 4), 3))).toEqual(flat);
  expect(withNewCriterion(named, sheet.goal.key).goal.people?.map((person) => person.judgements)).toEqual([[], []]);
  expect(readPairs(withPerson(named, 3, { share: 0 }), {}).missing).toMatch(/^share of mara is 0/);
});

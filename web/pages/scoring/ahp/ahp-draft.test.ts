import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { AhpFile } from "../../../../src/contract/ahp-file.ts";
import { peopleOf, readPairs, sheetOfPairs } from "./ahp-draft.ts";

const example = parse(
  readFileSync(new URL("../../../../examples/harm-weights/ahp.yaml", import.meta.url), "utf8"),
) as AhpFile;

const pair = (left: string, right: string, ratio: number | string, reason?: string) => ({
  left,
  right,
  ratio,
  ...(reason !== undefined && { reason }),
});
/** Everything that a file can say: people with shares, criteria under criteria, agreed judgements beside people's own. */
const whole: AhpFile = {
  title: "Which vendor",
  description: "For the board",
  items: ["north", "south"],
  people: [
    { id: "mara", share: 2, judgements: [pair("price", "safety", "1/5", "lives")] },
    { id: "jonas", judgements: [] },
  ],
  criteria: [
    { id: "price", judgements: [pair("north", "south", 3)] },
    {
      id: "safety",
      judgements: [pair("people", "law", 2.5)],
      criteria: [
        { id: "people", people: [{ id: "jonas", share: 3, judgements: [pair("south", "north", 2)] }] },
        { id: "law", judgements: [] },
      ],
    },
  ],
  method: "geometric-mean",
  group: "priorities-arithmetic",
  synthesis: "ideal",
};

const saved = (file: AhpFile) => {
  const { items: _, judgements: __, people: ___, criteria: ____, group: _____, ...base } = file;
  return readPairs(sheetOfPairs(file), base);
};

test.each([
  ["the example", example],
  ["everything a file can say", whole],
  ["one item", { items: ["a"] }],
] as [string, AhpFile][])("opened and saved without a change it is the same file: %s", (_, file) => {
  expect(saved(file)).toEqual({ document: file, missing: null });
});

test("one person is one, wherever they judge", () => {
  expect(peopleOf(sheetOfPairs(whole)).map(({ name, share }) => [name, share])).toEqual([
    ["mara", 2],
    ["jonas", undefined],
  ]);
});

test("a name that is missing, or there twice, stands in the way of saving", () => {
  const sheet = sheetOfPairs(whole);
  const named = (name: string) => ({
    ...sheet,
    items: sheet.items.map((item, at) => (at === 0 ? { ...item, name } : item)),
  });
  expect(readPairs(named(" "), {}).missing).toBe("an item has no name");
  expect(readPairs(named("south"), {}).missing).toBe("“south” twice; give each item a name of its own");
  expect(saved({ ...whole, items: [] }).missing).toMatch(/^nothing is weighed/);
});

import { expect, test } from "vitest";
import { Failure } from "../../contract/failure.ts";
import { readAhpFile } from "./read-ahp-file.ts";

function mistakes(text: string): string[] {
  try {
    readAhpFile(new TextEncoder().encode(text), "ahp.yaml");
    return [];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return (error.mistakes ?? []).map(({ line, what, remedy }) => `${line}: ${what}; ${remedy}`);
  }
}

const items = "items: [cost, harm, speed]\n";

test.each([
  [
    "judgements:\n - { left: cost, right: harm, ratio: 0 }",
    '3: ratio is 0; write a positive number such as 3, or a fraction such as "1/5"',
  ],
  ["judgements:\n - { left: cost, right: harm, ratio: -2 }", "3: ratio is -2; write a positive number"],
  ["judgements:\n - { left: cost, right: harm, ratio: 1/0 }", '3: ratio is "1/0"; write a positive number'],
  ["judgements:\n - { left: cost, right: harm, ratio: strongly }", '3: ratio is "strongly"; write a positive number'],
  ["judgements:\n - { left: cost, right: harn, ratio: 2 }", '3: "harn" is not compared here; write "harm"'],
  ["judgements:\n - { left: cost, right: cost, ratio: 2 }", '3: "cost" is judged against itself'],
  [
    "judgements:\n - { left: cost, right: harm, ratio: 2 }\n - { left: harm, right: cost, ratio: 2 }",
    '4: "harm" is judged against "cost" a second time',
  ],
  ["", '1: key "judgements" is missing'],
  ["judgements: []\npeople: [{ id: mara, judgements: [] }]", "3: judgements are given beside people's own"],
  ["people: [{ id: mara, judgements: [] }, { id: mara, judgements: [] }]", '2: person "mara" is there twice'],
  ["judgements: []\ncriteria: [{ id: a }, { id: a }]", '3: criterion "a" is there twice'],
])("%s is refused", (rest, message) => {
  expect(mistakes(items + rest).join("\n")).toContain(message);
});

test("an item named twice, no items, 201 items", () => {
  expect(mistakes("items: [a, a]\njudgements: [{ left: a, right: a, ratio: 1 }]")[0]).toBe(
    '1: "a" is there twice; remove one',
  );
  expect(mistakes("items: []\njudgements: []")).toHaveLength(1);
  expect(
    mistakes(`items: [${Array.from({ length: 201 }, (_, i) => `i${i}`).join(", ")}]\njudgements: []`),
  ).toHaveLength(1);
});

test("JSON is read like YAML", () => {
  expect(mistakes('{"items":["a","b"],"judgements":[{"left":"a","right":"b","ratio":"1/5"}]}')).toEqual([]);
});

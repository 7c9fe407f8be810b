import { expect, test } from "vitest";
import { foundByName } from "./found-by-name.ts";

const systems = [
  { id: "credit-scoring", name: "Credit scoring API" },
  { id: "naive", name: "Naïve Bayes spam filter" },
];
/** As the server found them, in its order. */
const risks = [
  { id: "biased-declines", name: "Biased declines", systemName: "Credit scoring API" },
  { id: "r-7", name: "Wrong score shown", systemName: "Credit scoring API" },
  { id: "score-drift", name: "Score drift", systemName: "Credit scoring API" },
];
const names = (text: string) => foundByName(text, risks, systems).map(({ id }) => id);

test("what begins with the text stands first, then what has it in its name, then whatever else the server found", () => {
  expect(names("scor")).toEqual(["score-drift", "credit-scoring", "r-7", "biased-declines"]);
});

test("every risk that the server found is shown, in its order where nothing else decides", () => {
  expect(names("declines credit")).toEqual(["biased-declines", "r-7", "score-drift"]);
});

test("systems are found here: by name or id, case and accents do not matter", () => {
  expect(foundByName("NAIVE", [], systems).map(({ id }) => id)).toEqual(["naive"]);
  expect(foundByName("credit-s", [], systems).map(({ id }) => id)).toEqual(["credit-scoring"]);
  expect(foundByName("fraud", [], systems)).toEqual([]);
});

test("of a thousand systems eight are enough", () => {
  const many = Array.from({ length: 1000 }, (_, k) => ({ id: `s-${k}`, name: `System ${k}` }));
  expect(foundByName("system", risks, many)).toHaveLength(8 + risks.length);
});

test("nothing typed finds nothing", () => {
  expect(foundByName("  ", risks, systems)).toEqual([]);
});

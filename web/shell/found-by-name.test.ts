import { expect, test } from "vitest";
import { foundByName } from "./found-by-name.ts";

const systems = [
  { id: "credit-scoring", name: "Credit scoring API" },
  { id: "naive", name: "Naïve Bayes spam filter" },
];
const risks = [
  { id: "biased-declines", name: "Biased declines", systemName: "Credit scoring API" },
  { id: "score-drift", name: "Score drift", systemName: "Credit scoring API" },
];

test("finds by any part of name, id or system, names that begin with the text first", () => {
  expect(foundByName("scor", risks, systems).map(({ id }) => id)).toEqual([
    "score-drift",
    "credit-scoring",
    "biased-declines",
  ]);
  expect(foundByName("declines credit", risks, systems).map(({ id }) => id)).toEqual(["biased-declines"]);
});

test("case and accents do not matter", () => {
  expect(foundByName("NAIVE", risks, systems).map(({ id }) => id)).toEqual(["naive"]);
});

test("nothing typed finds nothing", () => {
  expect(foundByName("  ", risks, systems)).toEqual([]);
});

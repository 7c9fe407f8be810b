import { expect, test } from "vitest";
import { judgedAnswers, readInterval } from "./interval-draft.ts";

test.each([
  [{ low: "", high: "" }, null],
  [
    { low: "300", high: "1,200" },
    { low: 300, high: 1200 },
  ],
  [{ low: "3k", high: "" }, { mistake: "write the high end too" }],
  [{ low: "", high: "4" }, { mistake: "write the low end too" }],
  [{ low: "about 3", high: "4" }, { mistake: "“about 3” is not a number" }],
  [{ low: "4", high: "4" }, { mistake: "the low end is not below the high end; swap them, or widen" }],
])("%j", (draft, read) => expect(readInterval(draft)).toEqual(read));

test("only whole answers are judged, years in hundreds of years", () => {
  const question = { question: "?", source: "s" };
  const questions = [
    { ...question, id: "a", truth: 300, unit: "km" },
    { ...question, id: "b", truth: 1453, unit: "year" },
    { ...question, id: "c", truth: 7, unit: "" },
  ];
  const drafts = { a: { low: "200", high: "400" }, b: { low: "1400", high: "1500" }, c: { low: "9", high: "8" } };
  expect(judgedAnswers(questions, drafts)).toEqual([
    { low: 200, high: 400, truth: 300 },
    { low: 1400, high: 1500, truth: 1453, scale: 100 },
  ]);
});

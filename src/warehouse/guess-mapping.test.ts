import { expect, test } from "vitest";
import { guessMapping } from "./guess-mapping.ts";
import type { ColumnProfile } from "./profile-columns.ts";

function profile(name: string, change: Partial<ColumnProfile> = {}): ColumnProfile {
  const values = ["a", "b"].map((value) => ({ value, rows: 50 }));
  return { name, kind: "text", rows: 100, missing: 0, values, distinct: 2, numbers: "none", ...change };
}

test("columns are known by the names that they go by, however they are written", () => {
  const columns = ["Applicant ID", "Gender", "ageGroup", "y_true", "Y-Pred", "model_version"].map((name) =>
    profile(name),
  );
  const score = profile("modelScore", { distinct: 90, numbers: "from-zero-to-one" });
  expect(guessMapping([...columns, score])).toEqual({
    protected: ["Gender", "ageGroup"],
    label: "y_true",
    decision: "Y-Pred",
    score: "modelScore",
  });
});

test.each([
  ["more values than groups could be made of", profile("race", { distinct: 31 })],
  ["no value at all", profile("sex", { distinct: 0 })],
  ["scores that are none", profile("score", { distinct: 90, numbers: "any" })],
  ["a weight, which would change every figure", profile("weight", { numbers: "any" })],
])("not guessed: %s", (_, column) => {
  expect(guessMapping([column])).toEqual({});
});

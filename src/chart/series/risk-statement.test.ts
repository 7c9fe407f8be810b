import { expect, test } from "vitest";
import { riskStatement } from "./risk-statement.ts";

test("joins what was written as sentences into one", () => {
  expect(
    riskStatement({
      cause: "Few are sampled.",
      event: "Applicants are declined.",
      consequence: "so that people lose credit",
    }),
  ).toEqual({ because: "Few are sampled", event: "Applicants are declined", soThat: "people lose credit." });
});

test("an event alone is a sentence of its own", () => {
  expect(riskStatement({ event: "The feed stops" })).toEqual({ because: null, event: "The feed stops.", soThat: null });
});

test("keeps the stops of other scripts and a question", () => {
  expect(riskStatement({ event: "配信が止まる。" }).event).toBe("配信が止まる。");
});

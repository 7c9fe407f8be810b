import { expect, test } from "vitest";
import { mistakesIn, withRisk } from "../../../test/portfolio/mistakes-in.ts";

const scenario = (frequency: string, loss = "{ primary: 1000 }") =>
  withRisk(`scenario:\n  frequency: ${frequency}\n  loss: ${loss}`);

test.each<[string, string, string[]]>([
  [
    "turnover",
    scenario("1", "{ primary: { low: 1, high: 2, cap: { turnoverShare: 0.04 } } }"),
    [
      "13:65: turnoverShare 0.04 is of an annual turnover that the portfolio does not give; add `annualTurnover: …` at the top, or cap at an amount",
    ],
  ],
  [
    "turnover in form",
    scenario(
      "1",
      "{ primary: 1, secondary: { probability: 0.1, loss: { forms: { fines: { low: 1, high: 2, cap: { turnoverShare: 0.04, amount: 5 } } } } } }",
    ),
    [
      "13:123: turnoverShare 0.04 is of an annual turnover that the portfolio does not give; add `annualTurnover: …` at the top, or cap at an amount",
    ],
  ],
])("%s", (_, text, expected) => {
  expect(mistakesIn(text)).toEqual(expected);
});

test("a cap by turnover needs nothing but the turnover", () => {
  const loss = "{ primary: { low: 1, high: 2, cap: { turnoverShare: 0.04 } } }";
  expect(mistakesIn(scenario("1", loss).replace("version: 1", "version: 1\nannualTurnover: 5000000"))).toEqual([]);
});

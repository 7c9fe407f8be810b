import { expect, test } from "vitest";
import type { Quantification } from "../../contract/detail.ts";
import { contributionRows } from "./contribution-rows.ts";
import { contributionQuote, sourceHead, tornadoFinding, tornadoQuote } from "./source-sentences.ts";

const others = (count: number) => `${count} others`;

test("the largest part of the bad years is named with its share", () => {
  const rows = contributionRows(
    [
      { id: "a", name: "Credit scoring", expectedAnnualLoss: 1e6, expectedShortfall: 6e6 },
      { id: "b", name: "Chatbot", expectedAnnualLoss: 1e6, expectedShortfall: 4e6 },
    ],
    { most: 5, others },
  );
  expect(contributionQuote(rows, "EUR").replaceAll(/\s/g, " ")).toBe(
    "In the worst years, 1 in 20, a year costs €10m on average; €6m of it, 60 %, comes from Credit scoring.",
  );
  expect(contributionQuote(contributionRows([], { most: 5, others }), "EUR")).toBe(
    "In the worst years, 1 in 20, a year costs €0 on average.",
  );
});

test("the widest swing says from what to what", () => {
  const swing = {
    key: "k",
    name: "Biased declines",
    input: "loss events a year",
    lowValue: "2.2",
    highValue: "6",
    low: 4e6,
    high: 9e6,
  };
  expect(tornadoFinding([swing])).toBe("Most depends on Biased declines: loss events a year");
  expect(tornadoFinding([])).toBe("The estimates that matter most");
  expect(tornadoQuote(swing, "EUR")).toBe(
    "One estimate matters most: Biased declines, loss events a year. At 2.2 we expect €4m a year, at 6 €9m: it moves the figure by €5m, more than any other.",
  );
});

test("the head says what a bad year costs, or why that is not said", () => {
  const report = { quantified: 3, currency: "EUR", contributions: { expectedShortfall: 19_300_000 } };
  const head = (part: object) => sourceHead({ ...report, ...part } as Quantification);
  expect(head({})).toBe("In the worst years, 1 in 20, a year costs €19.3m.");
  expect(head({ quantified: 0, contributions: null })).toBe("Nothing here is in money yet.");
  expect(head({ contributions: null })).toBe("Where the loss comes from");
});

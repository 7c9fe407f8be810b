import { expect, test } from "vitest";
import { changeSentence, scenarioSentence } from "./quote-sentences.ts";

const year = (expectedAnnualLoss: number, bad: number) => ({
  expectedAnnualLoss,
  probabilityOfLoss: 0.03,
  valueAtRisk: { "0.95": bad },
});

test("a scenario is quoted by its bad year and its mean", () => {
  expect(scenarioSentence("Biased declines", year(400_000, 2_600_000), "EUR")).toBe(
    "“Biased declines” costs more than €2.6m 1 year in 20; we expect €400k a year on average.",
  );
});

test("a rare one is quoted by how often it costs anything", () => {
  expect(scenarioSentence("Recall", year(30_000, 0), "EUR")).toBe(
    "“Recall” costs something 1 year in 33; we expect €30k a year on average.",
  );
});

test("a change says from what to what, and what stays", () => {
  expect(changeSentence(year(8_100_000, 20_600_000), year(7_400_000, 14_000_000), "EUR")).toBe(
    "What we lose more than 1 year in 20 falls from €20.6m to €14m; the expected loss falls from €8.1m to €7.4m a year.",
  );
  expect(changeSentence(year(8_100_000, 20_600_000), year(8_300_000, 20_600_000), "EUR")).toBe(
    "1 year in 20 we lose more than €20.6m, as before; the expected loss rises from €8.1m to €8.3m a year.",
  );
  expect(changeSentence(year(1, 0), year(1, 0), "EUR")).toMatch(/as before; the expected loss stays at €1 a year/);
});

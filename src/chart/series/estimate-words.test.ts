import { expect, test } from "vitest";
import { estimateWords, scenarioLines } from "./estimate-words.ts";

const money = { of: "money", currency: "EUR" } as const;
const plain = (text: string) => text.replaceAll(/\s/g, " ");

test.each([
  [50_000, "€50k, taken as certain"],
  [{ low: 50_000, high: 2_000_000 }, "€50k to €2m, 90 % sure (lognormal)"],
  [{ low: 50_000, high: 2_000_000, currency: "USD" }, "$50k to $2m, 90 % sure (lognormal)"],
  [{ min: 1000, mode: 2000, max: 9000 }, "at least €1k, most likely €2k, at most €9k (PERT)"],
  [{ min: 1000, mode: 2000, max: 9000, lambda: 6 }, "at least €1k, most likely €2k, at most €9k (PERT, λ 6)"],
  [{ min: 1000, max: 9000 }, "anything from €1k to €9k (uniform)"],
  [{ shape: 2, rate: 0.0001 }, "€20k on average (gamma, shape 2, rate 0.0001)"],
  [{ mu: Math.log(100_000), sigma: 1 }, "€100k in the median (lognormal, μ 11.51, σ 1)"],
  [{ samples: [12_000, 40_000, 9000] }, "3 observations, €9k to €40k"],
  [{ level: 4 }, "level 4 of the scale, anywhere within its bounds"],
])("%j", (estimate, words) => {
  expect(plain(estimateWords(estimate, money))).toBe(words);
});

test("a probability is a share, a frequency a number", () => {
  expect(plain(estimateWords({ alpha: 3, beta: 9 }, { of: "probability" }))).toBe("25 % on average (beta, α 3, β 9)");
  expect(estimateWords({ low: 0.2, high: 2 }, { of: "events" })).toContain("0.2");
});

test("a scenario is read along the FAIR tree", () => {
  const names = scenarioLines(
    {
      frequency: { contact: 40, action: 0.5, vulnerability: 0.1 },
      loss: { primary: 1000, secondary: { probability: 0.3, loss: 50_000 } },
    },
    "EUR",
  ).map(({ name }) => name);
  expect(names).toEqual([
    "Contacts a year",
    "Become an attempt",
    "Become a loss",
    "Loss of an event",
    "Followed by more",
    "Then",
  ]);
});

import { expect, test } from "vitest";
import type { FileEstimate } from "../../contract/estimate.ts";
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
  [{ value: 9000, source: "contract" }, "€9k, taken as certain"],
  [
    { min: 1000, mode: 2000, max: 9000, ends: "percentiles" },
    "1 in 20 below €1k, most likely €2k, 1 in 20 above €9k (PERT)",
  ],
  [
    {
      quantiles: [
        { p: 0.1, value: 1000 },
        { p: 0.9, value: 9000 },
      ],
    },
    "10 % below €1k, 90 % below €9k (lognormal)",
  ],
  [
    {
      pool: "linear",
      experts: [
        { by: "mara", estimate: 5 },
        { by: "li", estimate: { low: 1, high: 2 } },
      ],
    },
    "2 experts, their distributions mixed",
  ],
  [
    {
      low: 50_000,
      high: 2_000_000,
      cap: { amount: 20_000_000, turnoverShare: 0.04 },
      insurance: { deductible: 10_000, limit: 1_000_000 },
    },
    "€50k to €2m, 90 % sure (lognormal); capped at the greater of €20m and 4 % of the turnover; insured from €10k for €1m",
  ],
  [
    { low: 2, high: 20, truncate: { from: 1 }, cap: 30 },
    "€2 to €20, 90 % sure (lognormal); never below €1; capped at €30",
  ],
] as [FileEstimate, string][])("%j", (estimate, words) => {
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

test("a loss by form, force against resistance, clusters and a common cause have their lines", () => {
  const lines = scenarioLines(
    {
      frequency: { threatEvents: 40, vulnerability: { threatCapability: 0.5, resistance: 0.4 } },
      count: { kind: "negative-binomial", size: 2 },
      loss: { primary: { forms: { fines: 1000, response: 50 } } },
      commonCauses: [{ cause: "vendor-llm", probability: 0.2 }],
    },
    "EUR",
  );
  expect(lines.map(({ name }) => name)).toEqual([
    "Attempts a year",
    "Force of an attempt",
    "Force withstood",
    "They come",
    "Struck by vendor-llm",
    "Loss of an event: response",
    "Loss of an event: fines and judgements",
  ]);
  expect(lines[3]!.text).toBe("in clusters (negative binomial, size 2)");
});

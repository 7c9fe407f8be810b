import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryPortfolio } from "../../test/portfolio/arbitrary-portfolio.ts";
import type { Portfolio } from "../contract/portfolio.ts";
import { readPortfolio } from "./read-portfolio.ts";
import { writePortfolio } from "./write-portfolio.ts";

function read(text: string): Portfolio {
  const result = readPortfolio(new TextEncoder().encode(text), "plimsoll.yaml");
  if ("mistakes" in result) throw new Error(`${JSON.stringify(result.mistakes, null, 2)}\n${text}`);
  return result.portfolio;
}

const small: Portfolio = {
  risks: [
    {
      owner: "mara",
      event: `${"People are refused for what they cannot change. ".repeat(4).trim()}`,
      category: "ethical",
      consequence: "Two things:\n\n- a fine\n- a worse one",
      system: "credit",
      id: "bias",
      inherent: { impact: { money: 3, rights: 5 }, likelihood: 4 },
      scenario: { loss: { primary: { high: 2_000_000, low: 50_000 } }, frequency: { level: 4 } },
    },
  ],
  people: [{ id: "mara", name: "yes" }],
  systems: [{ id: "credit", models: [{ id: "credit-lr", version: "3.2" }] }],
  limits: [{ scope: "portfolio", appetite: 0.1, tolerance: 0.2, measure: "annualLoss", exceeds: 1e6 }],
  version: 1,
};

describe("writePortfolio", () => {
  test("orders keys as the schema does, folds long texts and keeps short maps on a line", () => {
    expect(writePortfolio(small)).toBe(`version: 1
people:
  - { id: mara, name: yes }
systems:
  - { id: credit, models: [ { id: credit-lr, version: "3.2" } ] }
limits:
  - { scope: portfolio, measure: annualLoss, exceeds: 1000000, appetite: 0.1, tolerance: 0.2 }
risks:
  - id: bias
    system: credit
    category: ethical
    event: >-
      People are refused for what they cannot change. People are refused for what they cannot change. People
      are refused for what they cannot change. People are refused for what they cannot change.
    consequence: |-
      Two things:

      - a fine
      - a worse one
    owner: mara
    inherent: { likelihood: 4, impact: { rights: 5, money: 3 } }
    scenario: { frequency: { level: 4 }, loss: { primary: { low: 50000, high: 2000000 } } }
`);
  });

  test("reading what is written gives the portfolio back", () => {
    fc.assert(
      fc.property(arbitraryPortfolio, (portfolio) => {
        expect(read(writePortfolio(portfolio))).toEqual(portfolio);
      }),
      { numRuns: 100 },
    );
  });

  test("writing what is read changes nothing the second time", () => {
    fc.assert(
      fc.property(arbitraryPortfolio, (portfolio) => {
        const written = writePortfolio(portfolio);
        expect(writePortfolio(read(written))).toBe(written);
      }),
      { numRuns: 50 },
    );
  });
});

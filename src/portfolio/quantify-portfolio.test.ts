import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Portfolio } from "../contract/portfolio.ts";
import { annualLossReport } from "../contract/quantification-report.ts";
import { simulateAnnualLoss } from "../engine/quantification/simulation/simulate-annual-loss.ts";
import { simulateToPrecision } from "../engine/quantification/simulation/simulate-to-precision.ts";
import { exactEngine, simulationEngine } from "./quantification-engine.ts";
import { quantifyPortfolio } from "./quantify-portfolio.ts";
import { readPortfolioOrFail } from "./read-portfolio.ts";

const simulator = { simulate: simulateAnnualLoss, simulateToPrecision };
const exact = exactEngine({ bracket: "none" });
const simulation = simulationEngine(simulator, { seed: 7, years: 20_000 });
const risk = (id: string, system: string, frequency: number, primary: number) => ({
  id,
  system,
  category: "model",
  event: "e",
  owner: "o",
  scenario: { frequency, loss: { primary } },
});
const limit = { measure: "annualLoss", appetite: 0.1, tolerance: 0.5 } as const;
/** P(N > n) of a Poisson number with mean m. */
const more = (m: number, n: number) => {
  let term = Math.exp(-m);
  let sum = term;
  for (let k = 1; k <= n; k += 1) {
    term *= m / k;
    sum += term;
  }
  return 1 - sum;
};
const portfolio: Portfolio = {
  version: 1,
  currency: "USD",
  systems: [{ id: "b" }, { id: "empty" }, { id: "a" }],
  controls: [{ id: "review", status: "working" }],
  limits: [
    { ...limit, id: "all", scope: "portfolio", exceeds: 20 },
    { ...limit, id: "all-more", scope: "portfolio", exceeds: 70 },
    { ...limit, id: "a", scope: { system: "a" }, exceeds: 10 },
    { ...limit, id: "x", scope: { risk: "x" }, exceeds: 0 },
    { ...limit, id: "a-legal", scope: { system: "a", category: "legal" }, exceeds: 0 },
  ],
  risks: [
    risk("x", "a", 1, 10),
    { ...risk("y", "a", 2, 10), controls: [{ control: "review", acts: "frequency", effectiveness: 0.5 }] },
    risk("z", "b", 0.5, 10),
    { id: "words", system: "b", category: "legal", event: "e", owner: "o" },
  ],
};

describe("quantifyPortfolio", () => {
  test("measures each limit on its own scope, residual, and never the portfolio's on a part", async () => {
    const { limits } = await quantifyPortfolio(portfolio, exact);
    // Every loss is 10: a year's loss is above 20 when there are more than two events.
    const reference = [more(2.5, 2), more(2.5, 7), more(2, 1), more(1, 0), null];
    expect(limits.map(({ id }) => id)).toEqual(["all", "all-more", "a", "x", "a-legal"]);
    for (const [index, { probability }] of limits.entries()) {
      const wanted = reference[index]!;
      if (wanted === null) expect(probability).toBeNull();
      else expect(probability).toBeCloseTo(wanted, 9);
    }
    expect(limits.map(({ status }) => status)).toEqual(["warning", "ok", "breach", "breach", "unknown"]);
  });

  test("simulates the same limits", async () => {
    const [reference, simulated] = await Promise.all([
      quantifyPortfolio(portfolio, exact),
      quantifyPortfolio(portfolio, simulation),
    ]);
    for (const [index, { probability }] of simulated.limits.entries()) {
      const wanted = reference.limits[index]!.probability;
      if (wanted === null) expect(probability).toBeNull();
      // Five standard errors of a share of 20,000 years.
      else expect(Math.abs(probability! - wanted)).toBeLessThan(5 * Math.sqrt((wanted * (1 - wanted)) / 20_000));
    }
    expect(simulated).toMatchObject({ engine: "simulation", seed: 7, years: 20_000 });
  });

  test("lists systems in the order of the file, only those with a scenario, and what has none apart", async () => {
    const report = await quantifyPortfolio(portfolio, exact);
    expect(report).toMatchObject({ currency: "USD", engine: "exact", seed: null, years: null });
    expect(report.systems.map(({ id }) => id)).toEqual(["b", "a"]);
    expect(report.risks.map(({ id }) => id)).toEqual(["x", "y", "z"]);
    expect(report.unquantified).toEqual(["words"]);
    expect(report.portfolio.expectedAnnualLoss).toBeCloseTo(25, 9);
    expect(report.portfolio.inherent.expectedAnnualLoss).toBeCloseTo(35, 9);
  });

  test("a limit that is reached exactly is crossed", async () => {
    const none: Portfolio = {
      ...portfolio,
      limits: [{ ...limit, scope: { risk: "x" }, exceeds: 1000, appetite: 0, tolerance: 0.1 }],
    };
    expect((await quantifyPortfolio(none, exact)).limits[0]).toMatchObject({ status: "warning" });
  });

  test("without a scenario has no loss, and its limits are unknown, with either engine", async () => {
    const words: Portfolio = { ...portfolio, risks: portfolio.risks!.slice(3) };
    for (const engine of [exact, simulation]) {
      const report = await quantifyPortfolio(words, engine);
      expect(report.portfolio).toMatchObject({ expectedAnnualLoss: 0, probabilityOfLoss: 0 });
      expect(report).toMatchObject({ systems: [], risks: [], unquantified: ["words"] });
      expect(new Set(report.limits.map(({ status }) => status))).toEqual(new Set(["unknown"]));
      expect(annualLossReport.parse(structuredClone(report))).toEqual(report);
    }
  });
});

describe.each(["northwind", "credit-scoring-api"])("the example %s", (name) => {
  const path = `examples/${name}/plimsoll.yaml`;
  const { portfolio: read } = readPortfolioOrFail(readFileSync(new URL(`../../${path}`, import.meta.url)), path);

  test("is a quantification report to the letter with every engine, and survives JSON", async () => {
    for (const engine of [
      exact,
      exactEngine({ bracket: "rigorous" }),
      simulationEngine(simulator, { seed: 1, years: 2000 }),
    ]) {
      const report = await quantifyPortfolio(read, engine);
      expect(annualLossReport.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    }
  });

  test("is the same bits on a second run", async () => {
    expect(await quantifyPortfolio(read, simulation)).toEqual(await quantifyPortfolio(read, simulation));
  });
});

import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Api, openApi } from "../../../test/harness/api.ts";
import { quantification } from "../../contract/detail.ts";
import { type ScenarioModel, scenarioModel } from "../../contract/scenario-model.ts";
import { exactAnnualLoss } from "../../engine/quantification/exact/exact-annual-loss.ts";
import { exactExceedance } from "../../engine/quantification/exact/exact-exceedance.ts";
import type { Scenario } from "../../engine/quantification/scenario.ts";
import { readPortfolioOrFail } from "../../portfolio/read-portfolio.ts";

let api: Api;
beforeAll(async () => {
  const file = new URL("../../../examples/northwind/plimsoll.yaml", import.meta.url);
  api = await openApi({ kind: "pglite", dataDir: null }, { at: "2026-11-21T09:00:00Z" });
  await api.apply(readPortfolioOrFail(await readFile(file), "northwind").portfolio);
});
afterAll(() => api.close());

const scopes = [
  "portfolio",
  "system:health-assistant",
  "system:claims-triage",
  "category:third-party",
  "risk:health-harmful-advice",
];
const modelOf = async (scope: string): Promise<ScenarioModel> => (await api.get(`/v1/scenarios?scope=${scope}`)).json;
const whole = (document: unknown) => JSON.parse(JSON.stringify(document));

/** As a browser would: the scenarios with the controls that are switched on. */
function scenariosUnder({ scenarios }: ScenarioModel, on: readonly string[]): Scenario[] {
  return scenarios.map(({ scenario }) => ({
    ...scenario,
    controls: scenario.controls.filter(({ control }) => on.includes(control)),
  }));
}

describe.each(scopes)("the scenarios of %s", (scope) => {
  it("are of the contract's shape to the letter", async () => {
    const model = await modelOf(scope);
    expect(scenarioModel.parse(model)).toEqual(model);
    expect(model.scenarios.length).toBeGreaterThan(0);
  });

  it("give the register's own figures to the bit, whichever controls count", async () => {
    const model = await modelOf(scope);
    const { json: figures } = await api.get(`/v1/quantification?scope=${scope}`);
    const planned = model.controls.filter(({ status }) => status === "planned").map(({ id }) => id);
    const under = (on: readonly string[]) => whole(exactAnnualLoss(scenariosUnder(model, on)));
    expect(under(model.working)).toEqual(figures.residual);
    expect(under([])).toEqual(figures.inherent);
    expect(under([...model.working, ...planned])).toEqual(figures.target);
    for (const limit of figures.limits) {
      expect(model.limits.map(({ id }) => id)).toContain(limit.id);
      const [probability] = exactExceedance(scenariosUnder(model, model.working), [limit.exceeds]);
      expect(probability).toBe(limit.probability);
    }
  });

  it("add up: what risks and systems bring is the whole, and a rare year's event is no larger than the year", async () => {
    const { json } = await api.get(`/v1/quantification?scope=${scope}`);
    expect(quantification.parse(json)).toEqual(json);
    const { contributions, residual, returnPeriods } = json;
    for (const parts of [contributions.risks, contributions.systems]) {
      const sum = (key: string) => parts.reduce((total: number, part: Record<string, number>) => total + part[key]!, 0);
      expect(sum("expectedShortfall") / residual.expectedShortfall["0.95"]).toBeCloseTo(1, 9);
      expect(sum("expectedAnnualLoss") / residual.expectedAnnualLoss).toBeCloseTo(1, 9);
    }
    expect(contributions.valueAtRisk).toBe(residual.valueAtRisk["0.95"]);
    for (const [index, { years, aggregate, occurrence }] of returnPeriods.entries()) {
      expect(occurrence).toBeLessThanOrEqual(aggregate);
      if (index > 0) expect(years).toBeGreaterThan(returnPeriods[index - 1].years);
      if (years === 20) expect(aggregate).toBe(residual.valueAtRisk["0.95"]);
      if (years === 100) expect(aggregate).toBe(residual.valueAtRisk["0.99"]);
    }
  });
});

it("holds the limits whose whole scope is among the scenarios", async () => {
  const limitsOf = async (scope: string) => (await modelOf(scope)).limits.map(({ id }) => id).sort();
  expect(await limitsOf("portfolio")).toEqual(
    [
      "capital-buffer",
      "credit-scoring-year",
      "health-assistant-year",
      "ordinary-bad-year",
      "security-year",
      "severe-year",
    ].sort(),
  );
  expect(await limitsOf("system:health-assistant")).toEqual(["health-assistant-year"]);
  expect(await limitsOf("category:security")).toEqual(["security-year"]);
  expect(await limitsOf("risk:health-harmful-advice")).toEqual([]);
});

it("names controls of every status with their costs, and the causes that strike together", async () => {
  const { controls, causes, working, scenarios } = await modelOf("portfolio");
  const byId = new Map(controls.map((control) => [control.id, control]));
  expect(byId.get("quarterly-threshold-review")?.status).toBe("failing");
  expect(byId.get("retrieval-grounding")).toMatchObject({
    annualCost: 150_000,
    oneTimeCost: 240_000,
    status: "planned",
  });
  expect(byId.get("nurse-line-review")).toMatchObject({
    annualCost: 310_000,
    oneTimeCost: null,
    ownerName: "Kentarō Hayase",
  });
  expect(working).not.toContain("quarterly-threshold-review");
  expect(causes).toEqual([{ id: "talvik-llm", name: "Talvik Language Services" }]);
  const struck = scenarios.filter(({ scenario }) => scenario.commonCauses?.some(({ cause }) => cause === "talvik-llm"));
  expect(new Set(struck.map(({ system }) => system)).size).toBe(3);
});

it("refuses a scope that is not there, and follows former ids", async () => {
  const statusOf = async (scope: string) => (await api.get(`/v1/scenarios?scope=${scope}`)).status;
  expect(await Promise.all(["risk:none", "system:none", "category:none", "everything"].map(statusOf))).toEqual([
    404, 404, 404, 400,
  ]);
  const { version } = (await api.get("/v1/systems/churn")).json;
  await api.ask("POST", "/v1/systems/churn/rename", { json: { to: "offers" }, version });
  expect((await modelOf("system:churn")).scenarios).toEqual((await modelOf("system:offers")).scenarios);
  expect((await modelOf("system:churn")).scenarios).toHaveLength(1);
});

import { afterAll, beforeAll, expect, it } from "vitest";
import { type Api, openApi } from "../../../test/harness/api.ts";
import { smallPortfolio } from "../../../test/harness/small-portfolio.ts";
import { exactEngine } from "../../portfolio/quantification-engine.ts";
import { quantifyPortfolio } from "../../portfolio/quantify-portfolio.ts";

let api: Api;
beforeAll(async () => {
  api = await openApi({ kind: "pglite", dataDir: null });
  await api.apply(smallPortfolio);
});
afterAll(() => api.close());

const scopes = [
  "portfolio",
  "system:credit",
  "system:fraud",
  "system:chat",
  "category:ethical",
  "risk:biased-declines",
];

it("says what the command line says of the same file", async () => {
  const report = await quantifyPortfolio(smallPortfolio, exactEngine({ bracket: "none" }));
  const { json: portfolio } = await api.get("/v1/quantification");
  const { inherent, ...residual } = report.portfolio;
  expect(portfolio.residual).toEqual(residual);
  expect(portfolio.inherent).toEqual(inherent);
  expect(portfolio.method).toEqual(report.method);
  expect(portfolio.unquantified.map(({ id }: { id: string }) => id).sort()).toEqual([...report.unquantified].sort());
  for (const { id, inherent: own, ...rest } of report.systems) {
    const { json } = await api.get(`/v1/quantification?scope=system:${id}`);
    expect([json.residual, json.inherent]).toEqual([rest, own]);
  }
  const limits = await Promise.all(
    ["portfolio", "system:credit"].map((scope) => api.get(`/v1/quantification?scope=${scope}`)),
  );
  expect(limits.flatMap(({ json }) => json.limits)).toEqual(report.limits);
});

it.each(scopes)("%s is held to the limits drawn for exactly it", async (scope) => {
  const { json } = await api.get(`/v1/quantification?scope=${scope}`);
  const expected = { portfolio: ["portfolio"], "system:credit": [{ system: "credit" }] }[scope] ?? [];
  expect(json.limits.map((limit: { scope: unknown }) => limit.scope)).toEqual(expected);
  for (const limit of json.limits) {
    const above = json.residual.exceedance.findLast(({ loss }: { loss: number }) => loss <= limit.exceeds);
    const below = json.residual.exceedance.find(({ loss }: { loss: number }) => loss >= limit.exceeds);
    expect(limit.probability).toBeLessThanOrEqual(above.probability * (1 + 1e-6));
    if (below) expect(limit.probability).toBeGreaterThanOrEqual(below.probability * (1 - 1e-6));
  }
});

it("a system's page shows its own limits, never the portfolio's", async () => {
  const limitsOf = async (id: string) =>
    (await api.get(`/v1/systems/${id}`)).json.limits.map((limit: { scope: unknown }) => limit.scope);
  expect(await limitsOf("credit")).toEqual([{ system: "credit" }]);
  expect(await limitsOf("fraud")).toEqual([]);
});

it("a cell of the map has a probability only where a line is drawn for the cell", async () => {
  const probabilities = async () => {
    const { json } = await api.get("/v1/heat-map?measure=exceedanceProbability");
    return json.systemCategory
      .filter((cell: { exceedanceProbability: number | null }) => cell.exceedanceProbability !== null)
      .map(({ system, category }: { system: string; category: string }) => [system, category]);
  };
  expect(await probabilities()).toEqual([]);
  const scope = { system: "credit", category: "ethical" };
  const line = { measure: "annualLoss", exceeds: 5e5, appetite: 0.1, tolerance: 0.2 };
  await api.ask("POST", "/v1/limits", { json: { ...line, scope } });
  const unquantified = { system: "credit", category: "model" };
  await api.ask("POST", "/v1/limits", { json: { ...line, scope: unquantified } });
  expect(await probabilities()).toEqual([["credit", "ethical"]]);
});

it("nothing quantified is unknown, not zero", async () => {
  await api.ask("POST", "/v1/limits", {
    json: { scope: { system: "chat" }, measure: "annualLoss", exceeds: 1e5, appetite: 0.1, tolerance: 0.2 },
  });
  const { json } = await api.get("/v1/systems/chat");
  expect(json.annualLoss).toBeNull();
  expect(json.limits).toMatchObject([{ probability: null, status: "unknown" }]);
});

it("the line of a filtered map is the narrowest that covers what is shown", async () => {
  const lineOf = async (query: string) => (await api.get(`/v1/heat-map?${query}`)).json.line.limit;
  expect(await lineOf("")).toBe("portfolio-residual-score");
  expect(await lineOf("system=chat")).toBe("system-chat-residual-score");
  expect(await lineOf("system=chat&category=security")).toBe("system-chat-residual-score");
  expect(await lineOf("system=credit")).toBe("portfolio-residual-score");
});

it("retired systems, risks and their tasks are counted nowhere", async () => {
  const retire = async (path: string, version: number) => api.ask("POST", `${path}/retire`, { version });
  const before = (await api.get("/v1/overview")).json;
  await retire("/v1/risks/biased-declines", (await api.get("/v1/risks/biased-declines")).json.figures.version);
  await retire("/v1/risks/false-blocks", (await api.get("/v1/risks/false-blocks")).json.figures.version);
  await retire("/v1/systems/fraud", (await api.get("/v1/systems/fraud")).json.version);
  const after = (await api.get("/v1/overview")).json;
  expect([before.systems, before.risks, before.deadlines.overdue]).toEqual([3, 5, 1]);
  expect([after.systems, after.risks, after.deadlines.overdue]).toEqual([2, 3, 0]);
  expect(after.coverage.fresh + after.coverage.stale.length).toBe(2);
  expect(after.annualLoss).toBeNull();
  const map = (await api.get("/v1/heat-map")).json;
  expect(map.systems.map(({ id }: { id: string }) => id)).toEqual(["chat", "credit"]);
});

import { afterAll, beforeAll, expect, it } from "vitest";
import { type Api, openApi } from "../../test/harness/api.ts";
import { calibrationQuestionSets, incidentFacts } from "../contract/facts.ts";
import { publicIncidents } from "../frameworks/public-incidents.ts";

let api: Api;
beforeAll(async () => {
  api = await openApi({ kind: "pglite", dataDir: null });
});
afterAll(() => api.close());

it("gives two sets of twenty questions", async () => {
  const { first, second } = calibrationQuestionSets.parse((await api.get("/v1/facts/calibration-questions")).json);
  expect([first.length, second.length]).toEqual([20, 20]);
});

it("gives only final amounts of one currency, and counts what it leaves out", async () => {
  const { amounts, leftOut } = incidentFacts.parse((await api.get("/v1/facts/incidents?currency=USD")).json);
  expect(amounts.length).toBeGreaterThan(3);
  for (const { id, amount } of amounts) {
    expect(amount.currency).toBe("USD");
    expect(["final", "closed"]).toContain(publicIncidents.find((each) => each.id === id)!.status);
  }
  expect(amounts.map(({ amount }) => amount.value)).toEqual(
    amounts.map(({ amount }) => amount.value).toSorted((a, b) => a - b),
  );
  expect(leftOut.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(0);
});

it("refuses a currency that is none", async () => {
  const { status, json } = await api.ask("GET", "/v1/facts/incidents?currency=euro", {});
  expect([status, json.code]).toEqual([400, "invalid-input"]);
});

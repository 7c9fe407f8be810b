import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Api, openApi } from "../../test/harness/api.ts";

let api: Api;
beforeAll(async () => {
  api = await openApi({ kind: "pglite", dataDir: null });
});
afterAll(() => api.close());

describe("/v1/settings", () => {
  it("has no version until settings were given, and then the one they were stored with", async () => {
    expect((await api.get("/v1/settings")).json).toEqual({ record: {}, version: 0 });
    const put = await api.ask("PUT", "/v1/settings", {
      json: { organization: "Northwind", currency: "CHF" },
      version: 0,
    });
    expect(put.status).toBe(200);
    expect(put.headers.get("etag")).toBe('"1"');
    expect((await api.get("/v1/settings")).json).toEqual({
      record: { organization: "Northwind", currency: "CHF" },
      version: 1,
    });
  });

  it("refuses a change made against an older version, and names a mistake's place", async () => {
    expect((await api.ask("PUT", "/v1/settings", { json: {}, version: 7 })).json).toMatchObject({
      code: "changed-since",
    });
    const { status, json } = await api.ask("PUT", "/v1/settings", { json: { currency: "francs" }, version: 1 });
    expect(status).toBe(400);
    expect(json.mistakes[0].path).toBe("/currency");
  });
});

describe("renaming over HTTP", () => {
  it("leads from the former id to the record, which keeps its history", async () => {
    await api.ask("POST", "/v1/systems", { json: { id: "scorer", name: "Scorer" } });
    const renamed = await api.ask("POST", "/v1/systems/scorer/rename", { json: { to: "credit-scorer" }, version: 1 });
    expect(renamed.status).toBe(200);
    expect(renamed.headers.get("location")).toBe("/v1/systems/credit-scorer");
    const events = await api.get("/v1/events?subject=system:credit-scorer");
    expect(events.json.items.map(({ verb }: { verb: string }) => verb)).toEqual(["system.renamed", "system.created"]);
    const taken = await api.ask("POST", "/v1/systems/credit-scorer/rename", { json: { to: "No Slug" }, version: 2 });
    expect(taken.status).toBe(400);
    const { status, json } = await api.get("/v1/systems/scorer");
    expect(status).toBe(200);
    expect(json.record.id).toBe("credit-scorer");
  });

  it("shows a risk by its former id, with the scores and changes of before", async () => {
    const created = await api.ask("POST", "/v1/risks", {
      json: {
        id: "drift",
        system: "credit-scorer",
        category: "model",
        event: "drift is noticed late",
        owner: "ada",
        inherent: { likelihood: 2, impact: 3 },
      },
    });
    expect(created.status, created.text).toBe(201);
    const rated = await api.ask("POST", "/v1/risks/drift/assessments", {
      json: { on: "2026-10-01", inherent: { likelihood: 4, impact: 3 } },
      version: 1,
    });
    expect(rated.status, rated.text).toBe(201);
    const renamed = await api.ask("POST", "/v1/risks/drift/rename", { json: { to: "late-drift" }, version: 2 });
    expect(renamed.status, renamed.text).toBe(200);
    const { json } = await api.get("/v1/risks/drift");
    expect(json).toEqual({ ...(await api.get("/v1/risks/late-drift")).json, computedAt: json.computedAt });
    expect(json.history.map(({ score }: { score: number }) => score)).toEqual([6, 12]);
    expect(json.changes.map(({ verb }: { verb: string }) => verb)).toContain("risk.created");
    const unknown = await api.get("/v1/risks/no-such");
    expect(unknown.status).toBe(404);
    expect(unknown.json.detail).toBe("risk no-such: not in the register");
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Api, openApi } from "../../test/harness/api.ts";
import { onBothDatabases } from "../../test/harness/database.ts";
import { smallPortfolio } from "../../test/harness/small-portfolio.ts";
import { applied, plan } from "../contract/plan.ts";
import type { Portfolio } from "../contract/portfolio.ts";
import { writePortfolio } from "../portfolio/write-portfolio.ts";

const yaml = writePortfolio(smallPortfolio);
const edited = (change: (portfolio: Portfolio) => void): string => {
  const portfolio = structuredClone(smallPortfolio);
  change(portfolio);
  return writePortfolio(portfolio);
};

onBothDatabases(
  "a portfolio file over HTTP",
  (newDatabase) => {
    let api: Api;
    beforeAll(async () => {
      api = await openApi(await newDatabase());
    });
    afterAll(() => api.close());
    const post = (verb: string, text: string, headers = {}) =>
      api.ask("POST", `/v1/portfolio/${verb}`, { yaml: text, headers });

    it("is planned, applied as planned, and changes nothing the second time", async () => {
      const planned = plan.parse((await post("plan", yaml)).json);
      expect(planned.changes.filter(({ action }) => action === "create")).toHaveLength(20);
      const header = { "plimsoll-plan": `${planned.fileHash}:${planned.revision}` };
      const { status, json } = await post("apply", yaml, header);
      expect(status).toBe(200);
      expect(applied.parse(json)).toMatchObject({ created: 20, changed: 0, retired: 0, unchanged: 0 });
      expect((await post("apply", yaml)).json).toMatchObject({ events: 0, created: 0, unchanged: 20 });
    });

    it("exported and applied again changes nothing", async () => {
      const { text } = await api.get("/v1/portfolio/export");
      const { json } = await post("plan", text);
      expect(json).toMatchObject({ changes: [], unchanged: 20 });
    });

    it("retires what it lacks only when asked to", async () => {
      const without = edited((portfolio) => portfolio.risks!.splice(1, 1));
      expect((await post("plan", without)).json.changes).toMatchObject([{ action: "missing", id: "late-drift" }]);
      expect((await post("apply", without)).json).toMatchObject({ events: 0, retired: 0 });
      const { json } = await api.ask("POST", "/v1/portfolio/apply?retire=true", { yaml: without });
      expect(json).toMatchObject({ retired: 1 });
      expect((await api.get("/v1/risks/late-drift")).json.detail).toContain("retired on 2026-11-20");
      expect((await post("apply", yaml)).json).toMatchObject({ changed: 1 });
    });

    it("is refused when a record that it touches changed since the plan, and only then", async () => {
      const text = edited((portfolio) => {
        portfolio.systems![0]!.name = "Credit decisions";
      });
      const planned = (await post("plan", text)).json;
      const header = { "plimsoll-plan": `${planned.fileHash}:${planned.revision}` };
      const version = async (path: string) => (await api.get(path)).json.version;
      await api.ask("PATCH", "/v1/systems/fraud", {
        version: await version("/v1/systems/fraud"),
        json: { stage: "pilot" },
      });
      await api.ask("PATCH", "/v1/systems/fraud", {
        version: await version("/v1/systems/fraud"),
        json: { stage: null },
      });
      await api.ask("PATCH", "/v1/systems/credit", {
        version: await version("/v1/systems/credit"),
        json: { stage: "pilot" },
      });
      const refused = await post("apply", text, header);
      expect([refused.status, refused.json.code]).toEqual([412, "changed-since"]);
      expect(refused.json.detail).toBe("system credit: changed since the plan was made");
      expect((await api.get("/v1/systems/credit")).json.record.name).toBe("Credit scoring");

      const again = (await post("plan", text)).json;
      await api.ask("PATCH", "/v1/systems/chat", {
        version: await version("/v1/systems/chat"),
        json: { stage: "pilot" },
      });
      await api.ask("PATCH", "/v1/systems/chat", { version: await version("/v1/systems/chat"), json: { stage: null } });
      const { status } = await post("apply", text, { "plimsoll-plan": `${again.fileHash}:${again.revision}` });
      expect(status).toBe(200);
    });

    it("is refused when the file is another one than was planned", async () => {
      const planned = (await post("plan", yaml)).json;
      const header = { "plimsoll-plan": `${planned.fileHash}:${planned.revision}` };
      const { status, json } = await post("apply", `${yaml}# one more line\n`, header);
      expect([status, json.code, json.detail]).toEqual([412, "changed-since", "file: changed since it was planned"]);
    });

    it("is a viewer's to plan and a contributor's to apply", async () => {
      expect((await post("plan", yaml, { "plimsoll-actor": "viv" })).status).toBe(200);
      const { status, json } = await post("apply", yaml, { "plimsoll-actor": "viv" });
      expect([status, json.code]).toEqual([403, "forbidden"]);
    });
  },
  ["PGlite in memory", "Postgres"],
);

describe("a portfolio file that is wrong", () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi({ kind: "pglite", dataDir: null });
  });
  afterAll(() => api.close());

  it.each(["plan", "apply"])(
    "is told every mistake at its line and column by %s, and nothing is recorded",
    async (verb) => {
      const text =
        "version: 1\nsystems:\n  - { id: credit, sstage: pilot }\nrisks:\n  - { id: bias, system: nowhere, category: ethical, event: e, owner: ada }\n";
      const { status, json } = await api.ask("POST", `/v1/portfolio/${verb}`, { yaml: text });
      expect([status, json.code]).toEqual([400, "invalid-input"]);
      expect(json.mistakes).toMatchObject([
        { path: "/systems/0/sstage", line: 3, column: 19 },
        { path: "/risks/0/system", line: 5, column: 25 },
      ]);
      expect(json.mistakes[0].remedy).toContain("stage");
      expect((await api.get("/v1/events")).json.items).toEqual([]);
    },
  );

  it.each<[string, string | Uint8Array, RegExp]>([
    ["empty", "", /empty/],
    ["tabs", "version: 1\nsystems:\n\t- id: a\n", /tab/],
    ["binary", new Uint8Array([0, 1, 2, 255]), /./],
    ["not UTF-8", new Uint8Array([0x76, 0x3a, 0x20, 0xff, 0xfe]), /UTF-8/i],
    ["a list", "- 1\n- 2\n", /./],
  ])("%s", async (_, yamlText, words) => {
    const { status, json } = await api.ask("POST", "/v1/portfolio/plan", { yaml: yamlText });
    expect([status, json.code]).toEqual([400, "invalid-input"]);
    expect(json.mistakes?.[0].what ?? json.detail).toMatch(words);
  });

  it("is refused as anything but YAML, beyond 33 MB, and with a plan that is none", async () => {
    const json = await api.ask("POST", "/v1/portfolio/apply", { json: { version: 1 } });
    expect([json.status, json.json.detail]).toEqual([415, 'content-type: "application/json", not application/yaml']);
    const big = await api.ask("POST", "/v1/portfolio/apply", { yaml: new Uint8Array(34 * 1024 * 1024) });
    expect([big.status, big.json.code]).toEqual([413, "too-large"]);
    const plan = await api.ask("POST", "/v1/portfolio/apply", {
      yaml: "version: 1\n",
      headers: { "plimsoll-plan": "x" },
    });
    expect([plan.status, plan.json.mistakes[0].what]).toEqual([400, "must be fileHash:revision of the plan"]);
  });
});

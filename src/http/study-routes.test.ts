import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import { type Api, openApi } from "../../test/harness/api.ts";
import { onBothDatabases } from "../../test/harness/database.ts";
import { smallPortfolio } from "../../test/harness/small-portfolio.ts";
import { studyPage } from "../contract/study.ts";
import { studyReport } from "../contract/study-report.ts";

const documentOf = (path: string) => parse(readFileSync(new URL(`../../examples/${path}`, import.meta.url), "utf8"));
const pairs = {
  items: ["privacy", "safety", "dignity"],
  judgements: [
    { left: "safety", right: "privacy", ratio: 3 },
    { left: "safety", right: "dignity", ratio: "5" },
    { left: "privacy", right: "dignity", ratio: "2" },
  ],
};
const harms = { id: "harms", name: "Which harm weighs most", kind: "ahp", document: pairs };
const modes = {
  id: "assistant",
  name: "How the assistant fails",
  kind: "fmea",
  system: "chat",
  document: {
    modes: [{ id: "drift", severity: 7, occurrence: { events: 3, of: 900 }, detection: 4, risk: "late-drift" }],
  },
};

onBothDatabases(
  "studies",
  (newDatabase) => {
    let api: Api;
    beforeAll(async () => {
      api = await openApi(await newDatabase());
      await api.apply(smallPortfolio);
    });
    afterAll(() => api.close());

    it("are kept, listed by kind and system, and read with their version", async () => {
      const made = await api.ask("POST", "/v1/studies", { json: harms });
      expect([made.status, made.headers.get("location"), made.json.version]).toEqual([201, "/v1/studies/harms", 1]);
      expect((await api.ask("POST", "/v1/studies", { json: modes })).status).toBe(201);
      const listed = async (query: string) =>
        studyPage.parse((await api.get(`/v1/studies${query}`)).json).items.map(({ id }) => id);
      expect(await listed("")).toEqual(["assistant", "harms"]);
      expect(await listed("?kind=ahp")).toEqual(["harms"]);
      expect(await listed("?system=chat")).toEqual(["assistant"]);
      expect(await listed("?system=credit")).toEqual([]);
      const first = await api.get("/v1/studies?limit=1");
      expect(first.json).toMatchObject({ next: "assistant", total: 2 });
      expect(await listed("?limit=1&cursor=assistant")).toEqual(["harms"]);
      const read = await api.get("/v1/studies/harms");
      expect(read.headers.get("etag")).toBe('"1"');
      expect(read.json).toEqual(made.json);
      expect(read.json.record).toEqual(harms);
      expect((await api.get("/v1/studies/harms", { "if-none-match": '"1"' })).status).toBe(304);
      expect((await api.get("/v1/studies/none")).json.remedy).toContain("GET /v1/studies");
    });

    it("are replaced by who read them last, as events with before and after", async () => {
      api.now = new Date("2026-11-21T09:00:00Z");
      const doubtful = { ...harms, document: { ...pairs, judgements: pairs.judgements.slice(0, 1) } };
      const put = (json: unknown, version?: number) =>
        api.ask("PUT", "/v1/studies/harms", { json, ...(version !== undefined && { version }) });
      expect((await put(doubtful)).json.detail).toBe("if-match: missing");
      expect((await put(doubtful, 7)).status).toBe(412);
      expect((await put(doubtful, 1)).json).toMatchObject({ version: 2, record: doubtful });
      expect((await put(doubtful, 2)).json.version).toBe(2);
      expect((await put({ ...doubtful, id: "other" }, 2)).status).toBe(400);
      expect((await put({ ...modes, id: "harms" }, 2)).json.mistakes).toMatchObject([{ path: "/kind" }]);
      expect((await api.get("/v1/studies/harms?asOf=2026-11-20")).json.record).toEqual(harms);
      const { items } = (await api.get("/v1/events?subject=study:harms")).json;
      expect(items).toMatchObject([
        { verb: "study.changed", before: { version: 1, record: harms }, after: { version: 2, record: doubtful } },
        { verb: "study.created", before: null },
      ]);
      expect((await api.get("/v1/changes")).json[0].title).toBe("Study changed: Which harm weighs most");
    });

    it("are reported on as their commands do, or say what they lack", async () => {
      const lacking = studyReport.parse((await api.get("/v1/studies/harms/report")).json);
      expect(lacking).toEqual({ kind: "ahp", report: null, reason: expect.stringContaining("dignity") });
      await api.ask("PUT", "/v1/studies/harms", { json: harms, version: 2 });
      const found = studyReport.parse((await api.get("/v1/studies/harms/report?randomIndex=saaty-1980")).json);
      expect(found).toMatchObject({ reason: null, report: { randomIndex: { table: "saaty-1980", value: 0.58 } } });
      const again = await api.get("/v1/studies/harms/report");
      const held = await api.get("/v1/studies/harms/report", { "if-none-match": again.headers.get("etag")! });
      expect(held.status).toBe(304);
      for (const [id, kind, path] of [
        ["moderation", "weigh", "moderation-weights/weigh.yaml"],
        ["factors", "factors", "llm-factors/factors.yaml"],
        ["modes", "fmea", "llm-assistant-fmea/fmea.yaml"],
      ] as const) {
        const { risk: _, ...document } = documentOf(path);
        const made = await api.ask("POST", "/v1/studies", { json: { id, name: id, kind, document } });
        expect(made.status, made.text).toBe(201);
        const answer = await api.get(`/v1/studies/${id}/report`);
        expect(studyReport.parse(answer.json), answer.text).toMatchObject({ kind, reason: null });
      }
      const unknown = await api.get("/v1/studies/moderation/report?weights=none");
      expect(unknown.json.reason).toMatch(/^no weights of version none/);
      expect((await api.get("/v1/studies/modes/report?randomIndex=none")).status).toBe(400);
    });

    it.each([
      ["no id", { ...harms, id: undefined }, "/id"],
      ["an unknown kind", { ...harms, id: "x", kind: "guess" }, "/kind"],
      ["another kind's document", { ...harms, id: "x", kind: "fmea" }, "/document/modes"],
      [
        "a ratio of zero",
        { ...harms, id: "x", document: { items: ["a", "b"], judgements: [{ left: "a", right: "b", ratio: 0 }] } },
        "/document/judgements/0/ratio",
      ],
      [
        "a name that is not compared",
        { ...harms, id: "x", document: { ...pairs, items: ["safety", "privacy"] } },
        "/document/judgements/1/right",
      ],
      [
        "a contradiction",
        {
          ...harms,
          id: "x",
          document: { ...pairs, judgements: [...pairs.judgements, { left: "privacy", right: "safety", ratio: 3 }] },
        },
        "/document/judgements/3",
      ],
      [
        "a failure mode twice",
        { ...modes, id: "x", document: { modes: [modes.document.modes[0], modes.document.modes[0]] } },
        "/document/modes/1/id",
      ],
      ["an unknown system", { ...modes, id: "x", system: "none" }, "/system"],
      [
        "an unknown risk",
        { ...modes, id: "x", document: { modes: [{ ...modes.document.modes[0], risk: "none" }] } },
        "/document/modes/0/risk",
      ],
    ])("with %s are refused at the place", async (_, json, path) => {
      const { status, json: problem } = await api.ask("POST", "/v1/studies", { json });
      expect(status).toBe(400);
      expect(problem.mistakes.map((each: { path: string }) => each.path)).toContain(path);
    });

    it("take a dimension that is named like a part of the language as any other", async () => {
      const study = (weights: unknown) => ({
        id: "odd",
        name: "Odd",
        kind: "weigh",
        document: {
          dimensions: [{ id: "constructor" }, { id: "safety" }],
          weightings: [{ version: "1", weights }],
          scenarios: [{ id: "s", ratings: { safety: 3 } }],
        },
      });
      const refused = await api.ask("POST", "/v1/studies", { json: study({ safety: 1 }) });
      expect(refused.json.detail).toBe("study odd: weights leave out constructor");
      const weights = Object.fromEntries(["safety", "constructor"].map((id) => [id, 0.5]));
      expect((await api.ask("POST", "/v1/studies", { json: study(weights) })).status).toBe(201);
      expect((await api.get("/v1/studies/odd/report")).json.report.scenarios).toMatchObject([
        { id: "s", score: null, unrated: ["constructor"] },
      ]);
    });

    it("are a contributor's to keep, and follow what they name to its new name", async () => {
      const as = (id: string) => ({ "plimsoll-actor": id });
      await api.ask("POST", "/v1/people", { json: { id: "vera", roles: ["viewer"] } });
      expect((await api.get("/v1/studies/harms", as("vera"))).status).toBe(200);
      expect((await api.ask("POST", "/v1/studies", { json: { ...harms, id: "y" }, headers: as("vera") })).status).toBe(
        403,
      );
      expect((await api.ask("DELETE", "/v1/studies/harms", { headers: as("vera") })).status).toBe(403);
      for (const [path, to] of [
        ["/v1/systems/chat", "talk"],
        ["/v1/risks/late-drift", "drift"],
      ] as const) {
        const { json } = await api.get(path);
        const version =
          json.version ?? (await api.get("/v1/events?subject=risk:late-drift")).json.items[0].after.version;
        expect((await api.ask("POST", `${path}/rename`, { json: { to }, version })).status).toBe(200);
      }
      const { record } = (await api.get("/v1/studies/assistant")).json;
      expect([record.system, record.document.modes[0].risk]).toEqual(["talk", "drift"]);
    });

    it("are retired for a reason and restored, and keep their id", async () => {
      const retired = await api.ask("DELETE", "/v1/studies/harms", { json: { reason: "Weighed anew in spring" } });
      expect(retired.json).toMatchObject({
        retiredOn: "2026-11-21",
        retiredBecause: "Weighed anew in spring",
        version: 4,
        record: harms,
      });
      expect((await api.get("/v1/studies?kind=ahp")).json.total).toBe(0);
      expect((await api.get("/v1/studies?kind=ahp&retired=included")).json).toMatchObject({
        total: 1,
        items: [{ id: "harms", retiredBecause: "Weighed anew in spring", changedBy: "local-operator" }],
      });
      expect((await api.ask("PUT", "/v1/studies/harms", { json: harms, version: 4 })).status).toBe(400);
      expect((await api.ask("POST", "/v1/studies", { json: harms })).status).toBe(409);
      const restored = await api.ask("POST", "/v1/studies/harms/restore");
      expect(restored.json).toMatchObject({ retiredOn: null, retiredBecause: null, version: 5, record: harms });
      const { items } = (await api.get("/v1/events?subject=study:harms&limit=2")).json;
      expect(items[1]).toMatchObject({
        verb: "study.retired",
        after: { record: { retiredBecause: "Weighed anew in spring" } },
      });
    });

    it("are retired without a reason too, and not for what is no reason", async () => {
      const refused = await api.ask("DELETE", "/v1/studies/harms", { json: { because: "x" } });
      expect([refused.status, refused.json.mistakes[0].path]).toEqual([400, "/because"]);
      expect((await api.ask("DELETE", "/v1/studies/harms")).json).toMatchObject({ version: 6, retiredBecause: null });
      const kept = { ...harms, id: "z", retiredBecause: "no request sets it" };
      expect((await api.ask("POST", "/v1/studies", { json: kept })).status).toBe(400);
    });

    it("say who changed them last, also as of before", async () => {
      await api.ask("POST", "/v1/people", { json: { id: "mira", roles: ["contributor"] } });
      api.now = new Date("2026-11-22T09:00:00Z");
      const made = {
        ...modes,
        id: "authored",
        document: { modes: [{ ...modes.document.modes[0], risk: "drift" }] },
        system: "talk",
      };
      expect((await api.ask("POST", "/v1/studies", { json: made })).json.changedBy).toBe("local-operator");
      api.now = new Date("2026-11-23T09:00:00Z");
      const next = { ...made, name: "Renamed by Mira" };
      const headers = { "plimsoll-actor": "mira" };
      const changed = await api.ask("PUT", "/v1/studies/authored", { json: next, version: 1, headers });
      expect(changed.json).toMatchObject({ version: 2, changedBy: "mira" });
      const again = await api.ask("PUT", "/v1/studies/authored", { json: next, version: 2 });
      expect(again.json).toMatchObject({ version: 2, changedBy: "mira" });
      const { json: person } = await api.get("/v1/people/mira");
      await api.ask("POST", "/v1/people/mira/rename", { json: { to: "mira-l" }, version: person.version });
      const byId = async (query: string) =>
        studyPage
          .parse((await api.get(`/v1/studies?system=talk${query}`)).json)
          .items.find(({ id }) => id === "authored");
      expect(await byId("")).toMatchObject({ changedBy: "mira-l", version: 2 });
      expect(await byId("&asOf=2026-11-22")).toMatchObject({ changedBy: "local-operator", version: 1 });
      expect((await api.get("/v1/studies/authored?asOf=2026-11-22")).json.changedBy).toBe("local-operator");
      expect(api.logged).toEqual([]);
    });
  },
  ["PGlite in memory", "Postgres"],
);

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Api, openApi } from "../../test/harness/api.ts";
import { onBothDatabases } from "../../test/harness/database.ts";
import { smallPortfolio } from "../../test/harness/small-portfolio.ts";

onBothDatabases(
  "records over HTTP",
  (newDatabase) => {
    let api: Api;
    beforeAll(async () => {
      api = await openApi(await newDatabase());
      await api.apply(smallPortfolio);
    });
    afterAll(() => api.close());

    const cleo = { "plimsoll-actor": "cleo" };
    const versionOf = async (path: string): Promise<number> => {
      const { json } = await api.get(path);
      return json.version ?? json.figures.version;
    };

    it.each([
      ["/v1/systems", { id: "triage", name: "Claims triage" }, { stage: "pilot" }],
      ["/v1/dependencies", { id: "bureau", kind: "dataset" }, { name: "Credit bureau" }],
      ["/v1/controls", { id: "second-pair", status: "planned" }, { status: "working" }],
      [
        "/v1/limits",
        { scope: { category: "legal" }, measure: "residualScore", appetite: 4, tolerance: 9 },
        { appetite: 5 },
      ],
      ["/v1/people", { id: "eve", name: "Eve" }, { roles: ["approver"] }],
      [
        "/v1/risks",
        { id: "leak", system: "chat", category: "legal", event: "a chat is sent to a stranger", owner: "ada" },
        { name: "Leak" },
      ],
    ])("%s: created, changed, retired and restored", async (path, record, patch) => {
      const created = await api.ask("POST", path, { json: record });
      expect([created.status, created.headers.get("etag")]).toEqual([201, '"1"']);
      expect(created.json.record).toMatchObject(record);
      const at = created.headers.get("location")!;
      expect(at.startsWith(`${path}/`)).toBe(true);
      expect((await api.get(at)).status).toBe(200);

      const changed = await api.ask("PATCH", at, { version: 1, json: patch });
      expect([changed.status, changed.headers.get("etag"), changed.json.version]).toEqual([200, '"2"', 2]);
      expect(changed.json.record).toMatchObject({ ...record, ...patch });

      const retired = await api.ask("POST", `${at}/retire`, { version: 2 });
      expect([retired.status, retired.json.retiredOn]).toEqual([200, "2026-11-20"]);
      const restored = await api.ask("POST", `${at}/restore`, { version: 3 });
      expect([restored.status, restored.json.retiredOn, restored.json.version]).toEqual([200, null, 4]);
      const subject = `${path === "/v1/people" ? "person" : path === "/v1/dependencies" ? "dependency" : path.slice(4, -1)}:${created.json.record.id}`;
      const { json } = await api.get(`/v1/events?subject=${subject}&order=oldest-first`);
      expect(json.items.map(({ verb }: { verb: string }) => verb.split(".")[1])).toEqual([
        "created",
        "changed",
        "retired",
        "restored",
      ]);
      expect(json.items[0].actor).toEqual({ kind: "system", id: "local-operator", authenticated: false });
    });

    it("a field is taken away by null, and a change of nothing changes no version", async () => {
      const version = await versionOf("/v1/risks/late-drift");
      const named = await api.ask("PATCH", "/v1/risks/late-drift", { version, json: { cause: "nobody looks" } });
      const same = await api.ask("PATCH", "/v1/risks/late-drift", {
        version: version + 1,
        json: { cause: "nobody looks" },
      });
      expect(same.json.version).toBe(named.json.version);
      const bare = await api.ask("PATCH", "/v1/risks/late-drift", { version: version + 1, json: { cause: null } });
      expect(bare.json.record).not.toHaveProperty("cause");
    });

    it("a stale version is refused by 412 and changes nothing", async () => {
      const version = await versionOf("/v1/systems/credit");
      await api.ask("PATCH", "/v1/systems/credit", { version, json: { stage: "production" } });
      for (const [path, method] of [
        ["/v1/systems/credit", "PATCH"],
        ["/v1/systems/credit/retire", "POST"],
      ] as const) {
        const { status, json } = await api.ask(method, path, { version, json: { stage: "pilot" } });
        expect([status, json.code]).toEqual([412, "changed-since"]);
        expect(json.detail).toContain(`version ${version + 1} by now`);
      }
      expect((await api.get("/v1/systems/credit")).json.record.stage).toBe("production");
    });

    it.each([
      [undefined, "missing"],
      ["3", "not a version"],
      ['W/"3"', "not a version"],
      ["*", "not a version"],
    ])("if-match %s is refused: %s", async (given, words) => {
      const headers = given === undefined ? {} : { "if-match": given };
      for (const path of ["/v1/controls/review", "/v1/risks/late-drift"]) {
        const { status, json } = await api.ask("PATCH", path, { headers, json: {} });
        expect([status, json.code]).toEqual([400, "invalid-input"]);
        expect(json.detail).toContain(words);
        expect(json.remedy).toContain("If-Match");
      }
    });

    it("an id in use is refused by 409", async () => {
      const { status, json } = await api.ask("POST", "/v1/systems", { json: { id: "credit" } });
      expect([status, json.code, json.detail]).toEqual([
        409,
        "already-exists",
        "system credit: in the register already",
      ]);
    });

    it("what others refer to is not retired", async () => {
      const { status, json } = await api.ask("POST", "/v1/systems/fraud/retire", {
        version: await versionOf("/v1/systems/fraud"),
      });
      expect([status, json.mistakes[0].what]).toEqual([400, "referred to by risk false-blocks"]);
    });

    it.each<[unknown, string, RegExp]>([
      [
        { id: "x", system: "credit", category: "legal", event: "e", owner: "ada", inherant: {} },
        "/inherant",
        /unknown key "inherant"/,
      ],
      [{ id: "x", system: "nowhere", category: "legal", event: "e", owner: "ada" }, "/system", /nowhere/],
      [
        {
          id: "x",
          system: "credit",
          category: "legal",
          event: "e",
          owner: "ada",
          inherent: { likelihood: 9, impact: 1 },
        },
        "/inherent/likelihood",
        /9/,
      ],
      [{ id: "X Y", system: "credit", category: "legal", event: "e", owner: "ada" }, "/id", /X Y/],
      [{ id: "x" }, "/system", /missing/],
      [[], "", /list/],
    ])("a risk with a mistake is told where and how: %j", async (json, path, what) => {
      const answer = await api.ask("POST", "/v1/risks", { json });
      expect([answer.status, answer.json.code]).toEqual([400, "invalid-input"]);
      const mistake = answer.json.mistakes.find((each: { path: string }) => each.path === path);
      expect(mistake?.what, JSON.stringify(answer.json.mistakes)).toMatch(what);
      expect(mistake.remedy).not.toBe("");
    });

    it("every mistake of a risk is told at once", async () => {
      const { json } = await api.ask("POST", "/v1/risks", {
        json: { id: "x", system: "nowhere", category: "wrong", event: "e", owner: "nobody" },
      });
      expect(json.mistakes.map(({ path }: { path: string }) => path).sort()).toEqual([
        "/category",
        "/owner",
        "/system",
      ]);
    });

    it("a judgement rates the risk in the same breath, and is kept", async () => {
      const version = await versionOf("/v1/risks/prompt-injection");
      const { status, json, headers } = await api.ask("POST", "/v1/risks/prompt-injection/assessments", {
        headers: cleo,
        version,
        json: { inherent: { likelihood: 3, impact: 4 }, note: "First look" },
      });
      expect([status, headers.get("etag")]).toEqual([201, `"${version + 1}"`]);
      expect(json.assessment.record).toMatchObject({
        risk: "prompt-injection",
        by: "cleo",
        on: "2026-11-20",
        note: "First look",
      });
      const { json: detail } = await api.get("/v1/risks/prompt-injection");
      expect(detail.figures.residual).toEqual({ likelihood: 3, impact: 4, score: 12, band: "high", basis: "derived" });
      expect(detail.assessments).toEqual([json.assessment.record]);
      expect(detail.history.at(-1).score).toBe(12);
      const stale = await api.ask("POST", "/v1/risks/prompt-injection/assessments", { version, json: {} });
      expect(stale.status).toBe(412);
    });

    it.each<[string, string, string, unknown, string]>([
      ["viv", "PATCH", "/v1/risks/late-drift", { name: "x" }, "contributor is needed"],
      ["viv", "POST", "/v1/systems", { id: "y" }, "contributor is needed to change systems"],
      [
        "viv",
        "POST",
        "/v1/risks/late-drift/assessments",
        { inherent: { likelihood: 1, impact: 1 } },
        "contributor is needed to assess risks",
      ],
      ["cleo", "POST", "/v1/people", { id: "mallory" }, "administrator is needed to change people"],
      ["cleo", "PATCH", "/v1/limits/portfolio-residual-score", { appetite: 1 }, "approver is needed to change limits"],
      ["cleo", "PATCH", "/v1/risks/wrong-answers", { residual: null }, "approver is needed to judge"],
      ["nil", "PATCH", "/v1/risks/late-drift", {}, "no role, and contributor is needed"],
    ])("%s may not %s %s", async (actor, method, path, body, words) => {
      const version =
        method === "POST" && !path.includes("assess") ? undefined : await versionOf(path.replace("/assessments", ""));
      const { status, json } = await api.ask(method, path, {
        headers: { "plimsoll-actor": actor },
        json: body,
        ...(version === undefined ? {} : { version }),
      });
      expect([status, json.code]).toEqual([403, "forbidden"]);
      expect(json.detail).toContain(words);
    });

    it("someone who is not in the register is nobody", async () => {
      const { status, json } = await api.get("/v1/workspace", { "plimsoll-actor": "mallory" });
      expect([status, json.code]).toEqual([401, "unauthenticated"]);
    });

    it("events name the person who was picked, and that nobody proved it", async () => {
      const version = await versionOf("/v1/systems/chat");
      await api.ask("PATCH", "/v1/systems/chat", { headers: cleo, version, json: { stage: "pilot" } });
      const { json } = await api.get("/v1/events?subject=system:chat&limit=1");
      expect(json.items[0].actor).toEqual({ kind: "person", id: "cleo", authenticated: false });
    });

    it("logs nothing unforeseen", () => expect(api.logged).toEqual([]));
  },
  ["PGlite in memory", "Postgres"],
);

describe("bodies that cannot be read", () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi({ kind: "pglite", dataDir: null });
    await api.apply(smallPortfolio);
  });
  afterAll(() => api.close());

  it.each(["{", "", "  ", "{'id': 1}", "\u0000"])("malformed JSON %j", async (body) => {
    for (const [method, path] of [
      ["POST", "/v1/risks"],
      ["POST", "/v1/risks/late-drift/assessments"],
      ["PATCH", "/v1/risks/late-drift"],
    ]) {
      const headers = { "content-type": "application/json" };
      const { status, json } = await api.ask(method!, path!, { headers, body, version: 1 });
      expect([status, json.code]).toEqual([400, "invalid-input"]);
      expect(json.detail, `${method} ${path}`).toMatch(/^body: (malformed JSON|empty)$/);
    }
  });

  it.each([
    ["text/plain", "{}"],
    ["application/x-www-form-urlencoded", "id=x"],
    ["application/yaml", "{}"],
  ])("content type %s", async (type, body) => {
    const { status, json } = await api.ask("POST", "/v1/systems", { headers: { "content-type": type }, body });
    expect([status, json.detail]).toEqual([415, `content-type: "${type}", not application/json`]);
  });

  it("more than a megabyte", async () => {
    const { status, json } = await api.ask("POST", "/v1/systems", { json: { id: "x", name: "y".repeat(1 << 20) } });
    expect([status, json.code]).toEqual([413, "too-large"]);
  });

  it.each([
    ["DELETE", "/v1/systems/credit", 405, "GET, PATCH, PUT"],
    ["PUT", "/v1/heat-map", 405, "GET"],
    ["GET", "/v1/systems/credit/retire", 405, "POST"],
    ["GET", "/v1/nothing", 404, null],
    ["POST", "/v1/", 404, null],
  ])("%s %s is answered %i", async (method, path, expected, allow) => {
    const { status, headers, json } = await api.ask(method, path);
    expect([status, headers.get("allow"), json.code]).toEqual([expected, allow, "not-found"]);
  });
});

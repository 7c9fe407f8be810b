import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Api, openApi } from "../../test/harness/api.ts";
import { onBothDatabases } from "../../test/harness/database.ts";
import { smallPortfolio } from "../../test/harness/small-portfolio.ts";
import { workshopDetail, workshopPage } from "../contract/workshop.ts";

const spring = {
  id: "spring",
  name: "Spring review",
  participants: ["ada", "cleo", "viv"],
  risks: ["biased-declines", "late-drift"],
};

onBothDatabases(
  "workshops",
  (newDatabase) => {
    let api: Api;
    beforeAll(async () => {
      api = await openApi(await newDatabase());
      await api.apply(smallPortfolio);
    });
    afterAll(() => api.close());

    const as = (id: string) => ({ "plimsoll-actor": id });
    const ask = (who: string, method: string, path: string, json?: unknown) =>
      api.ask(method, `/v1/workshops${path}`, { headers: as(who), ...(json !== undefined && { json }) });
    const vote = (who: string, risk: string, json: unknown, workshop = "spring") =>
      ask(who, "PUT", `/${workshop}/votes/${risk}`, json);
    const read = async (who: string) => workshopDetail.parse((await ask(who, "GET", "/spring")).json);
    const events = async (query = "") => (await api.get(`/v1/events?subject=workshop:spring${query}`)).json.items;

    it("are opened by a contributor, for people and risks in the register", async () => {
      expect((await ask("viv", "POST", "", spring)).status).toBe(403);
      const strange = { ...spring, participants: ["ada", "nobody", "ada"], risks: ["none"], facilitator: "gone" };
      const refused = await ask("cleo", "POST", "", strange);
      expect(refused.json.mistakes.map(({ path }: { path: string }) => path)).toEqual([
        "/facilitator",
        "/participants/1",
        "/participants/2",
        "/risks/0",
      ]);
      expect((await api.ask("POST", "/v1/workshops", { json: spring })).json.mistakes).toMatchObject([
        { path: "/facilitator", what: "facilitator is missing" },
      ]);
      const opened = await ask("cleo", "POST", "", spring);
      expect([opened.status, opened.headers.get("location")]).toEqual([201, "/v1/workshops/spring"]);
      expect(workshopDetail.parse(opened.json)).toMatchObject({
        workshop: { facilitator: "cleo", state: "open", on: "2026-11-20" },
        votes: [],
        voted: [],
        risks: [
          { id: "biased-declines", retiredOn: null },
          { id: "late-drift", retiredOn: null },
        ],
      });
      expect((await ask("cleo", "POST", "", spring)).status).toBe(409);
    });

    it("take votes of participants only, on their risks and on the scale", async () => {
      expect((await vote("viv", "biased-declines", { likelihood: 5, impact: 3 })).status).toBe(200);
      expect((await vote("viv", "biased-declines", { likelihood: 5, impact: 5 })).status).toBe(200);
      expect((await vote("viv", "late-drift", { likelihood: 4, impact: 4, reason: "seen twice" })).status).toBe(200);
      expect((await vote("nil", "late-drift", { likelihood: 4, impact: 4 })).status).toBe(403);
      expect(
        (await api.ask("PUT", "/v1/workshops/spring/votes/late-drift", { json: { likelihood: 1, impact: 1 } })).status,
      ).toBe(403);
      expect((await vote("viv", "wrong-answers", { likelihood: 4, impact: 4 })).status).toBe(404);
      const off = await vote("viv", "late-drift", { likelihood: 6, impact: 9 });
      expect(off.json.mistakes).toMatchObject([{ path: "/likelihood" }, { path: "/impact" }]);
      expect((await vote("viv", "late-drift", { likelihood: 2 })).json.mistakes).toMatchObject([{ path: "/impact" }]);
      expect(
        (await ask("cleo", "POST", "/spring/close", { ratings: [{ risk: "late-drift", likelihood: 1, impact: 1 }] }))
          .json,
      ).toMatchObject({ status: 400, detail: "workshop spring: still open" });
    });

    it("let nobody see another's votes while they are open", async () => {
      expect((await vote("ada", "biased-declines", { likelihood: 2, impact: 3 })).status).toBe(200);
      await vote("ada", "late-drift", { likelihood: 3, impact: 3, reason: "SECRET" });
      const seenByCleo = await ask("cleo", "GET", "/spring");
      expect(workshopDetail.parse(seenByCleo.json)).toMatchObject({
        votes: [],
        voted: [
          { by: "ada", risks: 2 },
          { by: "viv", risks: 2 },
        ],
        spread: [],
        agreement: null,
      });
      expect((await read("ada")).votes).toMatchObject([
        { by: "ada", risk: "biased-declines", likelihood: 2 },
        { by: "ada", risk: "late-drift", reason: "SECRET" },
      ]);
      const everywhere = await Promise.all(
        ["/v1/events?limit=500", "/v1/changes?limit=200", "/v1/portfolio/export", "/v1/workshops", "/v1/workspace"].map(
          async (path) => (await api.get(path)).text,
        ),
      );
      for (const text of everywhere) expect(text).not.toMatch(/SECRET|seen twice/);
      for (const { verb, before, after } of await events("&verb=workshop.voted"))
        expect([verb, after.record, after.version]).toEqual(["workshop.voted", before.record, before.version + 1]);
      expect(await events("&verb=workshop.voted")).toHaveLength(5);
      expect(everywhere[1]).not.toContain("Vote cast");
    });

    it("follow people and risks to their new names, votes too", async () => {
      const stored = (await api.get("/v1/events?subject=risk:late-drift")).json.items[0].after;
      const renamed = await api.ask("POST", "/v1/risks/late-drift/rename", {
        json: { to: "slow-drift" },
        version: stored.version,
      });
      expect(renamed.status).toBe(200);
      expect((await read("ada")).votes[1]).toMatchObject({ risk: "slow-drift", reason: "SECRET" });
      await vote("ada", "slow-drift", { likelihood: 3, impact: 3 });
      const { votes, workshop } = await read("ada");
      expect(votes[1]).not.toHaveProperty("reason");
      expect(votes).toHaveLength(2);
      expect(workshop.risks).toEqual(["biased-declines", "slow-drift"]);
    });

    it("are revealed by their facilitator, in one event with all votes", async () => {
      expect((await ask("viv", "POST", "/spring/reveal")).status).toBe(403);
      await vote("cleo", "biased-declines", { likelihood: 2, impact: 3 });
      const { status, json } = await ask("cleo", "POST", "/spring/reveal");
      expect(status).toBe(200);
      const shown = workshopDetail.parse(json);
      expect(shown.votes.map(({ by, risk, likelihood }) => [risk, by, likelihood])).toEqual([
        ["biased-declines", "ada", 2],
        ["biased-declines", "cleo", 2],
        ["biased-declines", "viv", 5],
        ["slow-drift", "ada", 3],
        ["slow-drift", "viv", 4],
      ]);
      expect(shown.spread[0]).toEqual({
        risk: "biased-declines",
        likelihood: { median: 2, low: 2, high: 5 },
        impact: { median: 3, low: 3, high: 5 },
        outliers: ["viv"],
      });
      expect(shown.agreement).toEqual({ kendallW: 0, pValue: null });
      const [event] = await events();
      expect([event.verb, event.before.record.votes, event.after.record.votes]).toEqual([
        "workshop.revealed",
        undefined,
        shown.votes,
      ]);
      const { rows } = await sql`SELECT 1 FROM ballot`.execute(api.db.queries);
      expect(rows).toEqual([]);
      expect((await ask("nil", "GET", "/spring")).status).toBe(403);
      expect((await ask("cleo", "POST", "/spring/reveal")).status).toBe(400);
    });

    it("then take revised votes with a reason, and keep the blind ones", async () => {
      expect((await vote("viv", "biased-declines", { likelihood: 3, impact: 4 })).json.mistakes).toMatchObject([
        { path: "/reason" },
      ]);
      for (const likelihood of [4, 3])
        await vote("viv", "biased-declines", { likelihood, impact: 4, reason: "the review catches half" });
      expect((await read("ada")).votes[2]).toMatchObject({
        likelihood: 3,
        reason: "the review catches half",
        blind: { likelihood: 5, impact: 5 },
      });
      const late = await vote("cleo", "slow-drift", { likelihood: 3, impact: 3, reason: "now that I see" });
      expect(late.json.detail).toContain("cleo had not rated slow-drift");
      expect((await events())[0].verb).toBe("workshop.vote-revised");
    });

    it("are closed with one rating a risk, each an assessment that the closing caused", async () => {
      const close = (json: unknown, version?: number) =>
        api.ask("POST", "/v1/workshops/spring/close", {
          json,
          headers: as("cleo"),
          ...(version !== undefined && { version }),
        });
      const ratings = [
        { risk: "biased-declines", likelihood: 3, impact: 4, note: "Ada's log decided it." },
        { risk: "late-drift", likelihood: 3, impact: 3 },
      ];
      const revision = (await api.get("/v1/events?limit=1")).json.items[0].seq;
      const wrong = await close({
        ratings: [ratings[0], ratings[0], { risk: "wrong-answers", likelihood: 6, impact: 1 }],
      });
      expect(wrong.json.mistakes.map(({ path }: { path: string }) => path)).toEqual([
        "/ratings/1/risk",
        "/ratings/2/risk",
        "/ratings",
        "/ratings/2/likelihood",
      ]);
      expect((await close({ ratings }, 1)).status).toBe(412);
      expect((await api.get("/v1/events?limit=1")).json.items[0].seq).toBe(revision);
      const { version } = await read("cleo");
      const { status, json } = await close({ ratings }, version);
      expect(status).toBe(200);
      const { workshop, votes } = workshopDetail.parse(json);
      expect(votes).toHaveLength(5);
      expect(workshop).toMatchObject({
        state: "closed",
        outcome: [
          { risk: "biased-declines", likelihood: 3, impact: 4, note: "Ada's log decided it." },
          { risk: "slow-drift", likelihood: 3, impact: 3 },
        ],
      });
      const risk = (await api.get("/v1/risks/biased-declines")).json;
      expect(risk.record).toMatchObject({
        inherent: { likelihood: 3, impact: { rights: 4, money: 3 } },
        assessed: "2026-11-20",
      });
      expect(risk.assessments[0]).toMatchObject({
        id: workshop.outcome![0]!.assessment,
        source: "workshop",
        by: "cleo",
        note: "Workshop Spring review: 3 votes, likelihood 2 to 3, impact 3 to 4. Ada's log decided it.",
      });
      const recorded = (await api.get("/v1/events?limit=5&order=newest-first")).json.items.reverse();
      const [closed, ...rest] = recorded;
      expect(recorded.map(({ verb }: { verb: string }) => verb)).toEqual([
        "workshop.closed",
        "assessment.recorded",
        "risk.assessed",
        "assessment.recorded",
        "risk.assessed",
      ]);
      expect(rest.map(({ cause }: { cause: string[] }) => cause)).toEqual([
        [closed.id],
        [rest[0].id],
        [closed.id],
        [rest[2].id],
      ]);
      expect((await close({ ratings })).status).toBe(400);
      expect((await vote("viv", "slow-drift", { likelihood: 1, impact: 1, reason: "late" })).status).toBe(400);
      expect((await ask("cleo", "DELETE", "/spring")).status).toBe(400);
    });

    it("leave out a risk that was retired, and can be dropped with their blind votes", async () => {
      for (const id of ["summer", "autumn"]) {
        api.now = new Date(api.now.getTime() + 1000);
        expect((await ask("cleo", "POST", "", { ...spring, id, facilitator: "ada" })).status).toBe(201);
        await vote("viv", "slow-drift", { likelihood: 2, impact: 2 }, id);
      }
      const { after } = (await api.get("/v1/events?subject=risk:biased-declines")).json.items[0];
      await api.ask("POST", "/v1/risks/biased-declines/retire", { version: after.version });
      expect((await ask("cleo", "DELETE", "/autumn")).status).toBe(403);
      expect((await ask("ada", "DELETE", "/autumn")).json).toMatchObject({ droppedOn: "2026-11-20", voted: [] });
      expect((await vote("viv", "slow-drift", { likelihood: 2, impact: 2 }, "autumn")).json.detail).toContain(
        "dropped",
      );
      await ask("ada", "POST", "/summer/reveal");
      const closing = (risks: readonly string[]) =>
        ask("ada", "POST", "/summer/close", { ratings: risks.map((risk) => ({ risk, likelihood: 2, impact: 2 })) });
      expect((await closing(["biased-declines", "slow-drift"])).json.detail).toContain("is retired");
      expect((await closing(["slow-drift"])).json.workshop.state).toBe("closed");
      const ids = async (query: string) =>
        workshopPage.parse((await api.get(`/v1/workshops${query}`)).json).items.map(({ record }) => record.id);
      expect(await ids("")).toEqual(["summer", "spring"]);
      expect(await ids("?dropped=included")).toEqual(["autumn", "summer", "spring"]);
      expect(await ids("?risk=late-drift&state=closed&limit=1")).toEqual(["summer"]);
      const { next } = (await api.get("/v1/workshops?limit=1")).json;
      expect(await ids(`?limit=1&cursor=${encodeURIComponent(next)}`)).toEqual(["spring"]);
      expect(JSON.stringify((await api.get("/v1/workshops")).json)).not.toContain('"votes"');
    });

    it("are read as of a moment, at which blind votes are still nobody's to see", async () => {
      const later = () => {
        api.now = new Date(api.now.getTime() + 10_000);
      };
      later();
      const before = api.now.toISOString();
      later();
      await ask("cleo", "POST", "", { ...spring, id: "winter", risks: ["slow-drift"] });
      await vote("viv", "slow-drift", { likelihood: 5, impact: 2 }, "winter");
      const between = api.now.toISOString();
      later();
      await ask("cleo", "POST", "/winter/reveal");
      later();
      const then = await ask("viv", "GET", `/winter?asOf=${between}`);
      expect(workshopDetail.parse(then.json)).toMatchObject({ workshop: { state: "open" }, votes: [], voted: null });
      const now = await ask("viv", "GET", `/winter?asOf=${api.now.toISOString()}`);
      expect(workshopDetail.parse(now.json)).toMatchObject({
        votes: [{ by: "viv" }],
        voted: [{ by: "viv", risks: 1 }],
      });
      expect((await ask("viv", "GET", `/winter?asOf=${before}`)).status).toBe(404);
      const listed = workshopPage.parse((await api.get(`/v1/workshops?asOf=${between}&limit=1`)).json).items[0]!;
      expect([listed.record.id, listed.record.state]).toEqual(["winter", "open"]);
      expect(api.logged).toEqual([]);
    });
  },
  ["PGlite in memory", "Postgres"],
);

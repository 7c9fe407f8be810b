import { afterAll, beforeAll, expect, it } from "vitest";
import { type Api, openApi } from "../../test/harness/api.ts";
import { contextOf } from "../../test/harness/register.ts";
import { smallPortfolio } from "../../test/harness/small-portfolio.ts";
import { createToken } from "../register/token/create-token.ts";
import { revokeToken } from "../register/token/revoke-token.ts";

let api: Api;
let open: Api;
const tokens: Record<string, string> = {};
beforeAll(async () => {
  open = await openApi({ kind: "pglite", dataDir: null });
  api = await openApi(
    { kind: "pglite", dataDir: null },
    { doors: { openTo: "token-holders", allowedHosts: ["Plimsoll.Example"] } },
  );
  for (const each of [api, open]) await each.apply(smallPortfolio);
  const ctx = contextOf(api.db);
  const make = async (name: string, holder: Parameters<typeof createToken>[1]["holder"], expiresAt?: Date) => {
    const { id, token } = await createToken(ctx, { holder, ...(expiresAt && { expiresAt }) });
    tokens[name] = token;
    return id;
  };
  await make("cleo", { person: "cleo" });
  await make("monitor", { service: "drift-monitor", roles: ["viewer"] });
  await make("short", { person: "ada" }, new Date("2026-11-21T00:00:00Z"));
  await revokeToken(ctx, await make("revoked", { person: "ada" }));
});
afterAll(() => Promise.all([api.close(), open.close()]));

const bearer = (name: string) => ({ authorization: `Bearer ${tokens[name] ?? name}` });

it.each(["127.0.0.1:4180", "localhost", "LOCALHOST:1", "[::1]:4180"])("host %s is this machine", async (host) => {
  expect((await open.get("/v1/workspace", { host })).status).toBe(200);
});

it.each(["evil.example", "127.0.0.1.evil.example:4180", "localhost.evil.example", "0.0.0.0", "", "plimsoll.example"])(
  "host %j is refused: a page elsewhere had its name point here",
  async (host) => {
    for (const path of ["/v1/workspace", "/", "/openapi.json"]) {
      const { status, json } = await open.get(path, { host });
      expect([status, json.code]).toEqual([403, "forbidden"]);
    }
  },
);

it.each(["http://evil.example", "null", "http://127.0.0.1:4181", "http://localhost:4180", "127.0.0.1:4180"])(
  "origin %s is refused whatever it asks for",
  async (origin) => {
    const answers = await Promise.all([
      open.get("/v1/workspace", { origin }),
      open.ask("POST", "/v1/systems", { headers: { origin }, json: { id: "planted" } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    expect((await open.get("/v1/systems/planted")).status).toBe(404);
  },
);

it("our own pages may ask", async () => {
  expect((await open.get("/v1/workspace", { origin: "http://127.0.0.1:4180" })).status).toBe(200);
});

it("answers of the API are for our pages only, and never taken for something else", async () => {
  const { headers } = await open.get("/v1/workspace");
  expect(Object.fromEntries(headers)).toMatchObject({
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-cache",
  });
  expect(headers.has("access-control-allow-origin")).toBe(false);
});

it("with doors open to token holders, a name that was allowed is answered in any case", async () => {
  expect((await api.get("/v1/workspace", { host: "PLIMSOLL.example:443", ...bearer("cleo") })).status).toBe(200);
});

it.each([
  [{}, "no bearer token"],
  [{ "plimsoll-actor": "ada" }, "no bearer token"],
  [{ authorization: "Basic YWRhOng=" }, "no bearer token"],
  [{ authorization: "Bearer plimsoll_guess" }, "unknown, revoked or run out"],
])("without a token that holds nobody comes in: %j", async (headers, words) => {
  const { status, json } = await api.get("/v1/workspace", headers);
  expect([status, json.code]).toEqual([401, "unauthenticated"]);
  expect(json.detail).toContain(words);
});

it("a token that was revoked, or has run out, holds no more", async () => {
  expect((await api.get("/v1/workspace", bearer("revoked"))).status).toBe(401);
  expect((await api.get("/v1/workspace", bearer("short"))).status).toBe(200);
  api.now = new Date("2026-11-21T00:00:00Z");
  expect((await api.get("/v1/workspace", bearer("short"))).status).toBe(401);
});

it("a token decides who asks, whomever the request names besides", async () => {
  const headers = { ...bearer("cleo"), "plimsoll-actor": "ada" };
  const { json } = await api.ask("POST", "/v1/systems", { headers, json: { id: "triage" } });
  expect(json.version).toBe(1);
  const { json: events } = await api.get("/v1/events?subject=system:triage", bearer("monitor"));
  expect(events.items[0].actor).toEqual({ kind: "person", id: "cleo", authenticated: true });
});

it("a service has the roles of its token", async () => {
  expect((await api.get("/v1/heat-map", bearer("monitor"))).status).toBe(200);
  const { status, json } = await api.ask("POST", "/v1/systems", { headers: bearer("monitor"), json: { id: "x" } });
  expect([status, json.detail]).toEqual([
    403,
    "service drift-monitor: role viewer, and contributor is needed to change systems",
  ]);
});

it("on this machine too, a token that does not hold is refused rather than ignored", async () => {
  expect((await open.get("/v1/workspace", { authorization: "Bearer plimsoll_guess" })).status).toBe(401);
});

it("the whole register is an administrator's to take away", async () => {
  const { status, json } = await open.get("/v1/backup", { "plimsoll-actor": "cleo" });
  expect([status, json.code]).toEqual([403, "forbidden"]);
  const backup = await open.get("/v1/backup", { "plimsoll-actor": "ada" });
  expect([backup.status, backup.headers.get("content-type")]).toEqual([200, "application/gzip"]);
});

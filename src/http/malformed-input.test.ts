import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Api, openApi } from "../../test/harness/api.ts";
import { smallPortfolio } from "../../test/harness/small-portfolio.ts";
import { problem } from "./problem.ts";

let api: Api;
/** `VERB /path/{id}` of every route. */
let routes: { method: string; path: string; query: string[] }[];
beforeAll(async () => {
  api = await openApi({ kind: "pglite", dataDir: null });
  await api.apply(smallPortfolio);
  const { json } = await api.get("/openapi.json");
  routes = Object.entries<Record<string, { parameters?: { in: string; name: string }[] }>>(json.paths).flatMap(
    ([path, verbs]) =>
      Object.entries(verbs).map(([verb, { parameters = [] }]) => ({
        method: verb.toUpperCase(),
        path,
        query: parameters.filter((each) => each.in === "query").map(({ name }) => name),
      })),
  );
});
afterAll(() => api.close());

const known = fc.constantFrom("credit", "biased-declines", "review", "ada", "portfolio-residual-score", "vendor-llm");
const nasty = fc.constantFrom(
  "",
  "\u0000",
  "'; DROP TABLE risk; --",
  "../../etc/passwd",
  "%",
  "__proto__",
  "constructor",
  "\ud800",
  "🛳️",
  "-1",
  "1e400",
  "99999999999999999999",
  "0000-01-01",
  "9999-12-31",
  "2026-02-30",
  "-271821-04-20T00:00:00Z",
  "0000-01-01T00:00:00Z",
  "system:__proto__",
  "risk:",
  ":",
);
const word = fc.oneof(known, nasty, fc.string({ unit: "binary", maxLength: 30 }));
/** As a client that forgets to encode sends it, or one that encodes what is no text. */
const inPath = fc.oneof(
  word.map((text) => encodeURIComponent(wellFormed(text))),
  fc.constantFrom("%00", "%ff%fe", "%E0%A4%A", "%", "%2e%2e%2f", "a%2Fb"),
);
/** A lone surrogate cannot be written in an address. */
const wellFormed = (text: string) => text.replaceAll(/\p{Cs}/gu, "\ufffd");
const value: fc.Arbitrary<unknown> = fc.oneof(word, fc.double(), fc.integer(), fc.boolean(), fc.constant(null));
const json = fc.oneof(
  fc.jsonValue(),
  fc.dictionary(
    fc.oneof(
      fc.constantFrom("id", "name", "system", "category", "event", "owner", "inherent", "scope", "measure", "controls"),
      fc.constantFrom(
        "appetite",
        "tolerance",
        "scenario",
        "residual",
        "roles",
        "kind",
        "formerly",
        "__proto__",
        "treatment",
      ),
      word,
    ),
    fc.oneof(value, fc.array(value, { maxLength: 3 }), fc.dictionary(word, value, { maxKeys: 3 }), fc.jsonValue()),
    { maxKeys: 8 },
  ),
);
const body = fc.oneof(
  json.map((given) => ({ type: "application/json", text: JSON.stringify(given) })),
  fc.record({ type: fc.constantFrom("application/json", "application/yaml"), text: fc.string({ unit: "binary" }) }),
  json.map((given) => ({ type: "application/yaml", text: JSON.stringify(given) })),
);
const header = fc.oneof(
  fc.constantFrom('"1"', '"2"', '"99999999999999999999"', "*", 'W/"1"'),
  fc.string({ unit: "grapheme-ascii", maxLength: 20 }).map((text) => text.trim()),
);

it("answers whatever is sent, and never fails itself", { timeout: 180_000 }, async () => {
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      inPath,
      fc.array(word, { minLength: 12, maxLength: 12 }),
      fc.record({
        ifMatch: header,
        plan: header,
        actor: fc.oneof({ weight: 5, arbitrary: fc.constant("ada") }, header),
      }),
      body,
      async (which, id, values, headers, { type, text }) => {
        const { method, path, query } = routes[which % routes.length]!;
        const search = query
          .filter((_, index) => values[index] !== "")
          .filter((_, index) => (which >> index) % 3 === 0)
          .map((name, index) => `${name}=${encodeURIComponent(wellFormed(values[index]!))}`);
        const address = `${path.replace("{id}", id)}${search.length > 0 ? `?${search.join("&")}` : ""}`;
        const answer = await api.ask(method, address, {
          headers: {
            "if-match": headers.ifMatch,
            "plimsoll-plan": headers.plan,
            "plimsoll-actor": headers.actor,
            ...(method === "GET" ? {} : { "content-type": type }),
          },
          ...(method === "GET" ? {} : { body: text }),
        });
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        expect(answer.status, `${method} ${address} ${text}: ${answer.text} ${api.logged.at(-1)}`).toBeLessThan(500);
        if (answer.status < 400) return;
        expect(answer.headers.get("content-type")).toBe("application/problem+json");
        const { detail, remedy } = problem.parse(answer.json);
        expect(detail).not.toMatch(/^$|undefined|\[object/);
        expect(remedy).not.toBe("");
      },
    ),
    { numRuns: 3000 },
  );
  // The sample reaches past the first check: some requests are answered, and some find nothing.
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 404]));
  expect(api.logged).toEqual([]);
});

it("has lost no risk; one may have been retired, by a request that was in order", async () => {
  for (const { id } of smallPortfolio.risks!) {
    const { status, json } = await api.get(`/v1/risks/${id}`);
    if (status !== 200) expect(json.detail).toMatch(/: retired on /);
  }
});

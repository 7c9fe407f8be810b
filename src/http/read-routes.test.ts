import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Api, openApi } from "../../test/harness/api.ts";
import { smallPortfolio } from "../../test/harness/small-portfolio.ts";
import { quantification, registerPage, riskDetail, stored, systemDetail, workspace } from "../contract/detail.ts";
import { event } from "../contract/event.ts";
import { change, heatMap, overview, timelineDay } from "../contract/heat-map.ts";
import { assessment, control, dependency, limit, person, system } from "../contract/record.ts";
import { scenarioModel } from "../contract/scenario-model.ts";
import { readPortfolioOrFail } from "../portfolio/read-portfolio.ts";

let api: Api;
beforeAll(async () => {
  api = await openApi({ kind: "pglite", dataDir: null });
  await api.apply(smallPortfolio);
});
afterAll(() => api.close());

const listOf = <T extends z.ZodType>(record: T) =>
  z.strictObject({ items: z.array(stored(record)), next: z.string().nullable(), total: z.int() });

/** A path, the shape its answer must have. */
const reads: [string, z.ZodType][] = [
  ["/v1/workspace", workspace],
  ["/v1/overview", overview],
  ["/v1/overview?since=2026-09-30", overview],
  ["/v1/overview?asOf=2026-01-01", overview],
  ["/v1/heat-map", heatMap],
  ["/v1/heat-map?by=inherent&measure=exceedanceProbability", heatMap],
  ["/v1/heat-map?by=target&measure=expectedAnnualLoss&system=credit", heatMap],
  ["/v1/heat-map?asOf=2026-01-01T00:00:00Z", heatMap],
  ["/v1/heat-map?dependency=vendor-llm&status=warning&owner=cleo&businessUnit=none&category=model", heatMap],
  ["/v1/changes", z.array(change)],
  ["/v1/timeline", z.array(timelineDay)],
  ["/v1/risks", registerPage],
  ["/v1/risks?q=chatbot+promises&sort=deadline&order=ascending", registerPage],
  ["/v1/risks/biased-declines", riskDetail],
  ["/v1/risks/prompt-injection", riskDetail],
  ["/v1/risks/biased-declines/assessments", z.array(stored(assessment))],
  ["/v1/systems", listOf(system)],
  ["/v1/systems/credit", systemDetail],
  ["/v1/systems/fraud", systemDetail],
  ["/v1/quantification", quantification],
  ["/v1/quantification?scope=system:credit", quantification],
  ["/v1/quantification?scope=category:human", quantification],
  ["/v1/quantification?scope=risk:false-blocks", quantification],
  ["/v1/scenarios", scenarioModel],
  ["/v1/scenarios?scope=system:chat", scenarioModel],
  ["/v1/scenarios?scope=risk:biased-declines&asOf=2026-11-20", scenarioModel],
  ["/v1/scenarios?asOf=2026-01-01", scenarioModel],
  ["/v1/dependencies", listOf(dependency)],
  ["/v1/dependencies/vendor-llm", stored(dependency)],
  ["/v1/controls", listOf(control)],
  ["/v1/controls/review", stored(control)],
  ["/v1/limits", listOf(limit)],
  ["/v1/limits/portfolio-residual-score", stored(limit)],
  ["/v1/people", listOf(person)],
  ["/v1/people/ada", stored(person)],
  ["/v1/events", z.strictObject({ items: z.array(event), next: z.string().nullable() })],
  [
    "/v1/events?subject=risk:late-drift&verb=risk.created&actor=local-operator&order=oldest-first",
    z.looseObject({ items: z.array(event).length(1) }),
  ],
];

describe("reading", () => {
  it.each(reads)("%s answers what the contract says, to a viewer", async (path, schema) => {
    const { status, json } = await api.get(path, { "plimsoll-actor": "viv" });
    expect(status, JSON.stringify(json)).toBe(200);
    expect(schema.parse(json)).toBeTruthy();
  });

  it.each(reads)("%s is refused to a person without a role", async (path) => {
    const { status, json } = await api.get(path, { "plimsoll-actor": "nil" });
    expect([status, json.code]).toEqual([403, "forbidden"]);
  });

  it("exports the register as the file that it came from", async () => {
    const { status, text, headers } = await api.get("/v1/portfolio/export");
    expect([status, headers.get("content-type")]).toEqual([200, "application/yaml; charset=utf-8"]);
    const { portfolio } = readPortfolioOrFail(new TextEncoder().encode(text), "export");
    expect(portfolio.risks?.map(({ id }) => id).sort()).toEqual(smallPortfolio.risks!.map(({ id }) => id).sort());
  });

  it("reads one event by its id", async () => {
    const [first] = (await api.get("/v1/events?limit=1")).json.items;
    expect((await api.get(`/v1/events/${first.id}`)).json).toEqual(first);
    expect((await api.get("/v1/events/ev_none")).status).toBe(404);
  });

  it.each(["/v1/risks/none", "/v1/systems/none", "/v1/controls/none", "/v1/quantification?scope=system:none"])(
    "%s is not found",
    async (path) => {
      const { status, json, headers } = await api.get(path);
      expect(status).toBe(404);
      expect(headers.get("content-type")).toBe("application/problem+json");
      expect(json).toMatchObject({
        status: 404,
        code: "not-found",
        title: "Not found",
        type: "urn:plimsoll:problem:not-found",
      });
      expect(json.detail).toContain("none");
      expect(json.remedy).not.toBe("");
    },
  );

  it.each([
    ["/v1/heat-map?by=net", "/by"],
    ["/v1/heat-map?asOf=yesterday", "/asOf"],
    ["/v1/heat-map?asOf=2026-02-30", "/asOf"],
    ["/v1/heat-map?asOf=9999-12-31", "/asOf"],
    ["/v1/overview?asOf=0000-01-01T00:00:00Z", "/asOf"],
    ["/v1/overview?since=0000-01-01", "/since"],
    ["/v1/risks?limit=501", "/limit"],
    ["/v1/risks?sort=colour", "/sort"],
    ["/v1/events?cursor=x", "/cursor"],
  ])("%s names the parameter that is wrong", async (path, parameter) => {
    const { status, json } = await api.get(path);
    expect([status, json.code, json.mistakes[0].path]).toEqual([400, "invalid-input", parameter]);
  });

  it.each(["/v1/quantification?scope=planet", "/v1/events?subject=planet:1", "/v1/risks?cursor=-1"])(
    "%s is refused with what to give instead",
    async (path) => {
      const { status, json } = await api.get(path);
      expect([status, json.code]).toEqual([400, "invalid-input"]);
      expect(json.remedy).toMatch(/^(give|use) /);
    },
  );
});

describe("a page after a page", () => {
  async function walk(path: string): Promise<{ ids: string[]; pages: number }> {
    const ids: string[] = [];
    let pages = 0;
    for (let cursor: string | null = ""; cursor !== null; pages++) {
      const { json } = await api.get(`${path}${cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`}`);
      ids.push(...json.items.map((item: { id?: string; record?: { id: string } }) => item.id ?? item.record!.id));
      cursor = json.next;
    }
    return { ids, pages };
  }

  it.each([
    ["/v1/people?limit=1", 4],
    ["/v1/people?limit=2", 2],
    ["/v1/people?limit=3", 2],
    ["/v1/risks?limit=2", 3],
    ["/v1/risks?limit=5", 1],
    ["/v1/risks?limit=2&sort=name&order=ascending", 3],
  ])("%s gives each once in %i pages", async (path, pages) => {
    const walked = await walk(path);
    const whole = await walk(path.replace(/limit=\d/, "limit=500"));
    expect(walked).toEqual({ ids: whole.ids, pages });
    expect(new Set(walked.ids).size).toBe(walked.ids.length);
  });

  it.each(["newest-first", "oldest-first"])("gives every event once, %s", async (order) => {
    const { total } = await api.get(`/v1/events?limit=500&order=${order}`).then(({ json }) => ({ total: json.items }));
    expect((await walk(`/v1/events?limit=7&order=${order}`)).ids).toEqual(total.map(({ id }: { id: string }) => id));
  });

  it("leaves retired records out, or includes them", async () => {
    const { json } = await api.ask("POST", "/v1/people", { json: { id: "zoe", name: "Zoe" } });
    await api.ask("POST", "/v1/people/zoe/retire", { version: json.version });
    const people = (path: string) => walk(path).then(({ ids }) => ids);
    expect(await people("/v1/people?limit=2")).not.toContain("zoe");
    expect(await people("/v1/people?limit=2&retired=included")).toContain("zoe");
  });
});

describe("what a client holds already", () => {
  it.each(["/v1/heat-map", "/v1/overview", "/v1/risks", "/v1/quantification"])(
    "%s is answered by 304 until something is recorded",
    async (path) => {
      const first = await api.get(path);
      const etag = first.headers.get("etag")!;
      const again = await api.get(path, { "if-none-match": `"other", ${etag}` });
      expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", etag]);
      const { json } = await api.get("/v1/controls/review");
      await api.ask("PATCH", "/v1/controls/review", {
        version: json.version,
        json: { annualCost: json.version * 1000 },
      });
      const changed = await api.get(path, { "if-none-match": etag });
      expect(changed.status).toBe(200);
      expect(changed.headers.get("etag")).not.toBe(etag);
      api.now = new Date(api.now.getTime() + 86_400_000);
      expect((await api.get(path, { "if-none-match": changed.headers.get("etag")! })).status).toBe(200);
    },
  );

  it("a record is answered by 304 until it changes", async () => {
    const { headers, json } = await api.get("/v1/controls/filter");
    expect(headers.get("etag")).toBe(`"${json.version}"`);
    expect((await api.get("/v1/controls/filter", { "if-none-match": headers.get("etag")! })).status).toBe(304);
    await api.ask("PATCH", "/v1/controls/filter", { version: json.version, json: { status: "working" } });
    expect((await api.get("/v1/controls/filter", { "if-none-match": headers.get("etag")! })).status).toBe(200);
  });
});

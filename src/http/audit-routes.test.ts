import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Api, openApi } from "../../test/harness/api.ts";
import { onBothDatabases } from "../../test/harness/database.ts";
import { smallPortfolio } from "../../test/harness/small-portfolio.ts";
import { auditDetail, auditPage, madeAudit, receivedDecisions } from "../contract/kept-audit.ts";
import { cubeFromColumns } from "../engine/fairness/cube/cube-columns.ts";
import { rowsOfCube } from "../engine/fairness/cube/decision-cube.ts";

/** Of 200 women 16 are hired, of 200 men 52. */
const applicants = `sex,hired\n${Array.from({ length: 400 }, (_, k) =>
  k < 200 ? `f,${k < 16 ? 1 : 0}` : `m,${k < 252 ? 1 : 0}`,
).join("\n")}\n`;

function send(api: Api, body: string | Uint8Array, name = "applicants.csv", headers: Record<string, string> = {}) {
  return api.ask("POST", `/v1/decisions?name=${encodeURIComponent(name)}`, {
    body,
    headers: { "content-type": "application/octet-stream", ...headers },
  });
}

const ownFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`plimsoll-decisions-${process.pid}-`));

onBothDatabases(
  "kept audits",
  (newDatabase) => {
    let api: Api;
    let id: string;
    beforeAll(async () => {
      api = await openApi(await newDatabase());
      await api.apply(smallPortfolio);
      const { json } = await send(api, applicants);
      const made = await api.ask("POST", "/v1/audits", {
        json: { decisions: json.id, keep: { name: "First", system: "credit", risk: "biased-declines" } },
      });
      id = madeAudit.parse(made.json).audit!.id;
    });
    afterAll(() => api.close());

    it("are listed, read and counted", async () => {
      const { items, total, next } = auditPage.parse((await api.get("/v1/audits?system=credit")).json);
      expect([items.map(({ name }) => name), total, next]).toEqual([["First"], 1, null]);
      expect(items[0]).toMatchObject({
        source: "applicants.csv",
        rows: 400,
        attributes: ["sex"],
        by: "local-operator",
      });
      const detail = auditDetail.parse((await api.get(`/v1/audits/${id}`)).json);
      expect(detail.audit).toEqual(items[0]);
      expect(detail.report.source).toEqual({
        name: "applicants.csv",
        format: "csv",
        hash: createHash("sha256").update(applicants).digest("hex"),
      });
      expect(detail.report.sentences[0]).toMatch(/^Of 100 women 8 were selected, of 100 men 26 /);
      expect(detail.bearsOn).toMatchObject({ risk: "biased-declines", currency: "EUR" });
      const counts = await api.get(`/v1/audits/${id}/counts`);
      expect(rowsOfCube(cubeFromColumns(counts.json))).toBe(400);
      const again = await api.get(`/v1/audits/${id}/counts`, { "if-none-match": counts.headers.get("etag")! });
      expect(again.status).toBe(304);
    });

    it("are written as others read them, with small cells hidden", async () => {
      const forms: [string, string, RegExp][] = [
        ["html", "text/html; charset=utf-8", /^<!doctype html>/i],
        ["markdown", "text/markdown; charset=utf-8", /^# First$/m],
        ["csv-fairlearn", "text/csv; charset=utf-8", /^sex,/],
        ["csv-aequitas", "text/csv; charset=utf-8", /attribute_name/],
        ["model-card", "application/json", /"model_details"/],
        ["cyclonedx", "application/vnd.cyclonedx+json", /"bomFormat": ?"CycloneDX"/],
        ["json", "application/json", /"countsHash"/],
      ];
      for (const [format, type, holds] of forms) {
        const { status, headers, text } = await api.get(`/v1/audits/${id}/report?format=${format}`);
        expect([status, headers.get("content-type")], `${format} ${api.logged.at(-1)}`).toEqual([200, type]);
        expect(text, format).toMatch(holds);
      }
      const json = async (query: string) => (await api.get(`/v1/audits/${id}/report?format=json${query}`)).json;
      expect(await json("")).toEqual((await api.get(`/v1/audits/${id}`)).json.report);
      expect((await json("&below=10")).suppressed).toEqual({ below: 10 });
      expect((await json("&below=250")).groups[0]).toMatchObject({ n: null });
      expect((await api.get(`/v1/audits/${id}/report?format=docx`)).status).toBe(400);
      expect((await api.get("/v1/audits/none/report")).status).toBe(404);
    });

    it("are an event with the method that made them, and with neither report nor counts", async () => {
      const { items } = (await api.get(`/v1/events?subject=audit:${id}`)).json;
      expect(items).toMatchObject([
        { verb: "audit.recorded", method: { name: "decision-cube" }, before: null, after: { version: 1 } },
      ]);
      expect(items[0].after.record).toMatchObject({ id, name: "First", system: "credit", rows: 400 });
      expect(JSON.stringify(items[0]).length).toBeLessThan(2000);
    });

    it("follow a system that is renamed, and are of the moment that is asked for", async () => {
      const { json } = await api.get("/v1/systems/credit");
      await api.ask("POST", "/v1/systems/credit/rename", { json: { to: "lending" }, version: json.version });
      for (const system of ["credit", "lending"])
        expect((await api.get(`/v1/audits?system=${system}`)).json.items).toMatchObject([{ id, system: "lending" }]);
      api.now = new Date("2026-11-22T09:00:00Z");
      const retired = await api.ask("DELETE", `/v1/audits/${id}`);
      expect(retired.json).toMatchObject({ id, retiredOn: "2026-11-22" });
      expect((await api.get("/v1/audits")).json.items).toEqual([]);
      expect((await api.get("/v1/audits?retired=included")).json.total).toBe(1);
      expect((await api.get("/v1/audits?asOf=2026-11-21")).json.total).toBe(1);
      expect((await api.get("/v1/audits?asOf=2026-11-19")).json.total).toBe(0);
      expect((await api.get(`/v1/audits/${id}`)).json.audit.retiredOn).toBe("2026-11-22");
    });

    it("put the lines that their system is held to where the evidence puts them", async () => {
      const line = {
        scope: { system: "chat" },
        measure: "disparity",
        disparity: "demographicParityRatio",
        attributes: ["sex"],
        appetite: 0.9,
        tolerance: 0.8,
        approvedBy: "ada",
        approvedOn: "2026-03-02",
        rationale: "four fifths",
      };
      const { status, json: limit } = await api.ask("POST", "/v1/limits", { json: line });
      expect([status, limit.record?.id]).toEqual([201, "system-chat-demographic-parity-ratio-sex"]);
      const stands = async () => (await api.get("/v1/systems/chat")).json.disparityLimits;
      expect(await stands()).toMatchObject([{ status: "unknown", audit: null, figure: null }]);
      const { json: sent } = await send(api, applicants);
      const { json: made } = await api.ask("POST", "/v1/audits", {
        json: { decisions: sent.id, keep: { name: "Answers", system: "chat" }, settings: { dataSeenOn: "2026-11-01" } },
      });
      expect(made.report.verdicts).toMatchObject([
        { verdict: "outside", limit: { bound: 0.8, approvedBy: "ada" }, limitSet: "before-the-data" },
        { verdict: "outside", limit: { bound: 0.9 } },
      ]);
      expect(await stands()).toMatchObject([
        { status: "breach", audit: made.audit.id, limitSet: "before-the-data", figure: { estimate: 0.08 / 0.26 } },
      ]);
      expect((await api.get(`/v1/audits/${made.audit.id}`)).json.limits).toEqual(await stands());
      expect((await api.get("/v1/overview")).json.disparityLimits).toEqual({
        ok: 0,
        warning: 0,
        breach: 1,
        unknown: 0,
      });
      const changed = await api.ask("PATCH", `/v1/limits/${limit.record.id}`, {
        json: { appetite: 0.2, tolerance: 0.1 },
        version: limit.version,
      });
      expect(changed.status).toBe(200);
      expect(await stands()).toMatchObject([{ status: "unknown", audit: made.audit.id }]);
      await api.ask("DELETE", `/v1/audits/${made.audit.id}`);
      expect(await stands()).toMatchObject([{ status: "unknown", audit: null }]);
      const exported = await api.get("/v1/portfolio/export");
      expect(exported.text).toMatch(
        /measure: disparity\n {4}disparity: demographicParityRatio\n {4}attributes: \[ ?sex ?\]/,
      );
    });

    it("come page by page", async () => {
      const { json } = await send(api, applicants);
      for (const name of ["a", "b", "c"]) {
        api.now = new Date(api.now.getTime() + 1000);
        await api.ask("POST", "/v1/audits", { json: { decisions: json.id, keep: { name } } });
      }
      const names: string[] = [];
      for (let cursor: string | null = ""; cursor !== null; ) {
        const page: ReturnType<typeof auditPage.parse> = (
          await api.get(`/v1/audits?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`)
        ).json;
        names.push(...page.items.map(({ name }) => name));
        expect(page.total).toBe(3);
        cursor = page.next;
      }
      expect(names).toEqual(["c", "b", "a"]);
    });
  },
  ["PGlite in memory", "Postgres"],
);

describe("decisions that are sent", () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi({ kind: "pglite", dataDir: null });
    await api.apply(smallPortfolio);
  });
  afterAll(() => api.close());

  it("are described, and seen by their sender only", async () => {
    const { status, json } = await send(api, applicants);
    expect(status).toBe(201);
    const received = receivedDecisions.parse(json);
    expect(received).toMatchObject({
      name: "applicants.csv",
      bytes: applicants.length,
      format: "csv",
      mapping: { protected: ["sex"], decision: "hired" },
      guessed: ["protected", "decision"],
    });
    expect(received.columns[0]).toMatchObject({ name: "sex", distinct: 2, values: [{ value: "f", rows: 200 }, {}] });
    expect((await api.get(`/v1/decisions/${json.id}`)).json).toEqual(json);
    for (const method of ["GET", "DELETE"])
      expect((await api.ask(method, `/v1/decisions/${json.id}`, { headers: { "plimsoll-actor": "ada" } })).status).toBe(
        404,
      );
    expect((await api.ask("DELETE", `/v1/decisions/${json.id}`)).status).toBe(204);
    expect((await api.ask("POST", "/v1/audits", { json: { decisions: json.id } })).status).toBe(404);
    expect(ownFolders()).toEqual([]);
  });

  it("that cannot be read are refused by the name their sender gave, and leave nothing behind", async () => {
    const mistakes: [string, string | Uint8Array, RegExp][] = [
      ["broken.parquet", "PAR1 and no more", /broken.parquet cannot be audited/],
      ["empty.csv", "", /body: empty/],
      ["../../etc/passwd", new Uint8Array([0, 1, 2, 3]), /cannot be audited/],
      ["twice.csv", "a,a\n1,2\n", /twice.csv cannot be audited/],
    ];
    for (const [name, body, says] of mistakes) {
      const { status, json } = await send(api, body, name);
      expect([status, json.detail], name).toEqual([400, expect.stringMatching(says)]);
      expect(JSON.stringify(json)).not.toContain(tmpdir());
    }
    expect(ownFolders()).toEqual([]);
    expect((await api.ask("POST", "/v1/decisions?name=a.csv", { json: {} })).status).toBe(415);
    expect(
      (await api.ask("POST", "/v1/decisions", { headers: { "content-type": "application/octet-stream" } })).status,
    ).toBe(400);
  });

  it("are audited without being kept, and refused before they are counted where they could not be kept", async () => {
    const { json: sent } = await send(api, applicants);
    const ask = (json: object, headers = {}) =>
      api.ask("POST", "/v1/audits", { json: { decisions: sent.id, ...json }, headers });
    const viewer = { "plimsoll-actor": "vera" };
    await api.ask("POST", "/v1/people", { json: { id: "vera", roles: ["viewer"] } });
    expect((await ask({})).json.audit).toBeNull();
    expect((await api.get("/v1/audits")).json.total).toBe(0);
    const refused: [object, number, RegExp][] = [
      [{ keep: { name: "x", system: "none" } }, 404, /system none/],
      [{ keep: { name: "x", risk: "none" } }, 404, /risk none/],
      [{ keep: { name: "" } }, 400, /name/],
      [{ mapping: { protected: ["height"] } }, 400, /applicants.csv cannot be audited/],
      [{ settings: { level: 2 } }, 400, /level/],
      [{ more: 1 }, 400, /more/],
    ];
    for (const [body, status, says] of refused) {
      const answer = await ask(body);
      expect([answer.status, answer.json.detail], JSON.stringify(body)).toEqual([status, expect.stringMatching(says)]);
    }
    const { json: hers } = await send(api, applicants, "hers.csv", viewer);
    const asViewer = (keep: object) =>
      api.ask("POST", "/v1/audits", { json: { decisions: hers.id, ...keep }, headers: viewer });
    expect((await asViewer({})).status).toBe(200);
    expect((await asViewer({ keep: { name: "x" } })).status).toBe(403);
    expect((await api.get("/v1/audits")).json.total).toBe(0);
    expect(api.logged).toEqual([]);
  });
});

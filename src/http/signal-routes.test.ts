import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { type Api, openApi } from "../../test/harness/api.ts";
import { onBothDatabases } from "../../test/harness/database.ts";
import { contextOf } from "../../test/harness/register.ts";
import { receiptDetail, receivedAnswer } from "../contract/received.ts";
import { signalDetail, signalPage } from "../contract/signal-page.ts";
import { createToken } from "../register/token/create-token.ts";

const event = (id: string, data: object = {}) => ({
  specversion: "1.0",
  type: "ai.risk.signal.performance",
  source: "/monitors/evidently/churn",
  id,
  time: "2026-11-20T08:00:00Z",
  datacontenttype: "application/json",
  data: { metric: "f1", value: 0.71, labels: { system: "churn" }, ...data },
});
const alert = (status: "firing" | "resolved") => ({
  version: "4",
  groupKey: "{}",
  truncatedAlerts: 0,
  status,
  receiver: "risk",
  groupLabels: {},
  commonLabels: {},
  commonAnnotations: {},
  externalURL: "http://am:9093",
  alerts: [
    {
      status,
      labels: { alertname: "ModelF1Low", model: "churn-lr", severity: "critical" },
      annotations: { summary: "F1 0.71 < 0.80" },
      startsAt: "2026-11-20T07:00:00Z",
      endsAt: status === "firing" ? "0001-01-01T00:00:00Z" : "2026-11-20T08:30:00Z",
      generatorURL: "http://prom:9090/graph",
      fingerprint: "c6eadffa33fcdf37",
    },
  ],
});
const batch = { "content-type": "application/cloudevents-batch+json" };

onBothDatabases(
  "signals over HTTP",
  (newDatabase) => {
    let api: Api;
    beforeAll(async () => {
      api = await openApi(await newDatabase());
      await api.apply({ version: 1, systems: [{ id: "churn", models: [{ id: "churn-lr" }] }, { id: "credit" }] });
    });
    afterAll(() => api.close());
    const post = (body: unknown, { path = "", ...headers }: Record<string, string> = {}) =>
      api.ask("POST", `/v1/signals${path}`, {
        headers: { "content-type": "application/json", ...headers },
        body: typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body),
      });

    it("are recognised, stored and answered one by one; known ones and refused ones said to be", async () => {
      const first = await post([event("1"), event("2", { labels: {} })], batch);
      expect(first.status).toBe(202);
      expect(receivedAnswer.parse(first.json)).toMatchObject({
        format: "cloudevents",
        stored: 2,
        unassigned: 1,
        items: [
          { position: 0, status: "stored", id: "1", source: "/monitors/evidently/churn", system: "churn" },
          { position: 1, status: "stored", id: "2", unassigned: true },
        ],
      });
      const second = await post([event("2"), { specversion: "1.0", id: "3" }, event("4")], batch);
      expect(second.status).toBe(207);
      expect(second.json).toMatchObject({ stored: 1, duplicate: 1, refused: 1 });
      const [known, refused, stored] = second.json.items;
      expect([known.status, refused.status, stored.status]).toEqual(["duplicate", "refused", "stored"]);
      expect(refused.problem.message).toMatch(/^[a-z].+;/);
      const nothing = await post([{ specversion: "1.0", id: "3" }], batch);
      expect([nothing.status, nothing.json.code]).toEqual([400, "invalid-input"]);
      expect(nothing.json.mistakes[0].path).toMatch(/^\/0/);
    });

    it("open and resolve an alert, whichever comes first", async () => {
      const [over, open] = [await post(alert("resolved")), await post(alert("firing"), { path: "/alertmanager" })];
      expect([over.status, open.status]).toEqual([202, 202]);
      expect(over.json.items[0].signal).toBe(open.json.items[0].signal);
      const { json } = await api.get(`/v1/signals/${open.json.items[0].signal}`);
      expect(signalDetail.parse(json)).toMatchObject({
        state: "resolved",
        signal: { state: "open", occurredAt: "2026-11-20T07:00:00.000Z" },
        resolution: { state: "resolved" },
        resolvedAt: "2026-11-20T08:30:00.000Z",
        system: "churn",
        rule: "model-label",
        received: [{ brought: "resolution" }, { brought: "fact" }],
      });
      expect((await post(alert("firing"))).json).toMatchObject({ stored: 0, duplicate: 1, receipt: null });
    });

    it("are kept with the hash of what was received and without what is personal", async () => {
      const sent = JSON.stringify([event("5", { prompt: "I am Ada Lovelace, ada@example.org", value: 0.5 })]);
      const { json } = await post(sent, batch);
      const { json: detail } = await api.get(`/v1/signals/${json.items[0].signal}`);
      const [received] = detail.received;
      expect(received.record.sha256).toBe(createHash("sha256").update(sent).digest("hex"));
      expect(received.record).toMatchObject({ byteCount: sent.length, contentType: batch["content-type"] });
      expect(received.record.privacy.removedCount).toBeGreaterThan(0);
      expect(JSON.stringify(detail)).not.toMatch(/Lovelace|ada@example/);
      const receipt = await api.get(`/v1/receipts/${json.receipt}`);
      expect(receiptDetail.parse(receipt.json).payload).toBe(received.payload);
      const payload = await api.get(`/v1/receipts/${json.receipt}/payload`);
      expect([payload.text, payload.headers.get("content-type")]).toEqual([
        received.payload,
        "text/plain; charset=utf-8",
      ]);
      expect(payload.headers.get("content-security-policy")).toContain("sandbox");
    });

    it("come as CSV and packed as well, with what is said beside them", async () => {
      const csv = "metric,value,time\nauc,0.9,2026-11-19T00:00:00Z\nauc,0.8,2026-11-19T01:00:00Z\n";
      const packed = await post(gzipSync(csv), {
        path: "/readings?source=/nightly&system=credit",
        "content-type": "text/csv",
        "content-encoding": "gzip",
      });
      expect(packed.status).toBe(202);
      expect(packed.json).toMatchObject({
        format: "readings",
        stored: 2,
        items: [{ source: "/nightly", system: "credit" }, {}],
      });
      const { json } = await api.get(`/v1/signals?metric=auc&system=credit`);
      expect(signalPage.parse(json).items.map(({ signal }) => signal.reading)).toMatchObject([
        { value: 0.8 },
        { value: 0.9 },
      ]);
    });

    it("are listed by filters and pages", async () => {
      const list = async (query: string) => (await api.get(`/v1/signals?${query}`)).json;
      expect((await list("state=resolved")).items).toHaveLength(1);
      expect((await list("state=open")).items).toHaveLength(0);
      expect((await list("assigned=no")).items.map(({ signal }: { signal: { id: string } }) => signal.id)).toEqual([
        "2",
      ]);
      expect((await list("format=cloudevents&topic=performance")).items).toHaveLength(4);
      expect((await list("since=2026-11-20T08:00:00Z&limit=2")).items).toHaveLength(2);
      const page = await list("limit=3");
      const rest = await list(`limit=500&cursor=${encodeURIComponent(page.next)}`);
      const all = await list("limit=500");
      expect([...page.items, ...rest.items]).toEqual(all.items);
      expect(rest.next).toBeNull();
      for (const wrong of [
        "cursor=x",
        "cursor=2026-13-45T99:99:99.999Z/sg-00000000000000000000000000",
        "state=shut",
        "since=yesterday",
        "limit=0",
      ])
        expect((await api.get(`/v1/signals?${wrong}`)).status).toBe(400);
      expect((await api.get("/v1/signals/sg-none")).status).toBe(404);
      const sources = (await api.get("/v1/sources")).json.items;
      expect(sources.map(({ source }: { source: string }) => source)).toEqual(
        expect.arrayContaining(["/nightly", "/monitors/evidently/churn"]),
      );
    });

    it("that wait are taken by a rule, which tells before what it would take", async () => {
      const rule = { id: "f1", when: { metric: "f1" }, system: "churn" };
      const preview = await api.ask("POST", "/v1/assignment-rules/preview", { json: rule });
      expect(preview.json).toMatchObject({ waiting: { signals: 1 }, others: [{ rule: "system-label", signals: 3 }] });
      const made = await api.ask("POST", "/v1/assignment-rules", { json: rule });
      expect([made.status, made.json.assigned, made.headers.get("etag")]).toEqual([201, 1, '"1"']);
      expect((await api.get("/v1/signals?assigned=no")).json.items).toEqual([]);
      const changed = await api.ask("PUT", "/v1/assignment-rules/f1", { json: { ...rule, order: 3 }, version: 1 });
      expect([changed.status, changed.json.rule.version]).toEqual([200, 2]);
      expect((await api.get("/v1/assignment-rules")).json.items).toMatchObject([{ record: { id: "f1", order: 3 } }]);
      expect((await api.ask("DELETE", "/v1/assignment-rules/f1")).json.retiredOn).toBe("2026-11-20");
      expect((await api.get("/v1/assignment-rules")).json.items).toEqual([]);
    });

    it("may be sent by a service with a token, and not by who may only read", async () => {
      const sender = async (role: "viewer" | "contributor") => {
        const { token } = await createToken(contextOf(api.db, { at: api.now.toISOString() }), {
          holder: { service: "monitor", roles: [role] },
        });
        return post([event(`by-${role}`)], { ...batch, authorization: `Bearer ${token}` });
      };
      const allowed = await sender("contributor");
      expect(allowed.status).toBe(202);
      const receipt = (await api.get(`/v1/receipts/${allowed.json.receipt}`)).json;
      expect(receipt.record.sender).toEqual({ kind: "service", id: "monitor", authenticated: true });
      expect((await sender("viewer")).json).toMatchObject({ status: 403, code: "forbidden" });
    });

    it("sent at once by many are stored together, each once, each answered", async () => {
      const before = (await api.get("/v1/signals?limit=500")).json.items.length;
      const answers = await Promise.all(
        Array.from({ length: 60 }, (_, index) => post([event(`many-${index % 40}`, { labels: {} })], batch)),
      );
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202));
      const stored = answers.reduce((sum, { json }) => sum + json.stored, 0);
      expect(stored).toBe(40);
      expect((await api.get("/v1/signals?limit=500")).json.items).toHaveLength(before + 40);
    });

    it("nothing unforeseen was logged", () => {
      expect(api.logged).toEqual([]);
    });
  },
  ["PGlite in memory", "Postgres"],
);

describe("a payload that is not taken", () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi({ kind: "pglite", dataDir: null });
  });
  afterAll(() => api.close());
  const post = (body: string | Uint8Array, headers: Record<string, string>, path = "") =>
    api.ask("POST", `/v1/signals${path}`, { body, headers });
  const json = { "content-type": "application/json" };

  it.each<[string, number, string | Uint8Array, Record<string, string>, string?]>([
    ["of another media type", 415, "a=b", { "content-type": "application/x-www-form-urlencoded" }],
    ["of no media type", 415, "{}", { "content-type": "" }],
    ["in an encoding that is not undone", 415, "{}", { ...json, "content-encoding": "br" }],
    ["not packed as it says", 400, "{}", { ...json, "content-encoding": "gzip" }],
    ["cut off while packed", 400, gzipSync('{"a":1}').subarray(0, 12), { ...json, "content-encoding": "gzip" }],
    ["that unpacks to 400 MB", 413, bomb(), { ...json, "content-encoding": "gzip" }],
    ["of more than 10 MB", 413, Buffer.alloc(10 * 1024 * 1024 + 1, 0x20), json],
    ["that says it is of 100 MB", 413, "{}", { ...json, "content-length": "104857600" }],
    ["of no JSON", 400, '{"specversion": ', json],
    ["of no known format", 400, '{"hello": "world"}', json],
    ["of nothing", 400, "", json],
    ["nested 10,000 deep", 400, "[".repeat(10_000) + "]".repeat(10_000), json],
    ["nested a million deep", 400, '{"a":'.repeat(1_000_000), json],
    ["of no UTF-8", 400, Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d]), json],
    ["sent to a format that is none", 404, "{}", json, "/prometheus"],
  ])("%s", async (_, status, body, headers, path = "") => {
    const answer = await post(body, headers, path);
    expect(answer.status, answer.text).toBe(status);
    expect(answer.json).toMatchObject({ status, remedy: expect.stringMatching(/./) });
    expect(api.logged).toEqual([]);
    expect((await api.get("/v1/signals")).json.items).toEqual([]);
  });
});

test("an event in binary mode is taken whatever the type of its body, as the SDKs send it", async () => {
  const api = await openApi({ kind: "pglite", dataDir: null });
  const headers = { "ce-specversion": "1.0", "ce-source": "/monitors/churn", "ce-type": "f1" };
  const body = '{"metric":"f1","value":0.71}';
  for (const [id, type] of [
    ["1", ""],
    ["2", "text/plain"],
  ] as const) {
    const answer = await api.ask("POST", "/v1/signals", {
      body,
      headers: { ...headers, "ce-id": id, "content-type": type },
    });
    expect([answer.status, answer.json.stored], answer.text).toEqual([202, 1]);
  }
  await api.close();
});

/** 400 MB of spaces, twenty times over. */
function bomb(): Uint8Array {
  return Buffer.concat(Array.from({ length: 20 }, () => gzipSync(Buffer.alloc(20 * 1024 * 1024, 0x20))));
}

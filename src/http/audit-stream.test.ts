import { readdirSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Api, openApi } from "../../test/harness/api.ts";
import { smallPortfolio } from "../../test/harness/small-portfolio.ts";
import { madeAudit } from "../contract/kept-audit.ts";
import { type Listening, listen } from "./listen.ts";
import { problem } from "./problem.ts";

let api: Api;
let server: Listening;
beforeAll(async () => {
  api = await openApi({ kind: "pglite", dataDir: null });
  await api.apply(smallPortfolio);
  server = await listen({ fetch: (request) => api.fetch(request) }, { host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await server.stop();
  await api.close();
});

const rows = Array.from({ length: 60_000 }, (_, k) => `${k % 2 ? "f" : "m"},${k % 5 ? 0 : 1}`).join("\n");
const ownFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`plimsoll-decisions-${process.pid}-`));

async function sent(): Promise<string> {
  const response = await fetch(`${server.address}/v1/decisions?name=a.csv`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: `sex,hired\n${rows}\n`,
  });
  return ((await response.json()) as { id: string }).id;
}

async function events(body: object): Promise<{ event: string; data: unknown }[]> {
  const response = await fetch(`${server.address}/v1/audits`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream" },
    body: JSON.stringify(body),
  });
  expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
  return (await response.text())
    .split("\n\n")
    .filter((block) => block !== "")
    .map((block) => {
      const [, event, data] = /^event: (.*)\ndata: (.*)$/s.exec(block)!;
      return { event: event!, data: JSON.parse(data!) };
    });
}

describe("an audit asked for as a stream", () => {
  it("ends with the audit", async () => {
    const heard = await events({ decisions: await sent(), keep: { name: "Heard", system: "credit" } });
    const last = heard.pop()!;
    expect(last.event).toBe("audit");
    const made = madeAudit.parse(last.data);
    expect([made.report.rows, made.audit?.name]).toEqual([60_000, "Heard"]);
    for (const { event, data } of heard) {
      expect(event).toBe("progress");
      expect((data as { share: number }).share).toBeGreaterThanOrEqual(0);
      expect((data as { share: number }).share).toBeLessThanOrEqual(1);
    }
  });

  it("ends with the problem", async () => {
    const heard = await events({ decisions: await sent(), mapping: { protected: ["height"] } });
    const { event, data } = heard.at(-1)!;
    expect(event).toBe("problem");
    expect(problem.parse(data)).toMatchObject({
      code: "invalid-input",
      status: 400,
      detail: expect.stringMatching(/^a\.csv/),
    });
  });

  it("is refused at once where it is not asked for well", async () => {
    const response = await fetch(`${server.address}/v1/audits`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "text/event-stream" },
      body: "{}",
    });
    expect([response.status, response.headers.get("content-type")]).toEqual([400, "application/problem+json"]);
  });

  it("is not kept when who asked is gone", async () => {
    const decisions = await sent();
    for (const accept of ["text/event-stream", "application/json"]) {
      const leaving = new AbortController();
      const asked = fetch(`${server.address}/v1/audits`, {
        method: "POST",
        headers: { "content-type": "application/json", accept },
        body: JSON.stringify({ decisions, keep: { name: "Unheard" }, settings: { replicates: 100_000 } }),
        signal: leaving.signal,
      }).then((response) => response.text());
      setTimeout(() => leaving.abort(), 5);
      await expect(asked).rejects.toThrow();
    }
    // Behind those that were given up: when this one is done, they are.
    await events({ decisions });
    await events({ decisions });
    const { items } = (await api.get("/v1/audits")).json;
    expect(items.map(({ name }: { name: string }) => name)).not.toContain("Unheard");
    expect(api.logged).toEqual([]);
  });
});

it("a file whose sender leaves half-way leaves nothing behind", async () => {
  const before = ownFolders();
  const sending = httpRequest(`${server.address}/v1/decisions?name=b.csv`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream", "content-length": "1000000" },
  });
  sending.on("error", () => {});
  sending.write("sex,hired\nf,1\n");
  await expect.poll(() => ownFolders().length).toBe(before.length + 1);
  sending.destroy();
  await expect.poll(ownFolders).toEqual(before);
  expect(api.logged).toEqual([]);
});

describe("decisions over a connection", () => {
  it("are forgotten by a DELETE that says nothing of a body it has not", async () => {
    const address = `${server.address}/v1/decisions/${await sent()}`;
    expect((await fetch(address, { method: "DELETE" })).status).toBe(204);
    expect((await fetch(address)).status).toBe(404);
  });

  it("are not by one with a body that does not say what it is", async () => {
    const address = `${server.address}/v1/decisions/${await sent()}`;
    const response = await fetch(address, { method: "DELETE", headers: { "content-type": "text/plain" }, body: "{}" });
    expect(response.status).toBe(415);
    expect((await fetch(address)).status).toBe(200);
  });
});

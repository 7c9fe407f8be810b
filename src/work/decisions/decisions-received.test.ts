import { readdirSync, utimesSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Actor } from "../../contract/actor.ts";
import { auditRequest } from "../../contract/audit-request.ts";
import { DecisionThreads } from "./decision-threads.ts";
import { type DecisionBounds, DecisionsReceived } from "./decisions-received.ts";

const ada: Actor = { kind: "person", id: "ada", roles: ["viewer"], authenticated: false };
const cleo: Actor = { ...ada, id: "cleo" };
const file = "sex,hired\nf,0\nm,1\nf,1\nm,1\n";
const request = auditRequest.parse({});

const open: DecisionsReceived[] = [];
let threads = new DecisionThreads();
afterEach(async () => {
  await threads.close();
  threads = new DecisionThreads();
  for (const decisions of open.splice(0)) await decisions.close();
  expect(ownFolders()).toEqual([]);
});

function received(bounds: Partial<DecisionBounds> = {}): DecisionsReceived {
  const decisions = new DecisionsReceived(threads, bounds);
  open.push(decisions);
  return decisions;
}

function ownFolders(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`plimsoll-decisions-${process.pid}-`));
}

function sending(more: { sender?: Actor; name?: string; signal?: AbortSignal } = {}) {
  return { name: "a.csv", sender: ada, now: new Date(), signal: new AbortController().signal, ...more };
}

const body = (text: string) => new Blob([text]).stream();

describe("received decisions", () => {
  it("lie in a folder that only their owner reads, until they are forgotten", async () => {
    const decisions = received();
    const { id, bytes } = await decisions.receive(body(file), sending());
    expect([bytes, decisions.read(id, ada).name, ownFolders().length]).toEqual([file.length, "a.csv", 1]);
    expect(() => decisions.read(id, cleo)).toThrow(/not here/);
    await expect(decisions.forget(id, cleo)).rejects.toMatchObject({ code: "not-found" });
    await decisions.forget(id, ada);
    expect(ownFolders()).toEqual([]);
  });

  it("are forgotten after a while", async () => {
    const decisions = received({ keptMs: 50 });
    const { id } = await decisions.receive(body(file), sending());
    await expect.poll(ownFolders).toEqual([]);
    expect(() => decisions.read(id, ada)).toThrow(/forgotten by now; |not here/);
  });

  it("are refused beyond their bound, and nothing of them stays", async () => {
    const decisions = received({ mostBytes: 10 });
    await expect(decisions.receive(body(file), sending())).rejects.toMatchObject({ code: "too-large" });
    expect(ownFolders()).toEqual([]);
  });

  it("whose sender leaves are given up", async () => {
    const decisions = received();
    const leaving = new AbortController();
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode("f,1\n"));
        return new Promise((resolve) => setTimeout(resolve, 5));
      },
    });
    const sent = decisions.receive(endless, sending({ signal: leaving.signal }));
    await expect.poll(() => ownFolders().length).toBe(1);
    leaving.abort();
    await expect(sent).rejects.toMatchObject({ code: "cancelled" });
    expect(ownFolders()).toEqual([]);
  });

  it("give way to new ones, the oldest first", async () => {
    const decisions = received({ mostFiles: 2 });
    const ids: string[] = [];
    for (const name of ["1.csv", "2.csv", "3.csv"])
      ids.push((await decisions.receive(body(file), sending({ name }))).id);
    expect(ownFolders()).toHaveLength(2);
    expect(() => decisions.read(ids[0]!, ada)).toThrow(/not here/);
    expect(decisions.read(ids[2]!, ada).name).toBe("3.csv");
  });

  it("are read to the end by an audit that has begun, and removed after it", async () => {
    const decisions = received();
    const { id } = await decisions.receive(body(file), sending());
    const audited = decisions.audit(id, ada, { request, content: "packed" }, {});
    await decisions.forget(id, ada);
    const { brief, report, counts, content } = await audited;
    expect(brief).toMatchObject({ source: "a.csv", rows: 4, attributes: ["sex"] });
    expect([JSON.parse(report).rows, JSON.parse(counts).kind, content!.report.length > 0]).toEqual([
      4,
      "decision-cube",
      true,
    ]);
    expect(ownFolders()).toEqual([]);
  });

  it("are let go of when who asked is gone, and audited for others meanwhile", async () => {
    const decisions = received();
    const rows = Array.from({ length: 300_000 }, (_, k) => `${k % 7 ? "f" : "m"},${k % 3 ? 0 : 1},${k}`).join("\n");
    const { id } = await decisions.receive(body(`sex,hired,age\n${rows}\n`), sending());
    const all = { ...request, mapping: { protected: ["sex"], control: ["age"] } };
    const leaving = new AbortController();
    const ask = (signal?: AbortSignal) =>
      decisions.audit(id, ada, { request: signal ? all : request, content: "none" }, signal ? { signal } : {});
    const [first, second, third] = [ask(leaving.signal), ask(leaving.signal), ask(leaving.signal)];
    const other = ask();
    leaving.abort();
    for (const stopped of [first, second, third]) await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
    expect((await other).brief.rows).toBe(300_000);
  });

  it("of a server that was killed are removed by the next one, after a while", async () => {
    const left = await mkdtemp(join(tmpdir(), "plimsoll-decisions-999999999-"));
    const fresh = await mkdtemp(join(tmpdir(), "plimsoll-decisions-999999999-"));
    const hoursAgo = Date.now() / 1000 - 3 * 3600;
    utimesSync(left, hoursAgo, hoursAgo);
    await received().receive(body(file), sending());
    const names = readdirSync(tmpdir()).map((name) => join(tmpdir(), name));
    expect([names.includes(left), names.includes(fresh)]).toEqual([false, true]);
    await rm(fresh, { recursive: true });
  });
});

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DatabaseTarget } from "../../test/harness/database.ts";
import { onBothDatabases } from "../../test/harness/database.ts";
import { readPayload, signalLike } from "../../test/harness/read-payload.ts";
import { contextOf, openOn } from "../../test/harness/register.ts";
import { smallPortfolio } from "../../test/harness/small-portfolio.ts";
import { type LiveRegister, openLiveRegister } from "../register/figures/live-register.ts";
import { applyPortfolio } from "../register/portfolio/apply-portfolio.ts";
import { changeRecord } from "../register/record/change-record.ts";
import { keepReceived } from "../register/signal/keep-received.ts";
import type { Database } from "../store/database.ts";
import type { RequestVariables } from "./services.ts";
import { stream } from "./stream.ts";

interface Received {
  readonly event: string;
  readonly id: number;
  readonly data: { topic: string; id: string; version: number };
  readonly at: number;
}

/** A client of the stream: what it received, and the comments that keep the connection awake. */
interface Client {
  readonly received: Received[];
  pings: number;
  leave(): Promise<void>;
}

/** One server: its own connection to the database, listening on a port. */
interface Door {
  readonly db: Database;
  readonly url: string;
  readonly listeners: () => number;
  connect(lastEventId?: string): Promise<Client>;
  close(): Promise<void>;
}

async function openDoor(target: DatabaseTarget, pingEveryMs = 15_000): Promise<Door> {
  const db = await openOn(target);
  const live = await openLiveRegister(db, new Date());
  let listening = 0;
  const feed: Pick<LiveRegister, "newest" | "readAfter" | "subscribe"> = {
    newest: live.newest,
    readAfter: live.readAfter,
    subscribe(reader, listener) {
      listening++;
      const leave = live.subscribe(reader, listener);
      let isLeft = false;
      return () => {
        if (!isLeft) listening--;
        isLeft = true;
        leave();
      };
    },
  };
  const app = new Hono<RequestVariables>();
  app.get("/v1/stream", stream(feed, { readerOf: () => contextOf(db), pingEveryMs }));
  const server: Server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/stream`;
  return {
    db,
    url,
    listeners: () => listening,
    connect: (lastEventId) => connect(url, lastEventId),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await live.close();
      await db.close();
    },
  };
}

async function connect(url: string, lastEventId?: string): Promise<Client> {
  const abort = new AbortController();
  const headers = lastEventId === undefined ? {} : { "last-event-id": lastEventId };
  const response = await fetch(url, { headers, signal: abort.signal });
  expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
  const client: Client = {
    received: [],
    pings: 0,
    async leave() {
      abort.abort();
      await reading;
    },
  };
  const reading = (async () => {
    let text = "";
    const decoder = new TextDecoder();
    for await (const chunk of response.body!) {
      text += decoder.decode(chunk, { stream: true });
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        if (block.startsWith(":")) client.pings++;
        else client.received.push(messageIn(block));
      }
    }
  })().catch(() => {});
  await expect.poll(() => client.received.length, { timeout: 60_000 }).toBeGreaterThan(0);
  return client;
}

function messageIn(block: string): Received {
  const fields = Object.fromEntries(block.split("\n").map((line) => line.split(/: (.*)/s).slice(0, 2)));
  return { event: fields.event, id: Number(fields.id), data: JSON.parse(fields.data), at: performance.now() };
}

const ids = (client: Client) => client.received.filter(({ event }) => event !== "hello").map(({ id }) => id);
const upTo = (last: number, after = 0) => Array.from({ length: last - after }, (_, k) => after + 1 + k);

onBothDatabases(
  "the stream",
  (newDatabase) => {
    let door: Door;
    let base: number;
    const edit = (db: Database, name: string) =>
      changeRecord(contextOf(db), "system", { id: "credit", patch: { name } });

    beforeEach(async () => {
      door = await openDoor(await newDatabase());
      const { revision } = await applyPortfolio(contextOf(door.db), {
        portfolio: smallPortfolio,
        fileHash: "",
        missing: "leave",
      });
      base = revision;
    });
    afterEach(() => door.close());

    it("greets with the newest id and tells each change by topic, id and version, in order", async () => {
      const client = await door.connect();
      expect(client.received[0]).toMatchObject({ event: "hello", id: base, data: { topic: "hello", version: base } });
      await edit(door.db, "One");
      await changeRecord(contextOf(door.db), "risk", {
        id: "late-drift",
        patch: { inherent: { likelihood: 1, impact: 1 } },
      });
      await expect.poll(() => ids(client), { timeout: 60_000 }).toEqual([base + 1, base + 2, base + 3]);
      expect(client.received.slice(1).map(({ event, data }) => [event, data.topic, data.version])).toEqual([
        ["system", "system", base + 1],
        ["assessment", "assessment", base + 2],
        ["risk", "risk", base + 3],
      ]);
      expect(client.received[1]!.data.id).toBe("credit");
      await client.leave();
    });

    it("tells of received signals as of other events, of many that wait at once, and not as of everything", async () => {
      const client = await door.connect();
      const receive = (from: number, n: number) =>
        keepReceived(
          door,
          Array.from({ length: n }, (_, k) => readPayload([signalLike({ id: `${from + k}` })])),
          () => null,
        );
      const [one] = await receive(0, 1);
      await expect.poll(() => ids(client), { timeout: 60_000 }).toEqual([base + 1]);
      expect(client.received[1]).toMatchObject({ event: "receipt", data: { id: one!.receipt, version: base + 1 } });
      await receive(1, 200);
      await edit(door.db, "After");
      await expect.poll(() => ids(client).at(-1), { timeout: 60_000 }).toBe(base + 202);
      const told = client.received.slice(2);
      expect(told.map(({ event }) => event)).not.toContain("portfolio");
      expect(told.filter(({ event }) => event === "receipt").at(-1)).toMatchObject({
        id: base + 201,
        data: { id: "" },
      });
      expect(told.length).toBeLessThan(20);
      await client.leave();
    });

    it("replays without gap or duplicate while others write", async () => {
      const edits = 45; // However late a client comes, so few are told one by one.
      const watching = await door.connect();
      const writing = (async () => {
        for (let k = 0; k < edits; k++) {
          await edit(door.db, `Name ${k}`);
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      })();
      // A client whose connection is cut again and again, and which says each time what it has seen.
      const seen: number[] = [];
      let last = base;
      while (last < base + edits) {
        const client = await door.connect(String(last));
        await new Promise((resolve) => setTimeout(resolve, 25));
        await client.leave();
        seen.push(...ids(client));
        last = seen.at(-1) ?? last;
      }
      await writing;
      expect(seen).toEqual(upTo(base + edits, base));
      await expect.poll(() => ids(watching), { timeout: 60_000 }).toEqual(upTo(base + edits, base));
      await watching.leave();
    });

    it("tells a big apply by one message, and one who was away for long too", async () => {
      const client = await door.connect();
      const people = Array.from({ length: 300 }, (_, k) => ({ id: `person-${k}` }));
      const { revision } = await applyPortfolio(contextOf(door.db), {
        portfolio: { version: 1, people: [...smallPortfolio.people!, ...people] },
        fileHash: "",
        missing: "leave",
      });
      const late = await door.connect(String(base));
      for (const each of [client, late]) {
        await expect.poll(() => ids(each), { timeout: 60_000 }).toEqual([revision]);
        expect(each.received[1]).toMatchObject({
          event: "portfolio",
          data: { topic: "portfolio", id: "", version: revision },
        });
      }
      await edit(door.db, "After");
      for (const each of [client, late]) {
        await expect.poll(() => ids(each), { timeout: 60_000 }).toEqual([revision, revision + 1]);
        await each.leave();
      }
    });

    it.each(["999999", "not-a-number", "-3", "1e3"])(
      "an id of another database (%s) makes the client read everything, and then goes on",
      async (id) => {
        const client = await door.connect(id);
        await expect
          .poll(() => client.received.map(({ event }) => event), { timeout: 60_000 })
          .toEqual(["hello", "portfolio"]);
        await edit(door.db, `After ${id}`);
        await expect.poll(() => ids(client), { timeout: 60_000 }).toEqual([base, base + 1]);
        await client.leave();
      },
    );

    it("forgets a client that has gone, and serves many at once", async () => {
      const clients = await Promise.all(Array.from({ length: 60 }, () => door.connect()));
      expect(door.listeners()).toBe(60);
      await edit(door.db, "To all");
      for (const client of clients) await expect.poll(() => ids(client), { timeout: 60_000 }).toEqual([base + 1]);
      await Promise.all(clients.map((client) => client.leave()));
      await expect.poll(door.listeners, { timeout: 60_000 }).toBe(0);
      await edit(door.db, "To nobody");
      const back = await door.connect(String(base + 1));
      await expect.poll(() => ids(back), { timeout: 60_000 }).toEqual([base + 2]);
      await back.leave();
    });
  },
  ["PGlite in memory", "Postgres"],
);

onBothDatabases(
  "two servers on one database",
  (newDatabase) => {
    it("a change through one is told by the other, in order, within a second as a rule", async () => {
      const target = await newDatabase();
      const one = await openDoor(target);
      const { revision } = await applyPortfolio(contextOf(one.db), {
        portfolio: smallPortfolio,
        fileHash: "",
        missing: "leave",
      });
      const two = await openDoor(target);
      const client = await two.connect();
      const delays: number[] = [];
      for (let k = 1; k <= 20; k++) {
        await changeRecord(contextOf(k % 2 ? one.db : two.db), "system", { id: "credit", patch: { name: `N ${k}` } });
        const acknowledged = performance.now();
        await expect.poll(() => ids(client).length, { timeout: 60_000, interval: 2 }).toBe(k);
        delays.push(client.received.at(-1)!.at - acknowledged);
      }
      expect(ids(client)).toEqual(upTo(revision + 20, revision));
      const ms = (delay: number) => Math.max(0, delay).toFixed(0);
      const sorted = delays.toSorted((a, b) => a - b);
      console.log(`acknowledged → told by the other server: median ${ms(sorted[10]!)} ms, worst ${ms(sorted[19]!)} ms`);
      await client.leave();
      await one.close();
      await two.close();
    });
  },
  ["Postgres"],
);

describe("a quiet stream", () => {
  it("is kept awake by comments, which no client takes for news", async () => {
    const door = await openDoor({ kind: "pglite", dataDir: null }, 30);
    const client = await door.connect();
    await expect.poll(() => client.pings, { timeout: 60_000 }).toBeGreaterThan(2);
    expect(ids(client)).toEqual([]);
    await client.leave();
    await expect.poll(door.listeners, { timeout: 60_000 }).toBe(0);
    await door.close();
  });
});

/**
 * Taking signals in, against the database's own batched insert into the same tables with the same indexes, on both
 * databases, in one run.
 *
 * Limit: rows made beforehand, 1000 at a time, one statement a table, one transaction: signals, receipts with their
 * payloads, and events. Ours: a server of its own process, CloudEvents in batches of 500 over HTTP from four senders at
 * once, counted when they are acknowledged, which means stored. Rounds alternate, so that a busy moment hits both;
 * medians are compared. Then single signals, one a request, at an even pace.
 *
 *     npm run build && npx tsx bench/signals.ts [signals] [rounds] [seconds of single signals]
 *
 * Postgres is the one of the tests, which does not wait for the disk; PGlite never does.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { sql } from "kysely";
import pg from "pg";
import { newId } from "../src/register/new-id.ts";
import { openRegister } from "../src/register/open-register.ts";
import { signalId } from "../src/register/signal/signal-id.ts";
import type { Database } from "../src/store/database.ts";
import type { StorePlace } from "../src/store/open-database.ts";
import { startPostgres } from "../test/harness/postgres-server.ts";
import { type RunningServer, startServer } from "../test/harness/server.ts";

const SIGNALS = Number(process.argv[2] ?? 40_000);
const ROUNDS = Number(process.argv[3] ?? 5);
const SINGLE_SECONDS = Number(process.argv[4] ?? 20);
const PER_PAYLOAD = 500;
const PER_INSERT = 1000;
const SENDERS = 4;
const SINGLES_PER_SECOND = 50;

const start = Date.parse("2026-01-01T00:00:00Z");

function eventOf(n: number, run: string) {
  return {
    specversion: "1.0",
    type: "ai.risk.signal.performance",
    source: `/monitors/${n % 50}`,
    id: `${run}-${n}`,
    time: new Date(start + n * 1000).toISOString(),
    datacontenttype: "application/json",
    data: {
      metric: ["f1", "psi", "selection_rate_difference"][n % 3],
      value: 0.5 + n / SIGNALS / 2,
      n: 1000,
      labels: { system: `system-${n % 30}`, model: "churn", version: "12", env: "prod" },
    },
  };
}

/** What the server would store of these events, ready for the database. */
function rowsOf(from: number, run: string) {
  const receipt = newId("rc-", new Date());
  const events = Array.from({ length: PER_PAYLOAD }, (_, k) => eventOf(from + k, run));
  const payload = JSON.stringify(events);
  const sha256 = createHash("sha256").update(payload).digest("hex");
  const signals = events.map(({ source, id, time, data }, position) => ({
    id: signalId(source, id),
    receipt,
    position,
    format: "cloudevents",
    topic: "performance",
    metric: data.metric,
    state: "observed",
    occurred_at: time,
    fact: {
      source,
      id,
      format: "cloudevents",
      topic: "performance",
      metric: data.metric,
      state: "observed",
      producerVerdict: null,
      reading: { kind: "value", value: data.value, n: data.n },
      occurredAt: time,
      window: null,
      labels: data.labels,
      summary: `${data.metric} ${data.value}`,
      url: null,
    },
  }));
  const counts = { stored: PER_PAYLOAD, duplicate: 0, refused: 0 };
  const at = new Date().toISOString();
  return {
    receipt,
    at,
    signals,
    record: { sha256, name: "/v1/signals", byteCount: payload.length, ...counts, refusedItems: [] },
    payload: gzipSync(payload, { level: 1 }),
    event: {
      id: newId("ev_", new Date()),
      recorded_at: at,
      effective_at: at,
      actor: { kind: "service", id: "bench", authenticated: true },
      verb: "signals.received",
      subject_kind: "receipt",
      subject_id: receipt,
      after: { sha256, ...counts },
      cause: [],
    },
  };
}

/** Signals a second of the database's own insert. */
async function limit(db: Database, run: string): Promise<number> {
  const payloads = Array.from({ length: SIGNALS / PER_PAYLOAD }, (_, k) => rowsOf(k * PER_PAYLOAD, run));
  const perInsert = PER_INSERT / PER_PAYLOAD;
  const groups = Array.from({ length: payloads.length / perInsert }, (_, k) => {
    const group = payloads.slice(k * perInsert, (k + 1) * perInsert);
    return {
      group,
      signals: JSON.stringify(group.flatMap(({ signals }) => signals)),
      events: JSON.stringify(group.map(({ event }) => event)),
      receipts: JSON.stringify(group.map(({ receipt, at, record }) => ({ id: receipt, received_at: at, record }))),
    };
  });
  const began = performance.now();
  for (const { group, signals, events, receipts } of groups)
    await db.transaction(async (queries) => {
      await sql`INSERT INTO signal (id, receipt, position, format, topic, metric, state, occurred_at, fact)
        SELECT id, receipt, position, format, topic, metric, state, occurred_at, fact FROM json_to_recordset(${signals}::json)
          AS given (id text, receipt text, position integer, format text, topic text, metric text, state text,
            occurred_at timestamptz, fact jsonb)`.execute(queries);
      const { rows } = await sql<{ seq: number }>`
        UPDATE event_counter SET seq = seq + ${group.length} RETURNING seq`.execute(queries);
      const first = rows[0]!.seq - group.length + 1;
      await sql`INSERT INTO event (seq, id, recorded_at, effective_at, actor, verb, subject_kind, subject_id, after, cause)
        SELECT ${first} + n - 1, id, recorded_at, effective_at, actor, verb, subject_kind, subject_id, after, '{}'
        FROM ROWS FROM (json_to_recordset(${events}::json) AS (id text, recorded_at timestamptz, effective_at timestamptz,
          actor jsonb, verb text, subject_kind text, subject_id text, after jsonb)) WITH ORDINALITY AS given
          (id, recorded_at, effective_at, actor, verb, subject_kind, subject_id, after, n)`.execute(queries);
      await sql`INSERT INTO receipt_payload VALUES ${sql.join(
        group.map(({ receipt, at, payload }) => sql`(${receipt}, ${at}, ${payload})`),
      )}`.execute(queries);
      await sql`INSERT INTO receipt (id, seq, received_at, format, record)
        SELECT id, ${first}, received_at, 'cloudevents', record FROM json_to_recordset(${receipts}::json)
          AS given (id text, received_at timestamptz, record jsonb)`.execute(queries);
    });
  return SIGNALS / ((performance.now() - began) / 1000);
}

/** Signals a second that the server acknowledges. */
async function ours({ url }: RunningServer, run: string): Promise<number> {
  const bodies = Array.from({ length: SIGNALS / PER_PAYLOAD }, (_, k) =>
    JSON.stringify(Array.from({ length: PER_PAYLOAD }, (_, n) => eventOf(k * PER_PAYLOAD + n, run))),
  );
  // The server has closed the connections that nobody used while the limit was measured here: let that be noticed.
  await sleep(500);
  const began = performance.now();
  let stored = 0;
  const send = async () => {
    for (let body = bodies.pop(); body !== undefined; body = bodies.pop()) {
      const answer = await post(url, body, "application/cloudevents-batch+json");
      stored += answer.stored;
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, send));
  if (stored !== SIGNALS) throw new Error(`${stored} of ${SIGNALS} stored`);
  return SIGNALS / ((performance.now() - began) / 1000);
}

async function post(url: string, body: string, type: string): Promise<{ stored: number }> {
  const response = await fetch(`${url}/v1/signals`, { method: "POST", headers: { "content-type": type }, body });
  if (response.status !== 202) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as { stored: number };
}

/** Milliseconds until each of so many single signals was acknowledged, sent at an even pace whatever the answers. */
async function singles({ url }: RunningServer, run: string): Promise<number[]> {
  const waiting: Promise<number>[] = [];
  const began = performance.now();
  for (let n = 0; n < SINGLE_SECONDS * SINGLES_PER_SECOND; n++) {
    await sleep(Math.max(0, began + (n * 1000) / SINGLES_PER_SECOND - performance.now()));
    const sent = performance.now();
    const body = JSON.stringify(eventOf(n, run));
    waiting.push(post(url, body, "application/cloudevents+json").then(() => performance.now() - sent));
  }
  return (await Promise.all(waiting)).sort((a, b) => a - b);
}

interface Side {
  readonly name: string;
  readonly limitPlace: StorePlace;
  readonly args: string[];
  readonly env: Record<string, string>;
}

async function measure(side: Side): Promise<void> {
  const db = await openRegister(side.limitPlace);
  const server = await startServer(side.args, { env: side.env });
  try {
    await measureBoth(side.name, db, server);
  } finally {
    await server.stop();
    await db.close();
  }
}

async function measureBoth(name: string, db: Database, server: RunningServer): Promise<void> {
  const found: { limit: number; ours: number }[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const pair = { limit: await limit(db, `limit-${round}`), ours: await ours(server, `ours-${round}`) };
    if (round > 0) found.push(pair); // The first one warms up.
  }
  const [most, got] = [median(found.map((each) => each.limit)), median(found.map((each) => each.ours))];
  const ratio = median(found.map((each) => each.ours / each.limit));
  const times = await singles(server, "single");
  const at = (p: number) => times[Math.min(times.length - 1, Math.floor(p * times.length))]!.toFixed(1);
  process.stdout.write(
    `${name}: its own insert ${most.toFixed(0)} signals/s, taken in and acknowledged ${got.toFixed(0)}: ${(100 * ratio).toFixed(0)} % of it\n` +
      `${name}: single signals at ${SINGLES_PER_SECOND}/s: median ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms\n`,
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

const folder = mkdtempSync(join(tmpdir(), "plimsoll-bench-"));
const postgres = await startPostgres();
try {
  await measure({
    name: "PGlite",
    limitPlace: { dataDir: join(folder, "limit") },
    args: ["--data", join(folder, "ours")],
    env: {},
  });
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  for (const name of ["limit_side", "our_side"]) await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const at = (name: string) => Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href;
  await measure({
    name: "Postgres",
    limitPlace: { url: at("limit_side") },
    args: [],
    env: { DATABASE_URL: at("our_side") },
  });
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

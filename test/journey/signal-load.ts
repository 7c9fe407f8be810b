import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import type { ReceivedAnswer } from "../../src/contract/received.ts";
import type { Signal } from "../../src/contract/signal.ts";
import { openRegister } from "../../src/register/open-register.ts";
import { signalId } from "../../src/register/signal/signal-id.ts";
import { translate } from "../../src/signals/translate.ts";
import type { StorePlace } from "../../src/store/open-database.ts";
import { type RunningServer, startServer } from "../harness/server.ts";
import { seededRandom } from "./seeded-random.ts";

const senders = 4;
const perPayload = 50;
/** A start on a machine that is busy with other things is not a start that hangs. */
const patienceMs = 240_000;

export interface LoadOptions {
  readonly place: StorePlace;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Facts that are sent, of which one in ten resolves what another has opened. */
  readonly signals: number;
  readonly kills: number;
  readonly seed: number;
}

/** What became of a load: how many payloads a kill cut off in the midst, and what was found wrong afterwards. */
export interface LoadOutcome {
  readonly cutOff: number;
  readonly duplicates: number;
  readonly wrong: readonly string[];
}

/**
 * Sends signals to a server that is killed at random moments and started again; a sender who gets no answer sends again.
 * Then looks whether the database holds each signal once, as one translation of all payloads has them.
 */
export async function loadWithKills(options: LoadOptions): Promise<LoadOutcome> {
  const { args, env, cwd, signals, kills, seed, place } = options;
  const random = seededRandom(seed);
  const payloads = payloadsOf(signals, random);
  const moments = Array.from({ length: kills }, () => Math.floor(random() * payloads.length)).sort((a, b) => a - b);
  let server = await startServer([...args], { env, cwd, timeoutMs: patienceMs });
  const port = Number(new URL(server.url).port);
  let up: Promise<void> = Promise.resolve();
  let acknowledged = 0;
  let cutOff = 0;
  let duplicates = 0;

  const waiting = [...payloads.keys()].reverse();
  const send = async () => {
    for (let which = waiting.pop(); which !== undefined; which = waiting.pop()) {
      for (let answer: ReceivedAnswer | null = null; answer === null; ) {
        await up;
        answer = await post(server, payloads[which]!).catch(() => null);
        if (answer === null) {
          cutOff += 1;
          await sleep(5);
        } else {
          duplicates += answer.duplicate;
          if (answer.refused > 0)
            throw new Error(`refused: ${JSON.stringify(answer.items.find(({ problem }) => problem))}`);
        }
      }
      acknowledged += 1;
    }
  };
  const kill = async () => {
    for (const moment of moments) {
      while (acknowledged < moment) await sleep(1);
      await sleep(random() * 40);
      await server.kill();
      const started = startServer([...args], { env, cwd, port, timeoutMs: patienceMs });
      up = started.then((running) => {
        server = running;
      });
      await up;
    }
  };
  await Promise.all([kill(), ...Array.from({ length: senders }, send)]);
  const { stderr } = server.output();
  await server.stop();
  return { cutOff, duplicates, wrong: [...(stderr === "" ? [] : [stderr]), ...(await mistakesIn(place, payloads))] };
}

function payloadsOf(signals: number, random: () => number): string[] {
  const facts = Array.from({ length: signals }, (_, n) => {
    const opens = n % 10 === 0;
    const resolves = n % 10 === 9;
    return {
      source: `/monitors/${n % 7}`,
      id: `fact-${resolves ? n - 9 : n}`,
      metric: ["f1", "psi", "selection_rate_difference"][n % 3],
      value: n / signals,
      time: new Date(Date.parse("2026-01-01T00:00:00Z") + n * 1000).toISOString(),
      state: opens ? "open" : resolves ? "resolved" : "observed",
      ...(resolves ? { source: `/monitors/${(n - 9) % 7}` } : {}),
    };
  });
  // Resolved before they are opened as often as after.
  for (let n = facts.length - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1));
    [facts[n], facts[other]] = [facts[other]!, facts[n]!];
  }
  return Array.from({ length: Math.ceil(signals / perPayload) }, (_, k) =>
    facts
      .slice(k * perPayload, (k + 1) * perPayload)
      .map((fact) => `${JSON.stringify(fact)}\n`)
      .join(""),
  );
}

async function post(server: RunningServer, body: string): Promise<ReceivedAnswer> {
  const response = await fetch(`${server.url}/v1/signals/readings`, {
    method: "POST",
    headers: { "content-type": "application/x-ndjson" },
    body,
  });
  if (response.status !== 202 && response.status !== 207)
    throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as ReceivedAnswer;
}

async function mistakesIn(place: StorePlace, payloads: readonly string[]): Promise<string[]> {
  const expected = expectedSignals(payloads);
  const db = await openRegister(place);
  const wrong: string[] = [];
  const say = (what: string) => {
    if (wrong.length < 20) wrong.push(what);
  };
  const { rows } = await sql<{ id: string; state: string; fact: Signal; resolution: Signal | null }>`
    SELECT id, state, fact, resolution FROM signal`.execute(db.queries);
  if (rows.length !== expected.size) say(`${rows.length} signals, and ${expected.size} were acknowledged`);
  for (const { id, ...found } of rows) {
    const written = expected.get(id);
    if (written === undefined || canonical(found) !== canonical(written))
      say(`${id}: ${canonical(found)}, not ${canonical(written ?? null)}`);
  }
  const { rows: counted } = await sql<Record<string, number>>`
    SELECT (SELECT count(*) FROM receipt) AS receipts,
      (SELECT count(*) FROM receipt_payload) AS payloads,
      (SELECT count(*) FROM event WHERE verb = 'signals.received') AS events,
      (SELECT sum((after ->> 'stored')::int) FROM event WHERE verb = 'signals.received')::int AS told,
      (SELECT sum((record ->> 'stored')::int) FROM receipt)::int AS kept,
      (SELECT count(*) FROM receipt JOIN event USING (seq)
        WHERE subject_id = receipt.id AND after ->> 'sha256' = record ->> 'sha256') AS agreeing,
      (SELECT max(seq) - count(*) FROM event) AS gaps`.execute(db.queries);
  const { receipts, payloads: kept, events, told, kept: stored, agreeing, gaps } = counted[0]!;
  const all = payloads.reduce((sum, payload) => sum + payload.trim().split("\n").length, 0);
  if (told !== all || stored !== all) say(`${told} and ${stored} facts told and kept, not ${all}`);
  if (receipts !== events || kept !== receipts || agreeing !== receipts)
    say(`${receipts} receipts, ${kept} payloads, ${events} events, of which ${agreeing} agree`);
  if (gaps !== 0) say(`${gaps} numbers of events left out`);
  await db.close();
  return wrong;
}

interface Expected {
  readonly state: string;
  readonly fact: Signal;
  readonly resolution: Signal | null;
}

/** As one who was never interrupted would have them. */
function expectedSignals(payloads: readonly string[]): Map<string, Expected> {
  const expected = new Map<string, Expected>();
  for (const body of payloads) {
    const { signals } = translate(
      {
        bytes: Buffer.from(body),
        contentType: "application/x-ndjson",
        headers: {},
        name: "/v1/signals/readings",
        stated: {},
        receivedAt: new Date().toISOString(),
      },
      {},
    );
    for (const { signal } of signals) {
      const id = signalId(signal.source, signal.id);
      const known = expected.get(id);
      const resolution = signal.state === "resolved" ? signal : (known?.resolution ?? null);
      const fact = signal.state === "resolved" ? (known?.fact ?? signal) : signal;
      expected.set(id, { state: resolution === null ? signal.state : "resolved", fact, resolution });
    }
  }
  return expected;
}

/** JSON with keys in one order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

import { createHash } from "node:crypto";
import type { Portfolio } from "../../src/contract/portfolio.ts";
import { createApp } from "../../src/http/app.ts";
import type { Doors } from "../../src/http/doors.ts";
import { AnnualLosses } from "../../src/register/figures/annual-losses.ts";
import { openLiveRegister } from "../../src/register/figures/live-register.ts";
import { lossEngineInPlace } from "../../src/register/figures/loss-engine.ts";
import { localOperator } from "../../src/register/local-operator.ts";
import { applyPortfolio } from "../../src/register/portfolio/apply-portfolio.ts";
import { actorOfToken } from "../../src/register/token/actor-of-token.ts";
import type { Database } from "../../src/store/database.ts";
import { DecisionThreads } from "../../src/work/decisions/decision-threads.ts";
import { DecisionsReceived } from "../../src/work/decisions/decisions-received.ts";
import { SignalIntake } from "../../src/work/signal/signal-intake.ts";
import type { DatabaseTarget } from "./database.ts";
import { openOn } from "./register.ts";

/** The HTTP surface on a database of this test run, asked without a port and with a clock that the test sets. */
export interface Api {
  readonly db: Database;
  /** What every request is dated with. */
  now: Date;
  /** Lines that the server logged: what it did not foresee. */
  readonly logged: readonly string[];
  /** For tests that need a socket. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
  ask(method: string, path: string, options?: AskOptions): Promise<Answer>;
  get(path: string, headers?: Headers): Promise<Answer>;
  apply(portfolio: Portfolio): Promise<void>;
  close(): Promise<void>;
}

type Headers = Readonly<Record<string, string>>;

interface AskOptions {
  readonly headers?: Headers;
  readonly json?: unknown;
  readonly yaml?: string | Uint8Array;
  readonly body?: string | Uint8Array;
  /** Sent as If-Match, in quotes. */
  readonly version?: number;
}

interface Answer {
  readonly status: number;
  readonly headers: globalThis.Headers;
  /** The body; empty for a stream of events, which has no end. */
  readonly text: string;
  /** The body as JSON; undefined where it is something else. */
  // biome-ignore lint/suspicious/noExplicitAny: the contract's schemas say what it is
  readonly json: any;
}

export async function openApi(
  target: DatabaseTarget,
  { at = "2026-11-20T09:00:00Z", doors }: { at?: string; doors?: Partial<Doors> } = {},
): Promise<Api> {
  const logged: string[] = [];
  const db = await openOn(target, new Date(at));
  const live = await openLiveRegister(db, new Date(at));
  const auditThreads = new DecisionThreads();
  const decisions = new DecisionsReceived(auditThreads);
  const signals = new SignalIntake({ db, live, now: () => api.now });
  const api: Api = {
    db,
    now: new Date(at),
    logged,
    fetch: (request) => app.fetch(request),
    async ask(method, path, { headers = {}, json, yaml, body, version } = {}) {
      const sent = json === undefined ? (yaml ?? body) : JSON.stringify(json);
      const sentType = json === undefined ? (yaml === undefined ? undefined : "application/yaml") : "application/json";
      const response = await app.request(`http://127.0.0.1:4180${path}`, {
        method,
        headers: {
          host: "127.0.0.1:4180",
          ...(sentType === undefined ? {} : { "content-type": sentType }),
          ...(version === undefined ? {} : { "if-match": `"${version}"` }),
          ...headers,
        },
        ...(sent === undefined ? {} : { body: sent as BodyInit }),
      });
      const type = response.headers.get("content-type") ?? "";
      const isEndless = type.startsWith("text/event-stream");
      const text = isEndless ? "" : await response.text();
      if (isEndless) await response.body?.cancel();
      const isJson = /json/.test(type);
      return {
        status: response.status,
        headers: response.headers,
        text,
        json: isJson && text !== "" ? JSON.parse(text) : undefined,
      };
    },
    get: (path, headers = {}) => api.ask("GET", path, { headers }),
    async apply(portfolio) {
      const fileHash = createHash("sha256").update(JSON.stringify(portfolio)).digest("hex");
      await applyPortfolio({ db, actor: localOperator, now: api.now }, { portfolio, fileHash, missing: "leave" });
    },
    async close() {
      await auditThreads.close();
      await decisions.close();
      await signals.close();
      await live.close();
      await db.close();
    },
  };
  const app = createApp(
    {
      db,
      live,
      losses: new AnnualLosses(lossEngineInPlace),
      decisions,
      auditThreads,
      signals,
      now: () => api.now,
      startedAs: "test",
      version: "0.0.0",
      example: false,
      doors: {
        openTo: "this-machine",
        allowedHosts: [],
        actorOf: (token) => actorOfToken(db, token, api.now),
        ...doors,
      },
      log: (line) => logged.push(line),
    },
    { pages: "/nowhere" },
  );
  return api;
}

import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createApp } from "./http/app.ts";
import { doorsFor } from "./http/doors.ts";
import { listen } from "./http/listen.ts";
import { AnnualLosses } from "./register/figures/annual-losses.ts";
import { openLiveRegister } from "./register/figures/live-register.ts";
import { openRegister } from "./register/open-register.ts";
import { DecisionThreads } from "./work/decisions/decision-threads.ts";
import { DecisionsReceived } from "./work/decisions/decisions-received.ts";
import { seedExample } from "./work/example/seed-example.ts";
import { startJobs } from "./work/jobs.ts";
import { enqueueRawRetention, rawRetention, rawRetentionHandler } from "./work/signal/raw-retention.ts";
import { SignalIntake } from "./work/signal/signal-intake.ts";
import { startAssigningWaiting } from "./work/signal/waiting-assignment.ts";
import { ThreadedLosses } from "./work/threaded-losses.ts";

export interface ServeOptions {
  readonly place: { readonly dataDir: string } | { readonly url: string };
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Names besides the host under which the server may be asked. */
  readonly allowedHosts: readonly string[];
  /** Whether an empty register is filled with the invented example. */
  readonly example: "seeded" | "none";
  /** With one, MLflow's webhooks count only if it signed them. */
  readonly mlflowSecrets?: readonly string[];
  readonly log: (line: string) => void;
}

export interface RunningServer {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Opens the store, brings the example if asked to, mounts the doors, and answers once it listens. */
export async function startServer(options: ServeOptions): Promise<RunningServer> {
  const now = () => new Date();
  const db = await openRegister(options.place, { now: now() });
  try {
    const doors = await doorsFor(options, { db, now });
    if (options.example === "seeded") await seedExample(db, { now: now() });
    const live = await openLiveRegister(db, now());
    const threads = new ThreadedLosses();
    const auditThreads = new DecisionThreads();
    const decisions = new DecisionsReceived(auditThreads);
    const signals = new SignalIntake({ db, live, now, mlflowSecrets: options.mlflowSecrets });
    const startedAs = randomUUID();
    const app = createApp(
      {
        db,
        live,
        losses: new AnnualLosses(threads),
        decisions,
        auditThreads,
        signals,
        now,
        startedAs,
        version: programVersion(),
        example: options.example === "seeded",
        doors,
        log: options.log,
      },
      { pages: fileURLToPath(new URL("../dist/web", import.meta.url)) },
    );
    const server = await listen(app, options);
    await db.announce(server.address);
    const assigning = startAssigningWaiting({ db, live, now, log: options.log });
    await enqueueRawRetention(db, now());
    const handlers = { [rawRetention]: rawRetentionHandler({ now }) };
    const jobs = startJobs({ db, handlers, worker: startedAs, now, log: options.log });
    return {
      address: server.address,
      async stop() {
        await server.stop();
        await jobs.stop();
        await assigning.stop();
        await signals.close();
        await live.close();
        await threads.close();
        await auditThreads.close();
        await decisions.close();
        await db.close();
      },
    };
  } catch (error) {
    await db.close();
    throw error;
  }
}

function programVersion(): string {
  return JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;
}

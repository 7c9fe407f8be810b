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
    const app = createApp(
      {
        db,
        live,
        losses: new AnnualLosses(threads),
        decisions,
        auditThreads,
        now,
        startedAs: randomUUID(),
        version: programVersion(),
        example: options.example === "seeded",
        doors,
        log: options.log,
      },
      { pages: fileURLToPath(new URL("../dist/web", import.meta.url)) },
    );
    const server = await listen(app, options);
    await db.announce(server.address);
    return {
      address: server.address,
      async stop() {
        await server.stop();
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

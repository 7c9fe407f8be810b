import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { Failure } from "./contract/failure.ts";
import { createApp } from "./http/app.ts";
import type { Doors } from "./http/services.ts";
import { AnnualLosses } from "./register/figures/annual-losses.ts";
import { openLiveRegister } from "./register/figures/live-register.ts";
import { localOperator } from "./register/local-operator.ts";
import { openRegister } from "./register/open-register.ts";
import { actorOfToken } from "./register/token/actor-of-token.ts";
import { listTokens } from "./register/token/list-tokens.ts";
import type { Database } from "./store/database.ts";
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

const loopbackHosts = new Set(["127.0.0.1", "::1", "localhost"]);

/** Opens the store, brings the example if asked to, mounts the doors, and answers once it listens. */
export async function startServer(options: ServeOptions): Promise<RunningServer> {
  const now = () => new Date();
  const db = await openRegister(options.place, { now: now() });
  try {
    const doors = await doorsOf(options, db, now);
    if (options.example === "seeded") await seedExample(db, { now: now() });
    const live = await openLiveRegister(db, now());
    const threads = new ThreadedLosses();
    const app = createApp(
      {
        db,
        live,
        losses: new AnnualLosses(threads),
        now,
        startedAs: randomUUID(),
        version: programVersion(),
        example: options.example === "seeded",
        doors,
        log: options.log,
      },
      { pages: fileURLToPath(new URL("../dist/web", import.meta.url)) },
    );
    const server = createServer(getRequestListener(app.fetch));
    const address = await listen(server, options);
    await db.announce(address);
    return {
      address,
      async stop() {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
        await live.close();
        await threads.close();
        await db.close();
      },
    };
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** Loopback needs no token until sign-in exists; any other address refuses to open without one. */
async function doorsOf({ host, allowedHosts }: ServeOptions, db: Database, now: () => Date): Promise<Doors> {
  const actorOf = (token: string) => actorOfToken(db, token, now());
  if (loopbackHosts.has(host)) return { openTo: "this-machine", allowedHosts, actorOf };
  const tokens = await listTokens({ db, actor: localOperator, now: now() });
  const isUsable = tokens.some(
    ({ revokedAt, expiresAt }) => revokedAt === null && (expiresAt === null || new Date(expiresAt) > now()),
  );
  if (!isUsable)
    throw new Failure(
      "invalid-input",
      `host ${host}: reachable by others, and no token exists`,
      "make one with plimsoll token create, or listen on 127.0.0.1",
    );
  return { openTo: "token-holders", allowedHosts: [nameInAddress(host), ...allowedHosts], actorOf };
}

/** A host as it stands in an address: IPv6 in brackets. */
function nameInAddress(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

function listen(server: Server, { host, port }: ServeOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Failure("in-use", `port ${port}: taken by another program`, "give another one with --port")
          : error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND" || error.code === "EACCES"
            ? new Failure(
                "invalid-input",
                `${host}:${port}: cannot listen here`,
                "give an address of this machine, and a port above 1023",
              )
            : error,
      ),
    );
    server.listen(port, host, () => {
      const bound = server.address() as AddressInfo;
      resolve(`http://${nameInAddress(host)}:${bound.port}`);
    });
  });
}

function programVersion(): string {
  return JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;
}

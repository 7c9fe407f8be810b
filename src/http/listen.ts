import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Failure } from "../contract/failure.ts";

/** A server that listens, and the address under which it answers. */
export interface Listening {
  readonly address: string;
  /** Ends open connections, the event streams among them. */
  readonly stop: () => Promise<void>;
}

/** Answers requests on a host and a port; port 0 takes any free one. */
export async function listen(
  app: { readonly fetch: Parameters<typeof getRequestListener>[0] },
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createServer(getRequestListener(app.fetch));
  await bound(server, { host, port });
  return {
    address: `http://${nameInAddress(host)}:${(server.address() as AddressInfo).port}`,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A host as it stands in an address: IPv6 in brackets. */
export function nameInAddress(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

function bound(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(refusalOf(error, { host, port }) ?? error));
    server.listen(port, host, resolve);
  });
}

function refusalOf({ code }: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): Failure | null {
  switch (code) {
    case "EADDRINUSE":
      return new Failure("in-use", `port ${port}: taken by another program`, "give another one with --port");
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EACCES":
      return new Failure(
        "invalid-input",
        `${host}:${port}: cannot listen here`,
        "give an address of this machine, and a port above 1023",
      );
    default:
      return null;
  }
}

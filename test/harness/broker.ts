import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where test files, which run in processes of their own, ask for a database. */
    harnessUrl: string;
  }
}

/**
 * Vitest's global set-up: one Postgres for the whole run, started when the first test file asks for a database and
 * stopped when the run ends, whatever its outcome.
 *
 * `POST /database` answers with the URL of an empty database, `DELETE /database/NAME` drops it with its connections.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<PostgresServer> | undefined;
  let made = 0;

  const administer = async (statement: (client: pg.Client) => string): Promise<string> => {
    server ??= external() ?? startPostgres();
    const { url } = await server;
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(statement(client));
    } finally {
      await client.end();
    }
    return url;
  };

  const broker = createServer((request, response) => {
    const answer = async () => {
      const name =
        request.method === "POST" ? `plimsoll_test_${process.pid}_${made++}` : (request.url ?? "").split("/")[2];
      if (name === undefined) throw new Error(`no such request: ${request.method} ${request.url}`);
      const url = await administer((client) =>
        request.method === "POST"
          ? `CREATE DATABASE ${client.escapeIdentifier(name)}`
          : `DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`,
      );
      return Object.assign(new URL(url), { pathname: `/${name}` }).href;
    };
    answer().then(
      (text) => response.end(text),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => broker.listen(0, "127.0.0.1", resolve));
  project.provide("harnessUrl", `http://127.0.0.1:${(broker.address() as AddressInfo).port}`);

  return async () => {
    broker.close();
    broker.closeAllConnections();
    await server?.then((running) => running.stop()).catch(() => {});
  };
}

/** A server given by hand: where no embedded one exists, or to run the suite on another version of Postgres. */
function external(): Promise<PostgresServer> | undefined {
  const url = process.env.PLIMSOLL_TEST_POSTGRES;
  return url ? Promise.resolve({ url, stop: async () => {} }) : undefined;
}

import type { PGlite } from "@electric-sql/pglite";
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";

/**
 * PGlite as a pool of one connection. PGlite runs statements of all callers on that one connection, so a statement
 * from outside would land inside an open transaction: who wants the connection waits until its holder has released it.
 */
export class PglitePool implements PostgresPool {
  readonly #database: PGlite;
  #last: Promise<void> = Promise.resolve();

  constructor(database: PGlite) {
    this.#database = database;
  }

  async connect(): Promise<PostgresPoolClient> {
    const before = this.#last;
    let release = () => {};
    this.#last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    const query = async <R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> => {
      const { rows, affectedRows, command } = await this.#database.query<R>(sql, [...parameters]);
      return {
        command: (command ?? "SELECT").split(" ")[0] as PostgresQueryResult<R>["command"],
        rowCount: affectedRows ?? rows.length,
        rows,
      };
    };
    return { query: query as PostgresPoolClient["query"], release };
  }

  /** Runs `work` while nobody else holds the connection. */
  async alone<T>(work: (database: PGlite) => Promise<T>): Promise<T> {
    const client = await this.connect();
    try {
      return await work(this.#database);
    } finally {
      client.release();
    }
  }

  end(): Promise<void> {
    return this.alone((database) => database.close());
  }
}

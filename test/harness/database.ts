import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe } from "vitest";
import { createPostgresDatabase } from "./postgres.ts";

/** Where a store can be opened: PGlite in memory (`dataDir: null`) or in a folder, or a real Postgres. */
export type DatabaseTarget =
  | { readonly kind: "pglite"; readonly dataDir: string | null }
  | { readonly kind: "postgres"; readonly url: string };

export type DatabasePlace = "PGlite in memory" | "PGlite in a folder" | "Postgres";

/**
 * Runs `suite` once on each database. Inside it, `newDatabase()` makes an empty database; close what you open on it
 * in your own `afterAll` or `afterEach`, which run before the database is removed.
 */
export function onBothDatabases(
  title: string,
  suite: (newDatabase: () => Promise<DatabaseTarget>) => void,
  places: readonly DatabasePlace[] = ["PGlite in memory", "PGlite in a folder", "Postgres"],
): void {
  for (const place of places) {
    describe(`${title} (${place})`, () => {
      const removals: (() => Promise<void>)[] = [];
      // Vitest runs afterAll hooks in reverse order, so this one, added first, runs last.
      afterAll(async () => {
        for (const remove of removals.splice(0)) await remove();
      });
      suite(async () => {
        const { target, remove } = await create[place]();
        removals.push(remove);
        return target;
      });
    });
  }
}

const create: Record<DatabasePlace, () => Promise<{ target: DatabaseTarget; remove: () => Promise<void> }>> = {
  "PGlite in memory": async () => ({ target: { kind: "pglite", dataDir: null }, remove: async () => {} }),
  "PGlite in a folder": async () => {
    const folder = await mkdtemp(join(tmpdir(), "plimsoll-pglite-"));
    return {
      // The store makes the last folder itself, as it does for a new user.
      target: { kind: "pglite", dataDir: join(folder, ".plimsoll") },
      remove: () => rm(folder, { recursive: true, force: true }),
    };
  },
  Postgres: async () => {
    const database = await createPostgresDatabase();
    return { target: { kind: "postgres", url: database.url }, remove: database.drop };
  },
};

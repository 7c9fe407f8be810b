import { inject } from "vitest";

export interface PostgresDatabase {
  readonly url: string;
  /** Drops the database and closes whatever is still connected to it. */
  drop(): Promise<void>;
}

/** A new, empty database on the real Postgres of this test run. */
export async function createPostgresDatabase(): Promise<PostgresDatabase> {
  const harness = inject("harnessUrl");
  const url = await ask(`${harness}/database`, "POST");
  return {
    url,
    async drop() {
      await ask(`${harness}/database${new URL(url).pathname}`, "DELETE");
    },
  };
}

async function ask(url: string, method: "POST" | "DELETE"): Promise<string> {
  const response = await fetch(url, { method });
  const text = await response.text();
  if (!response.ok) throw new Error(`no Postgres for this test: ${text}`);
  return text;
}

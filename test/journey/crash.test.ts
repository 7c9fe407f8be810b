import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "vite";
import { beforeAll, expect, it } from "vitest";
import { createRecord } from "../../src/register/record/create-record.ts";
import type { StorePlace } from "../../src/store/open-database.ts";
import { onBothDatabases } from "../harness/database.ts";
import { contextOf, openOn, placeOf } from "../harness/register.ts";
import { repository } from "../harness/repository.ts";
import type { ChangeKind, Progress } from "./crash-writer.ts";
import { seededRandom } from "./seeded-random.ts";

const kills = 50;
/** Beside the program's own output, where the paths that are relative to a module lead to the same places. */
const built = join(repository, "dist/journey");
const writer = join(built, "crash-writer.js");

// Each of the hundred processes starts three times faster from one file than from the sources through tsx.
beforeAll(async () => {
  const ssr = join(repository, "test/journey/crash-writer.ts");
  await build({ configFile: false, logLevel: "error", build: { ssr, outDir: built, target: "node20" } });
});

onBothDatabases(
  "kill -9",
  (newDatabase) => {
    it(`at ${kills} random moments of apply and of edits: each change wholly there or wholly absent`, async () => {
      const target = await newDatabase();
      const db = await openOn(target);
      const ctx = contextOf(db);
      await createRecord(ctx, "dependency", { id: "edited", kind: "model", name: "change 0" });
      await createRecord(ctx, "system", { id: "kept", name: "Kept" });
      const risk = { id: "assessed", system: "kept", category: "data", event: "E", owner: "mara", name: "Assessed" };
      await createRecord(ctx, "risk", risk);
      await db.close();

      const random = seededRandom(20_261_120);
      let progress: Progress = {
        apply: { acknowledged: 0, attempted: 0 },
        edit: { acknowledged: 0, attempted: 0 },
        assess: { acknowledged: 0, attempted: 0 },
        audit: { acknowledged: 0, attempted: 0 },
      };
      const place = placeOf(target);
      let cutShort = 0;
      for (let kill = 0; kill < kills; kill++) {
        // One in ten dies while it opens the database, the others after a while of writing.
        const moment = kill % 10 === 9 ? { fromStartMs: 200 + random() * 500 } : { fromVerifiedMs: random() * 150 };
        progress = await runUntilKilled({ place, progress, seed: kill + 1, until: "killed" }, moment);
        cutShort += Object.values(progress).filter(({ acknowledged, attempted }) => acknowledged < attempted).length;
      }
      await runUntilKilled({ place, progress, seed: 0, until: "verified" }, null);
      expect(cutShort, "kills in the midst of a change").toBeGreaterThan(kills / 2);
    }, 170_000);
  },
  ["PGlite in a folder", "Postgres"],
);

interface Run {
  readonly place: StorePlace;
  readonly progress: Progress;
  readonly seed: number;
  readonly until: "killed" | "verified";
}

/** Starts a writer, kills it at the moment, and answers what it acknowledged and attempted until then. */
function runUntilKilled(
  run: Run,
  moment: { readonly fromStartMs: number } | { readonly fromVerifiedMs: number } | null,
): Promise<Progress> {
  return new Promise((resolve, reject) => {
    const progress = structuredClone(run.progress);
    const child = spawn(process.execPath, [writer, JSON.stringify(run)]);
    const killAfter = (ms: number) => setTimeout(() => child.kill("SIGKILL"), ms);
    if (moment !== null && "fromStartMs" in moment) killAfter(moment.fromStartMs);
    let stderr = "";
    let rest = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop()!;
      for (const line of lines) {
        const said = JSON.parse(line) as
          | { verified: Progress }
          | { try: ChangeKind; n: number }
          | { done: ChangeKind; n: number };
        if ("verified" in said) {
          Object.assign(progress, said.verified);
          if (moment !== null && "fromVerifiedMs" in moment) killAfter(moment.fromVerifiedMs);
        } else if ("try" in said) progress[said.try].attempted = said.n;
        else progress[said.done].acknowledged = said.n;
      }
    });
    child.once("close", (code, signal) => {
      const asMeant = moment === null ? code === 0 : signal === "SIGKILL";
      if (asMeant) resolve(progress);
      else reject(new Error(`the writer ended with ${code ?? signal}: ${stderr}`));
    });
  });
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { onBothDatabases } from "../harness/database.ts";
import { placeOf } from "../harness/register.ts";
import { loadWithKills } from "./signal-load.ts";

/** More of both in a run of its own: PLIMSOLL_KILLS=50 PLIMSOLL_LOAD=200000 npx vitest run test/journey/signals */
const kills = Number(process.env.PLIMSOLL_KILLS ?? 3);
const signals = Number(process.env.PLIMSOLL_LOAD ?? 6000);

onBothDatabases(
  "a load of signals",
  (newDatabase) => {
    const cwd = mkdtempSync(join(tmpdir(), "plimsoll-load-"));
    afterAll(() => rmSync(cwd, { recursive: true, force: true }));

    it(`killed ${kills} times: every acknowledged signal is there, none twice`, { timeout: 7_200_000 }, async () => {
      const target = await newDatabase();
      const reached =
        target.kind === "postgres"
          ? { args: [], env: { DATABASE_URL: target.url } }
          : { args: ["--data", target.dataDir!], env: {} };
      const { cutOff, duplicates, wrong } = await loadWithKills({
        place: placeOf(target),
        ...reached,
        cwd,
        signals,
        kills,
        seed: 20_261_121,
      });
      expect(wrong).toEqual([]);
      // The kills hit payloads on their way, some of them stored and not yet answered.
      expect(cutOff).toBeGreaterThanOrEqual(kills);
      process.stdout.write(
        `${signals} signals, ${kills} kills: ${cutOff} payloads cut off, ${duplicates} stored unanswered\n`,
      );
    });
  },
  ["PGlite in a folder", "Postgres"],
);

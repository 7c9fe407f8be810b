import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { auditCommand } from "../../src/cli/audit/audit.ts";
import { run } from "../../src/cli/run.ts";

/** A folder for the files of one test file, and the command that audits them. */
export function auditedFiles() {
  const place = { folder: "" };
  beforeAll(async () => {
    place.folder = await mkdtemp(join(tmpdir(), "plimsoll-audit-"));
  });
  afterAll(() => rm(place.folder, { recursive: true }));
  return {
    place,
    async file(name: string, content: string | Uint8Array): Promise<string> {
      const path = join(place.folder, name);
      await writeFile(path, content);
      return path;
    },
    plimsoll: (...args: string[]) => run(["audit", ...args], [auditCommand]),
  };
}

/** Of 100 women 8 are hired, of 100 men 26; every tenth has no race. */
export const hiring = ["sex,race,dept,hired"]
  .concat(
    Array.from({ length: 200 }, (_, k) => {
      const isMan = k >= 100;
      const race = k % 10 === 0 ? "" : k % 3 === 0 ? "a" : "b";
      return `${isMan ? "male" : "female"},${race},${k % 2 === 0 ? "x" : "y"},${k % 100 < (isMan ? 26 : 8) ? 1 : 0}`;
    }),
  )
  .join("\n");

import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pgliteTemplate } from "./pglite-template.ts";
import { unpackTar } from "./unpack-tar.ts";

describe("unpackTar", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "plimsoll-tar-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("gives the files and folders of a database, empty folders included", async () => {
    await unpackTar(await pgliteTemplate(), folder);
    expect(await readFile(join(folder, "PG_VERSION"), "utf8")).toBe("18\n");
    expect((await readFile(join(folder, "pg_wal/000000010000000000000001"))).length).toBe(16 * 1024 * 1024);
    expect(await readdir(join(folder, "pg_notify"))).toEqual([]);
  });

  it("refuses a tar that is cut in the midst of a file", async () => {
    const tar = await pgliteTemplate();
    await expect(unpackTar(tar.subarray(0, 1_000_000), folder)).rejects.toThrow(/^tar: entry .+ is cut$/);
    expect(await readdir(folder)).not.toContain("PG_VERSION");
  });
});

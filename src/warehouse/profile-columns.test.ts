import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openFile } from "./file-source.ts";
import { profileColumns } from "./profile-columns.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-profile-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("kind, missing and distinct values, with their rows, the most frequent first", async () => {
  const path = join(folder, "a.csv");
  await writeFile(path, "sex,age,score,note\nf,30,0.5,\n m ,41,1,?\nm,30,.25,<b>\nf ,30,0,x\n,30,0.5,7\nm,,0.5,\n");
  const source = await openFile(path);
  try {
    const all = await profileColumns(source, ["?"]);
    expect(all.map(({ name, kind, rows }) => [name, kind, rows])).toEqual(
      ["sex", "age", "score", "note"].map((name) => [name, "text", 6]),
    );
    expect(all.map(({ missing, distinct, numbers }) => [missing, distinct, numbers])).toEqual([
      [1, 2, "none"],
      [1, 2, "any"],
      [0, 4, "from-zero-to-one"],
      [3, 3, "none"],
    ]);
    expect(all[0]!.values).toEqual([
      { value: "m", rows: 3 },
      { value: "f", rows: 2 },
    ]);
    expect(await profileColumns(source, ["?"], {}, ["score", "age"])).toEqual([all[1], all[2]]);
    expect(await profileColumns(source, [], {}, [])).toEqual([]);
  } finally {
    await source.close();
  }
});

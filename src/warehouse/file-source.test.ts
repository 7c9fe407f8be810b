import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rowsOfCube } from "../engine/fairness/cube/decision-cube.ts";
import { countDecisions } from "./count-decisions.ts";
import type { CountQuestion } from "./count-question.ts";
import { openFile } from "./file-source.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-files-"));
});
afterAll(() => rm(folder, { recursive: true }));

const question: CountQuestion = {
  attributes: ["sex"],
  controls: [],
  decision: { column: "hired" },
  task: { kind: "classification", positiveLabel: "1" },
  missing: [],
};

async function rowsIn(name: string, content: string | Uint8Array): Promise<number> {
  await writeFile(join(folder, name), content);
  const source = await openFile(join(folder, name));
  try {
    return rowsOfCube(await countDecisions(source, question));
  } finally {
    await source.close();
  }
}

test("packed files, and names that would match several", async () => {
  const csv = "sex,hired\nf,1\nm,0\nm,0\n";
  await rowsIn("a1.csv", csv);
  expect(await rowsIn("a[1-9]*.csv", csv)).toBe(3);
  expect(await rowsIn("b'c.csv", csv)).toBe(3);
  expect(await rowsIn("d.csv.gz", gzipSync(csv))).toBe(3);
  expect(await rowsIn("e.ndjson.gz", gzipSync('{"sex":"f","hired":true}\n'))).toBe(1);
  expect(await rowsIn("f.tsv", csv.replaceAll(",", "\t"))).toBe(3);
  await expect(rowsIn("g.csv.gz", csv)).rejects.toMatchObject({
    mistakes: [{ what: "it is damaged, or not packed by gzip" }],
  });
});

test("a count that is stopped says so, and leaves nothing behind", async () => {
  const lines = Array.from({ length: 400_000 }, (_, k) => `g${k},${k % 2}`);
  await writeFile(join(folder, "long.csv"), `sex,hired\n${lines.join("\n")}\n`);
  const before = await countingFolders();
  const source = await openFile(join(folder, "long.csv"));
  const stopping = new AbortController();
  const counting = countDecisions(source, question, { signal: stopping.signal });
  setImmediate(() => stopping.abort());
  await expect(counting).rejects.toMatchObject({ code: "cancelled" });
  await source.close();
  expect(await countingFolders()).toEqual(before);
});

async function countingFolders(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith(`plimsoll-count-${process.pid}-`));
}

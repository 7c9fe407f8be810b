import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
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

test.each([
  ["no-ending.csv", gzipSync("sex,hired\nf,1\n"), "the file is packed by gzip"],
  ["sheet.csv", Buffer.from("PK\x03\x04rest"), "the file is a zip archive, such as a spreadsheet"],
  ["blank.csv", "\n\n\n", "no line with the names of columns"],
  ["header.csv", "sex,hired\n", "no row of decisions"],
  ["void.csv", "", "the file is empty"],
  ["nul.csv", "sex,hired\nf\u0000,1\n", "the file holds bytes that are no text"],
])("%s is refused: it says why", async (name, content, what) => {
  await expect(rowsIn(name, content)).rejects.toMatchObject({ code: "invalid-input", mistakes: [{ what }] });
});

test("a Parquet file that ends too early, or whose middle is something else, is refused", async () => {
  const source = await openFile(await parquet());
  const lines = [];
  for await (const batch of source.batches(`SELECT count(*) FROM ${source.relation}`)) lines.push(...batch);
  await source.close();
  expect(lines).toEqual([[50_000n]]);
  const whole = await readFile(await parquet());
  const holed = Buffer.from(whole);
  holed.fill(0xff, 4, 400);
  for (const [name, bytes] of [
    ["cut.parquet", whole.subarray(0, whole.length / 2)],
    ["tail.parquet", whole.subarray(0, -4)],
    ["holed.parquet", holed],
  ] as const) {
    await expect(rowsIn(name, bytes), name).rejects.toMatchObject({
      mistakes: [{ remedy: "write it again" }],
    });
  }
});

test("ten thousand groups are counted, each by itself", async () => {
  const lines = Array.from({ length: 30_000 }, (_, k) => `<b>g${k % 10_000}</b>,${k % 2}`);
  await writeFile(join(folder, "many.csv"), `sex,hired\n${lines.join("\n")}\n`);
  const source = await openFile(join(folder, "many.csv"));
  try {
    const cube = await countDecisions(source, question);
    expect(cube.dimensions[0]!.values).toHaveLength(10_000);
    expect(cube.dimensions[0]!.values[0]).toBe("<b>g0</b>");
    expect(cube.n).toEqual(new Float64Array(10_000).fill(3));
  } finally {
    await source.close();
  }
});

async function parquet(): Promise<string> {
  const path = join(folder, "made.parquet");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(
    `COPY (SELECT 'g' || (i * 7919) % 977 AS sex, (i * 31) % 2 AS hired FROM range(50000) AS t(i)) TO '${path}' (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  return path;
}

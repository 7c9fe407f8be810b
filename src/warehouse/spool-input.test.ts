import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { spoolInput } from "./spool-input.ts";

test.each([
  ["sex,hired\nf,1\n", ".csv"],
  ['\ufeff{"sex":"f"}\n', ".ndjson"],
  [' [{"sex":"f"}]', ".json"],
  ["PAR1....", ".parquet"],
  [gzipSync('{"sex":"f"}\n'), ".ndjson.gz"],
  ["", ".csv"],
])("what comes in as %j is a file that ends in %s, and gone when it is removed", async (content, ending) => {
  const { path, remove } = await spoolInput(Readable.from([Buffer.from(content)]));
  expect(path.endsWith(`input${ending}`)).toBe(true);
  expect(await readFile(path)).toEqual(Buffer.from(content));
  await remove();
  await expect(readFile(path)).rejects.toThrow("ENOENT");
});

test("stopped, or broken off, nothing is left", async () => {
  const before = await folders();
  const stopping = new AbortController();
  async function* endless() {
    for (let k = 0; ; k++) {
      if (k === 20) stopping.abort();
      yield "sex,hired\n";
      await new Promise(setImmediate);
    }
  }
  await expect(spoolInput(Readable.from(endless()), stopping.signal)).rejects.toMatchObject({ code: "cancelled" });
  const broken = new Readable({
    read() {
      this.destroy(new Error("the pipe broke"));
    },
  });
  await expect(spoolInput(broken)).rejects.toThrow("the pipe broke");
  expect(await folders()).toEqual(before);
});

async function folders(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith(`plimsoll-input-${process.pid}-`));
}

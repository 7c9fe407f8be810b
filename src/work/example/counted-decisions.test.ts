import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cubeColumns } from "../../engine/fairness/cube/cube-columns.ts";
import { countDecisions } from "../../warehouse/count-decisions.ts";
import { openFile } from "../../warehouse/file-source.ts";
import { profileColumns } from "../../warehouse/profile-columns.ts";
import { resolveMapping } from "../../warehouse/resolve-mapping.ts";
import { countedDecisions } from "./counted-decisions.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-counted-"));
});
afterAll(() => rm(folder, { recursive: true }));

it("is the cube that counting the rows one by one gives", async () => {
  const mapping = { protected: ["sex"], control: ["ageBand"], label: "suitable", decision: "advanced", score: "score" };
  const counts = await readFile(new URL("../../../examples/northwind/audits/screening.csv", import.meta.url), "utf8");
  const [header, ...lines] = counts.trimEnd().split("\n");
  const rows = lines.flatMap((line) => {
    const [, row, times] = /^(.*),(\d+)$/.exec(line)!;
    return Array.from({ length: Number(times) }, () => row);
  });
  const path = join(folder, "rows.csv");
  await writeFile(path, `${header!.replace(/,rows$/, "")}\n${rows.join("\n")}\n`);
  const source = await openFile(path);
  try {
    const { question } = resolveMapping(source, mapping, await profileColumns(source, []));
    const counted = await countDecisions(source, question);
    expect(cubeColumns(countedDecisions(counts, mapping))).toEqual(cubeColumns(counted));
  } finally {
    await source.close();
  }
});

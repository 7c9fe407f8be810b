import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { capturedOutput } from "../../test/harness/captured-output.ts";
import { matrixReport } from "../contract/matrix-report.ts";
import { matrixCommand } from "./matrix.ts";
import { run } from "./run.ts";

const northwind = fileURLToPath(new URL("../../examples/northwind/plimsoll.yaml", import.meta.url));
const written = capturedOutput();
const plimsoll = (...args: string[]) => run(["matrix", "check", ...args], [matrixCommand]);

afterEach(() => {
  process.exitCode = undefined;
});

test("a sound matrix ends with 0, and says which cells its floor raised", async () => {
  expect(await plimsoll(northwind)).toBe(0);
  expect(written.stdout).toContain("weak consistency      holds");
  expect(written.stdout).toContain("By the severity floor, on purpose:");
  expect(written.stdout.trimEnd().endsWith("nothing found")).toBe(true);
});

test("an unsound one ends with 1 and proposes another", async () => {
  const folder = await mkdtemp(join(tmpdir(), "plimsoll-matrix-"));
  try {
    const file = join(folder, "matrix.yaml");
    await writeFile(
      file,
      "scale:\n  bands:\n    - [low, low, low, low, critical]\n    - [low, low, low, medium, critical]\n    - [low, low, medium, high, critical]\n    - [low, medium, high, high, critical]\n    - [low, medium, high, critical, critical]\n",
    );
    expect(await plimsoll(file, "--json")).toBe(1);
    const report = matrixReport.strict().parse(JSON.parse(written.stdout));
    expect(report.axioms).toMatchObject({ weakConsistency: "broken", betweenness: "broken" });
    expect(report.proposal!.changed).toBeGreaterThan(0);
    written.stdout = "";
    expect(await plimsoll(file)).toBe(1);
    expect(written.stdout).toContain("Bands that are sound");
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a file that is not there is refused", async () => {
  expect(await plimsoll("nowhere.yaml")).toBe(2);
  expect(written.stdout).toBe("");
});

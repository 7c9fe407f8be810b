import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repository } from "./repository.ts";

const file = (...statuses: string[]) => ({
  status: statuses.includes("failed") || statuses.length === 0 ? "failed" : "passed",
  assertionResults: statuses.map((status) => ({ status })),
});

it.each([
  ["all passed", { testResults: [file("passed", "passed"), file("passed")] }, 0, "3 passed, 0 failed", 0],
  ["one failed", { testResults: [file("passed", "failed")] }, 1, "1 passed, 1 failed", 1],
  ["a file did not load", { testResults: [file("passed"), file()] }, 1, "1 passed, 1 failed", 1],
  ["the run failed beside its tests", { testResults: [file("passed")] }, 1, "1 passed, 1 failed", 1],
  ["no test ran", { testResults: [] }, 0, "0 passed, 1 failed", 1],
  ["only skipped ones", { testResults: [file("skipped")] }, 0, "0 passed, 1 failed", 1],
  ["the build failed before", null, 2, "0 passed, 1 failed", 1],
])("the last line of CI when %s", (_, report, exitCode, line, status) => {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-count-"));
  const path = join(folder, "report.json");
  writeFileSync(path, report ? JSON.stringify(report) : "");
  const run = spawnSync(process.execPath, [join(repository, ".ci/count.js"), path, String(exitCode)], {
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true });
  expect(run.stdout).toBe(`${line}\n`);
  expect(run.status).toBe(status);
});

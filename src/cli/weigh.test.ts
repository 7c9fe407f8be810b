import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { capturedOutput } from "../../test/harness/captured-output.ts";
import { weighReport } from "../contract/weigh-report.ts";
import { run } from "./run.ts";
import { weighCommand } from "./weigh.ts";

const moderation = fileURLToPath(new URL("../../examples/moderation-weights/weigh.yaml", import.meta.url));
const written = capturedOutput();
const plimsoll = (...args: string[]) => run(["weigh", ...args], [weighCommand]);

afterEach(() => {
  process.exitCode = undefined;
});

test("--json prints one report, the same for the same seed", async () => {
  expect(await plimsoll(moderation, "--json")).toBe(0);
  const first = written.stdout;
  expect(weighReport.strict().parse(JSON.parse(first)).scenarios[0]!.id).toBe("dialect-removed");
  written.stdout = "";
  expect(await plimsoll(moderation, "--json", "--seed", "1")).toBe(0);
  expect(written.stdout).toBe(first);
});

test("--gate ends with 1 while something is to be tested; without it the command ends with 0", async () => {
  expect(await plimsoll(moderation, "--gate")).toBe(1);
  expect(written.stdout).toContain("gate 0.3: open, to be tested: dialect-removed,");
});

test("--page is one page of Markdown, with what to test and who does", async () => {
  expect(await plimsoll(moderation, "--page")).toBe(0);
  expect(written.stdout).toMatch(/^# Test this first: Automatic moderation of comments\n/);
  expect(written.stdout).toContain("The gate at 0.3 is open: 6 of 9 scenarios may reach it and are untested.");
  expect(written.stdout).toContain("No score: nobody has rated Free expression.");
  expect(written.stdout).toContain("**Test:** nobody has said how; agree on a test");
  expect(written.stdout.split("\n").length).toBeLessThan(66);
});

test("weights that are not there are refused", async () => {
  expect(await plimsoll(moderation, "--weights", "2020")).toBe(2);
  expect(written.stderr).toContain("no weights of version 2020; ask for one of 2026-06, 2026-10");
});

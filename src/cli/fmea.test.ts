import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { capturedOutput } from "../../test/harness/captured-output.ts";
import { fmeaReport } from "../contract/fmea-report.ts";
import { fmeaCommand } from "./fmea.ts";
import { run } from "./run.ts";

const assistant = fileURLToPath(new URL("../../examples/llm-assistant-fmea/fmea.yaml", import.meta.url));
const written = capturedOutput();
const plimsoll = (...args: string[]) => run(["fmea", ...args], [fmeaCommand]);

test("--json prints one report; what is unsure stands on stderr", async () => {
  expect(await plimsoll(assistant, "--json")).toBe(0);
  const report = fmeaReport.strict().parse(JSON.parse(written.stdout));
  expect(report.modes.find(({ rank }) => rank === 1)!.id).toBe("follows-hidden-instructions");
  expect(written.stderr).toContain("leaks-account-data: priority low is only");
});

test("a person reads the most urgent first", async () => {
  expect(await plimsoll(assistant)).toBe(0);
  const lines = written.stdout.trimEnd().split("\n");
  expect(lines[1]).toMatch(/^ +1 +follows-hidden-instructions +9 +4 +3 +108 +high/);
  expect(lines.at(-1)).toBe("6 failure modes: 3 high, 1 medium, 2 low");
});

test("a file that is not there is refused", async () => {
  expect(await plimsoll("nowhere.yaml")).toBe(2);
  expect(written.stdout).toBe("");
});

import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { capturedOutput } from "../../test/harness/captured-output.ts";
import { factorsReport } from "../contract/factors-report.ts";
import { factorsCommand } from "./factors.ts";
import { run } from "./run.ts";

const assistant = fileURLToPath(new URL("../../examples/llm-factors/factors.yaml", import.meta.url));
const written = capturedOutput();
const plimsoll = (...args: string[]) => run(["factors", ...args], [factorsCommand]);

test("a person reads the tree with what each factor brings; --json prints one report", async () => {
  expect(await plimsoll(assistant)).toBe(0);
  expect(written.stdout).toMatch(/ {2}Guardrail effectiveness +0\.26 +0\.21 to 0\.31 +33 % +0\.09 +148 of 200 counted/);
  written.stdout = "";
  expect(await plimsoll(assistant, "--json")).toBe(0);
  expect(factorsReport.strict().parse(JSON.parse(written.stdout)).likelihood.level).toBe(3);
});

test("a file that is not there is refused", async () => {
  expect(await plimsoll("nowhere.yaml")).toBe(2);
  expect(written.stdout).toBe("");
});

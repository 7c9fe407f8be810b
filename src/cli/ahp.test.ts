import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { capturedOutput } from "../../test/harness/captured-output.ts";
import { ahpReport } from "../contract/ahp-report.ts";
import { ahpCommand } from "./ahp.ts";
import { run } from "./run.ts";

const harms = fileURLToPath(new URL("../../examples/harm-weights/ahp.yaml", import.meta.url));
const written = capturedOutput();
const plimsoll = (...args: string[]) => run(["ahp", ...args], [ahpCommand]);

test("--json prints one report, the same for the same seed", async () => {
  expect(await plimsoll(harms, "--json")).toBe(0);
  const report = ahpReport.strict().parse(JSON.parse(written.stdout));
  expect(report.weights.map(({ id }) => id)[0]).toBe("physical-safety");
  expect(report.randomIndex).toEqual({ table: "alonso-lamata", value: 1.2479 });
  expect(report.consistencyRatio).toBeCloseTo(report.consistencyIndex / 1.2479, 15);
  const first = written.stdout;
  written.stdout = "";
  expect(await plimsoll(harms, "--json", "--seed", "1")).toBe(0);
  expect(written.stdout).toBe(first);
});

test.each([
  ["saaty-1980", 1.24],
  ["saaty-2005", 1.25],
  ["donegan-dodd", 1.1797],
])("--random-index %s divides by its own value", async (table, value) => {
  expect(await plimsoll(harms, "--json", "--random-index", table)).toBe(0);
  expect(ahpReport.parse(JSON.parse(written.stdout)).randomIndex).toEqual({ table, value });
});

test("a person reads the heaviest first", async () => {
  expect(await plimsoll(harms)).toBe(0);
  expect(written.stdout.split("\n")[1]).toMatch(/^physical-safety +0\.4209 +100 %$/);
  expect(written.stdout).toContain("λ 6.130480");
});

test("an unknown table and a file that is not there are refused", async () => {
  expect(await plimsoll(harms, "--random-index", "saaty")).toBe(2);
  expect(await plimsoll("nowhere.yaml")).toBe(2);
  expect(written.stdout).toBe("");
});

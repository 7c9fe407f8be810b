import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { capturedOutput } from "../../test/harness/captured-output.ts";
import { quantificationReport } from "../contract/decision-figures.ts";
import { scoreReport } from "../contract/score-report.ts";
import { quantifyCommand } from "./quantify.ts";
import { run } from "./run.ts";
import { scoreCommand } from "./score.ts";

const northwind = fileURLToPath(new URL("../../examples/northwind/plimsoll.yaml", import.meta.url));
const written = capturedOutput();

const plimsoll = (...args: string[]) => run(args, [scoreCommand, quantifyCommand]);

describe("plimsoll score", () => {
  test("--json prints a score report and nothing else; findings stand on written.stderr at their line", async () => {
    expect(await plimsoll("score", northwind, "--json")).toBe(0);
    const report = scoreReport.parse(JSON.parse(written.stdout));
    expect(report.by).toBe("residual");
    for (const { risk, message } of report.findings) {
      expect(written.stderr).toMatch(new RegExp(`plimsoll\\.yaml:\\d+:\\d+: warning: risk ${risk}: `));
      expect(written.stderr).toContain(message.slice(0, 40));
    }
  });

  test("prints every risk for a person, by rank, with the status of its line", async () => {
    expect(await plimsoll("score", northwind, "--by", "inherent")).toBe(0);
    const rows = written.stdout.split("\n").filter((line) => /^ *(\d+|–) {2}/.test(line));
    expect(rows).toHaveLength(47);
    expect(rows[0]).toMatch(/^ *1 {2}credit-biased-declines .*breach$/);
    expect(rows.at(-1)).toContain("unrated");
    expect(written.stdout).toContain("47 risks, inherent:");
  });

  test("refuses an unknown state and a file that is not there", async () => {
    expect(await plimsoll("score", northwind, "--by", "now")).toBe(2);
    expect(await plimsoll("score", "nowhere.yaml")).toBe(2);
    expect(written.stdout).toBe("");
    expect(written.stderr).toContain("nowhere.yaml: there is no such file; check the path");
  });
});

describe("plimsoll quantify", () => {
  test("--json prints an exact quantification without seed or years", async () => {
    expect(await plimsoll("quantify", northwind, "--json")).toBe(0);
    expect(quantificationReport.parse(JSON.parse(written.stdout))).toMatchObject({
      engine: "exact",
      seed: null,
      years: null,
    });
  });

  test("a simulation prints the same bytes on one thread and on three", async () => {
    const of = async (threads: string) => {
      written.stdout = "";
      const options = ["--engine", "simulation", "--years", "3000", "--seed", "5", "--threads", threads, "--json"];
      expect(await plimsoll("quantify", northwind, ...options)).toBe(0);
      return written.stdout;
    };
    const one = await of("1");
    expect(quantificationReport.parse(JSON.parse(one))).toMatchObject({ engine: "simulation", seed: 5, years: 3000 });
    expect(await of("3")).toBe(one);
  });

  test("prints portfolio, systems and limits for a person", async () => {
    expect(await plimsoll("quantify", northwind)).toBe(0);
    expect(written.stdout).toMatch(/^Portfolio {2,}Expected a year/);
    expect(written.stdout).toMatch(/^residual {2,}€/m);
    expect(written.stdout).toMatch(/^credit-scoring {2,}€/m);
    expect(written.stdout).toMatch(/^portfolio {2,}€5m .* warning {2}ordinary-bad-year$/m);
    expect(written.stdout).toContain("Exact, 21 scenarios; 26 risks without a scenario.");
  });

  test.each([
    ["--years", "1"],
    ["--years", "10000001"],
    ["--seed", "-1"],
    ["--seed", "1.5"],
    ["--threads", "0"],
    ["--threads", "65"],
    ["--engine", "magic"],
  ])("refuses %s %s", async (option, value) => {
    expect(await plimsoll("quantify", northwind, option, value)).toBe(2);
    expect(written.stdout).toBe("");
    expect(written.stderr).toContain(value);
  });
});

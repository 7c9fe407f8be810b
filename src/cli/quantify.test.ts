import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { capturedOutput } from "../../test/harness/captured-output.ts";
import { controlReport, frontierReport, quantificationReport } from "../contract/decision-figures.ts";
import { controlCommand } from "./control.ts";
import { frontierCommand } from "./frontier.ts";
import { quantifyCommand } from "./quantify.ts";
import { run } from "./run.ts";

let folder = "";
let file = "";
const written = capturedOutput();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plimsoll-quantify-"));
  file = writtenFile(
    "p.yaml",
    `version: 1
people: [{ id: o }]
systems: [{ id: a }, { id: b }]
controls:
  - { id: review, status: planned, due: 2027-01-31, effectiveness: 0.5, annualCost: 20000 }
  - { id: filter, status: planned, due: 2027-01-31, effectiveness: 0.5 }
limits: [{ scope: portfolio, measure: annualLoss, exceeds: 300000, appetite: 0.05, tolerance: 0.1 }]
risks:
  - id: drift
    system: a
    category: model
    event: The model drifts.
    owner: o
    controls: [{ control: review, acts: frequency }, { control: filter, acts: loss }]
    scenario: { frequency: { low: 0.5, high: 4 }, loss: { primary: { low: 10000, high: 200000 } } }
  - id: bias
    system: b
    category: model
    event: People are refused.
    owner: o
    scenario: { frequency: { low: 0.5, high: 4 }, loss: { primary: { low: 10000, high: 200000 } } }
`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function writtenFile(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const plimsoll = (...args: string[]) => run(args, [quantifyCommand, controlCommand, frontierCommand]);
const quantified = () => quantificationReport.parse(JSON.parse(written.stdout));

describe("plimsoll quantify --json", () => {
  test("says where the loss comes from, what moves it, what controls are worth and what rare years cost", async () => {
    expect(await plimsoll("quantify", file, "--json")).toBe(0);
    const report = quantified();
    expect(report).toMatchObject({ engine: "exact", convergence: null, correlation: null });
    expect(report.returnPeriods.map(({ years }) => years)).toEqual([2, 5, 10, 20, 50, 100, 200, 500, 1000]);
    expect(report.returnPeriods[3]!.aggregate / report.portfolio.valueAtRisk["0.95"]).toBeCloseTo(1, 6);
    for (const { aggregate, occurrence } of report.returnPeriods) expect(occurrence).toBeLessThanOrEqual(aggregate);
    expect(report.contributions!.risks.map(({ id }) => id)).toEqual(["drift", "bias"]);
    expect(report.sensitivity!.inputs.map(({ input }) => input).sort()).toEqual([
      "frequency",
      "frequency",
      "loss.primary",
      "loss.primary",
    ]);
    expect(report.controls!.map(({ id, annualCost }) => [id, annualCost])).toEqual([
      ["review", 20000],
      ["filter", null],
    ]);
    const [limit] = report.limits;
    expect(limit!.status).toBe("breach");
    expect(limit!.over).toBe(limit!.lossAtTolerance! - 300000);
    expect(limit!.over).toBeGreaterThan(0);
  });

  test("simulates to a precision, and says how it came there", async () => {
    expect(await plimsoll("quantify", file, "--precision", "0.03", "--json")).toBe(0);
    const { engine, years, convergence, portfolio, contributions } = quantified();
    expect(engine).toBe("simulation");
    expect(convergence).toMatchObject({ relative: 0.03, precision: "reached" });
    const last = convergence!.rounds.at(-1)!;
    expect(last.years).toBe(years);
    expect(last.valueAtRisk95.figure).toBe(portfolio.valueAtRisk["0.95"]);
    expect(last.valueAtRisk95.halfWidth).toBeLessThanOrEqual(0.03 * last.valueAtRisk95.figure);
    expect(contributions).not.toBeNull();
  });

  test("says when a precision takes more years than are allowed", async () => {
    expect(await plimsoll("quantify", file, "--precision", "0.0001", "--years", "10000", "--json")).toBe(0);
    expect(quantified()).toMatchObject({ years: 10000, convergence: { precision: "not-reached" } });
    expect(written.stderr).toContain("precision 0.0001 was not reached in 10000 years; allow more with --years");
  });

  test("under a correlation bad years are worse, the mean stays, and what is of independent risks is left out", async () => {
    const correlation = writtenFile("c.yaml", "kind: pearson\npairs: [{ between: [drift, bias], value: 0.9 }]\n");
    expect(await plimsoll("quantify", file, "--correlation", correlation, "--years", "50000", "--json")).toBe(0);
    const dependent = quantified();
    expect(dependent).toMatchObject({
      engine: "simulation",
      correlation: { kind: "pearson", largestRepair: 0 },
      contributions: null,
      sensitivity: null,
      controls: null,
    });
    expect(written.stderr).toContain(
      "contributions, sensitivity and controls are of risks without a correlation; left out",
    );
    written.stdout = "";
    expect(await plimsoll("quantify", file, "--engine", "simulation", "--years", "50000", "--json")).toBe(0);
    const apart = quantified();
    expect(dependent.portfolio.expectedAnnualLoss / apart.portfolio.expectedAnnualLoss).toBeCloseTo(1, 1);
    expect(dependent.portfolio.expectedShortfall["0.95"]).toBeGreaterThan(
      1.05 * apart.portfolio.expectedShortfall["0.95"],
    );
  });

  test("names a mistake of the correlation at its place", async () => {
    const wrong = writtenFile(
      "wrong.json",
      '{ "kind": "pearson",\n  "pairs": [{ "between": ["drift", "bas"], "value": 0.9 }] }\n',
    );
    expect(await plimsoll("quantify", file, "--correlation", wrong)).toBe(2);
    expect(written.stderr).toContain(`${wrong}:2:36: risk "bas" is not in the portfolio; write "bias"`);
    expect(written.stdout).toBe("");
  });

  test.each([
    ["--correlation", "c.yaml"],
    ["--precision", "0.01"],
  ])("refuses %s with the exact engine", async (option, value) => {
    expect(await plimsoll("quantify", file, "--engine", "exact", option, value)).toBe(2);
    expect(written.stderr).toBe(`plimsoll: ${option} is of the simulation; leave out --engine exact, or ${option}\n`);
  });

  test.each([
    ["--precision", "1"],
    ["--precision", "1 %"],
    ["--correlation", "nowhere.yaml"],
  ])("refuses %s %s", async (option, value) => {
    expect(await plimsoll("quantify", file, option, value)).toBe(2);
    expect(written.stderr).toContain(value);
    expect(written.stdout).toBe("");
  });

  test("says in words how it was made and where a limit is crossed", async () => {
    expect(await plimsoll("quantify", file, "--precision", "0.05")).toBe(0);
    expect(written.stdout).toMatch(
      /^portfolio {2,}€300k .* €\d.* {2}€\d.* breach {2}portfolio-annual-loss-over-300000$/m,
    );
    expect(written.stdout).toMatch(/years simulated with seed 1, 2 scenarios; the 1-in-20 loss is known to ± \d/);
  });
});

describe("plimsoll control", () => {
  test("--json prints what changes", async () => {
    expect(await plimsoll("control", file, "--set", "review=working", "--set", "filter=working", "--json")).toBe(0);
    const report = controlReport.parse(JSON.parse(written.stdout));
    expect(report.set).toEqual([
      { id: "review", from: "planned", to: "working" },
      { id: "filter", from: "planned", to: "working" },
    ]);
    expect(report).toMatchObject({ annualCost: null, probabilityWorth: null, years: 50_000, seed: 1 });
    expect(report.expectedReduction / report.before.expectedAnnualLoss).toBeCloseTo(0.375, 9);
  });

  test("says it in words", async () => {
    expect(await plimsoll("control", file, "--set", "review=working")).toBe(0);
    expect(written.stdout).toContain("review: planned → working");
    expect(written.stdout).toMatch(
      /The change saves €\d.* costs €20k a year; it is worth its cost in \d+(\.\d+)?\s% of years\./,
    );
    written.stdout = "";
    expect(await plimsoll("control", file, "--set", "filter=working")).toBe(0);
    expect(written.stdout).toContain("what it costs a year is not known: give annualCost.");
  });

  test.each([
    ["revew=working", '--set names the control "revew", which is not in the file; write review'],
    ["nothing-like-it=working", "name one of review, filter"],
    ["review=workin", '--set gives review the status "workin", which there is not; write review=working'],
    ["review=on-fire-now", "write one of planned, working, failing, retired"],
    ["review", '--set "review" is not id=status; write it as --set review=working'],
  ])("refuses --set %s", async (set, expected) => {
    expect(await plimsoll("control", file, "--set", set)).toBe(2);
    expect(written.stderr).toContain(expected);
    expect(written.stdout).toBe("");
  });

  test("needs a --set, each control once", async () => {
    expect(await plimsoll("control", file)).toBe(2);
    expect(written.stderr).toContain("required option '--set <id=status>' not specified");
    expect(await plimsoll("control", file, "--set", "review=working", "--set", "review=failing")).toBe(2);
    expect(written.stderr).toContain("--set names the control review twice; name each control once");
  });
});

describe("plimsoll frontier", () => {
  test.each(["expectedAnnualLoss", "expectedShortfall"])("--json prints what to fund by %s", async (measure) => {
    expect(await plimsoll("frontier", file, "--budget", "25000", "--measure", measure, "--json")).toBe(0);
    const report = frontierReport.parse(JSON.parse(written.stdout));
    expect(report).toMatchObject({ measure, budget: 25000, best: { controls: ["review"], cost: 20000 } });
    expect(report.best.expectedShortfall).toBeGreaterThan(report.best.expectedAnnualLoss);
    expect(written.stderr).toContain("without an annual cost, left out: filter; give each an annualCost");
  });

  test("says it in words", async () => {
    expect(await plimsoll("frontier", file, "--budget", "0")).toBe(0);
    expect(written.stdout).toMatch(/^Within €0 a year fund nothing for €0/m);
    expect(written.stdout).toContain("Every set was compared.");
    expect(written.stdout).toMatch(/^Breached limit {2,}Brought back for/m);
  });

  test.each(["-1", "much", "1,000"])("refuses a budget of %s", async (budget) => {
    expect(await plimsoll("frontier", file, "--budget", budget)).toBe(2);
    expect(written.stderr).toContain("--budget");
    expect(written.stdout).toBe("");
  });
});

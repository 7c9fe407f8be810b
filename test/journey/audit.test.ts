import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditReport } from "../../src/contract/audit-report.ts";
import { plimsoll } from "../harness/cli.ts";
import { repository } from "../harness/repository.ts";

const examples = ["hiring-audit", "loan-audit", "berkeley-audit"] as const;
const at = (name: string, file: string) => join(repository, "examples", name, file);
const dataOf = (name: string) => readdirSync(join(repository, "examples", name)).find((file) => file.endsWith(".csv"))!;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plimsoll-journey-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function audited(...args: string[]) {
  const { exitCode, stdout, stderr } = await plimsoll(["audit", ...args, "--json"]);
  expect(exitCode, stderr).toBe(0);
  return auditReport.parse(JSON.parse(stdout));
}

describe("examples", () => {
  it.each(examples)("%s: its generator makes the file that is there", (name) => {
    copyFileSync(at(name, "generate.mjs"), join(folder, "generate.mjs"));
    expect(spawnSync(process.execPath, ["generate.mjs"], { cwd: folder }).status).toBe(0);
    expect(readFileSync(join(folder, dataOf(name)))).toEqual(readFileSync(at(name, dataOf(name))));
  });

  it.each(examples)("%s: audited, kept, and made anew to the bit", async (name) => {
    const data = at(name, dataOf(name));
    const report = await audited(data, "--map", at(name, "mapping.yaml"), "--replicates", "199");
    expect(report.source.hash).toBe(createHash("sha256").update(readFileSync(data)).digest("hex"));
    expect(report.guessed).toEqual([]);
    writeFileSync(join(folder, "report.json"), JSON.stringify(report));
    const { exitCode, stdout } = await plimsoll(["audit", "--verify", join(folder, "report.json"), data]);
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining("to the bit")]);
  });

  it("Berkeley 1973: the published counts, and an alarm that the gap turns round", async () => {
    const report = await audited(at("berkeley-audit", "admissions.csv"), "--map", at("berkeley-audit", "mapping.yaml"));
    const rates = report.groups.map(({ group, n, metrics }) => [group.sex, n, metrics.selectionRate!.estimate]);
    expect(rates).toEqual([
      ["female", 1835, 557 / 1835],
      ["male", 2691, 1198 / 2691],
    ]);
    const ratio = report.disparities.find(({ name }) => name === "demographicParityRatio")!;
    expect(ratio.estimate).toBeCloseTo(0.6818, 4);
    expect(report.controlled).toMatchObject([
      { group: { sex: "female" }, reference: { sex: "male" }, pattern: "reverses" },
    ]);
    expect(report.controlled[0]!.strata.map(({ difference }) => Math.sign(difference))).toEqual([1, 1, -1, 1, -1, 1]);
    expect(report.sentences[1]).toContain("the gap changes its sign (Simpson's paradox)");
    expect(report.warnings.map(({ code }) => code)).toContain("gap-reverses-within-control");
  });

  it("a loan: outside, within and not enough evidence, each by a limit that is older than the data", async () => {
    const limits = ["--limits", at("loan-audit", "limits.yaml"), "--data-seen-on", "2026-10-01"];
    const report = await audited(at("loan-audit", "loans.csv"), "--map", at("loan-audit", "mapping.yaml"), ...limits);
    expect(report.verdicts.map(({ name, verdict, limitSet }) => [name, verdict, limitSet])).toEqual([
      ["demographicParityRatio", "outside", "before-the-data"],
      ["demographicParityRatio", "within", "before-the-data"],
      ["predictiveParityDifference", "not-enough-evidence", "before-the-data"],
    ]);
  });

  it("a way to an offer: the gap opens at the screening", async () => {
    const report = await audited(at("hiring-audit", "applicants.csv"), "--map", at("hiring-audit", "stages.yaml"));
    const [bySex] = report.funnel;
    expect(bySex!.steps.map(({ from, to, groups }) => [from, to, ...groups.map(({ entered }) => entered)])).toEqual([
      ["applied", "interviewed", 876, 1124],
      ["interviewed", "offered", 160, 366],
      ["applied", "offered", 876, 1124],
    ]);
    const lowest = bySex!.steps.map(
      ({ disparity }) => disparity.groups.find(({ part }) => part === "lowest")!.group.sex,
    );
    expect(lowest).toEqual(["female", "male", "female"]);
  });
});

describe("standard input", () => {
  it("is audited as the file is, whatever it holds", async () => {
    const data = readFileSync(at("hiring-audit", "applicants.csv"));
    const [fromFile, piped] = await Promise.all([
      plimsoll(["audit", at("hiring-audit", "applicants.csv"), "--protected", "sex", "--json"]),
      plimsoll(["audit", "-", "--protected", "sex", "--json"], { stdin: data }),
    ]);
    expect(piped.exitCode).toBe(0);
    const [one, other] = [fromFile, piped].map(({ stdout }) => auditReport.parse(JSON.parse(stdout)));
    expect(other!.source).toEqual({ ...one!.source, name: "stdin" });
    expect({ ...other, source: null }).toEqual({ ...one, source: null });
  });

  it("what is wrong with it is said by its name and line", async () => {
    const { exitCode, stderr } = await plimsoll(["audit", "-", "--label", "y", "--score", "s"], {
      stdin: "sex,y,s\nf,1,0.5\nm,0,7\n",
    });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^stdin:3: score s "7" is not a number from 0 to 1/);
    expect((await plimsoll(["audit", "-"])).stderr).toContain("stdin: the file is empty");
  });
});

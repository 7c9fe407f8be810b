import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { auditedFiles, hiring } from "../../../test/harness/audited-files.ts";
import { capturedOutput } from "../../../test/harness/captured-output.ts";
import { auditReport } from "../../contract/audit-report.ts";

const { file, place, plimsoll } = auditedFiles();
const written = capturedOutput();

describe("plimsoll audit --profile", () => {
  const own = `title: What we look at
tables:
  - { title: Who is hired, attributes: [sex], show: rates, metrics: [selectionRate, accuracy] }
  - { attributes: [sex, race], show: impact-ratio, metric: selectionRate, reference: { sex: male, race: b } }
  - { attributes: [race], show: disparity, disparities: [demographicParityRatio], comparison: to-overall }
`;

  test.each([
    ["four-fifths", /four-fifths rule/, "under-review"],
    ["ll144", /Local Law 144/, "in-force"],
    ["lending", /Equal Credit Opportunity Act/, "in-force"],
    ["art10", /EU AI Act/, "not-yet-applicable"],
  ])("%s: its tables, how its law stands, and no verdict", async (name, law, status) => {
    const path = await file("hiring.csv", hiring);
    const columns = ["--protected", "sex,race", "--decision", "hired", "--control", "dept", "--profile", name];
    expect(await plimsoll(path, ...columns, "--json")).toBe(0);
    const printed = JSON.parse(written.stdout);
    const report = auditReport.parse(printed);
    expect(report).toEqual(printed);
    expect(report.profile!.name).toBe(name);
    expect(report.law).toMatchObject({ name: expect.stringMatching(law), status, asOf: "2026-11-21" });
    expect(report.verdicts).toEqual([]);
    expect(await plimsoll("--verify", await file("report.json", written.stdout), path)).toBe(0);
    written.stdout = "";
    expect(await plimsoll(path, ...columns)).toBe(0);
    expect(written.stdout).toMatch(law);
    expect(written.stdout).not.toMatch(/\b(unbiased|compliant|passed)\b/i);
  });

  test("a file with tables of one's own, made anew from the report alone", async () => {
    const path = await file("hiring.csv", hiring);
    expect(await plimsoll(path, "--profile", await file("own.yaml", own), "--json")).toBe(0);
    const report = auditReport.parse(JSON.parse(written.stdout));
    expect(report.law).toBeNull();
    expect(report.profile).toMatchObject({ name: "custom", tables: [{ show: "rates" }, { show: "impact-ratio" }, {}] });
    expect(await plimsoll("--verify", await file("report.json", written.stdout), path)).toBe(0);
    written.stdout = "";
    expect(await plimsoll(path, "--profile", join(place.folder, "own.yaml"))).toBe(0);
    expect(written.stdout).toContain("What we look at\n\nWho is hired\n");
    for (const [change, message] of [
      [own.replace("show: rates", "show: rate"), /own\.yaml:3:/],
      [
        own.replace("selectionRate, accuracy", "selectionrate"),
        /metric not known: selectionrate; there are selectionRate/,
      ],
      [
        own.replace("[race], show", "[age], show"),
        /table by age, which is no attribute of the audit; there are sex, race/,
      ],
      [own.replace("demographicParityRatio", "parity"), /disparity not known: parity/],
    ] as const) {
      expect(await plimsoll(path, "--profile", await file("own.yaml", change))).toBe(2);
      expect(written.stderr).toMatch(message);
    }
  });

  test("what a profile cannot be asked is refused", async () => {
    const path = await file("scores.csv", "sex,cost,foretold\nf,1,2\nm,3,4\nf,2,2\n");
    const regression = ["--task", "regression", "--label", "cost", "--score", "foretold"];
    for (const [options, message] of [
      [["--profile", "four-fifths", ...regression], "profile four-fifths in a regression"],
      [
        ["--profile", "ll144", "--protected", "sex,cost", "--label", "foretold", "--positive-label", "2"],
        "ll144 without decisions and without scores",
      ],
      [["--profile", "lending", "--label", "cost", "--positive-label", "1"], "lending without decisions"],
    ] as const) {
      written.stderr = "";
      expect(await plimsoll(path, ...options)).toBe(2);
      expect(written.stderr).toContain(message);
    }
  });
});

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { auditedFiles, hiring } from "../../../test/harness/audited-files.ts";
import { capturedOutput } from "../../../test/harness/captured-output.ts";
import { repository } from "../../../test/harness/repository.ts";
import { auditReport } from "../../contract/audit-report.ts";

const { file, place, plimsoll } = auditedFiles();
const written = capturedOutput();

describe("plimsoll audit --task", () => {
  const rows = Array.from({ length: 300 }, (_, k) => {
    const [sex, way] = [k % 2 === 0 ? "f" : "m", ["bus", "car", "walk"][k % 3]];
    const taken = k % 7 === 0 ? "car" : way;
    return { sex, way, taken, cost: 10 + (k % 11), foretold: 10 + (k % 5) + (k % 2) };
  });
  const csv = ["sex,way,taken,cost,foretold"]
    .concat(rows.map((row) => [row.sex, row.way, row.taken, row.cost, row.foretold].join()))
    .join("\n");

  test("multiclass: each class against the rest, as if it were the only question", async () => {
    const path = await file("ways.csv", csv);
    const columns = ["--protected", "sex", "--label", "way", "--decision", "taken"];
    expect(await plimsoll(path, ...columns, "--task", "multiclass", "--json")).toBe(0);
    const report = auditReport.parse(JSON.parse(written.stdout));
    expect(report.classes.map((one) => one.class)).toEqual(["bus", "car", "walk"]);
    expect(report.mapping).toMatchObject({ positiveLabel: "bus", favourableDecision: "bus" });
    for (const { class: name, groups, overall } of report.classes) {
      written.stdout = "";
      const one = ["--positive-label", name, "--favourable-decision", name];
      expect(await plimsoll(path, ...columns, ...one, "--json")).toBe(0);
      const alone = auditReport.parse(JSON.parse(written.stdout));
      expect(groups).toEqual(alone.groups);
      expect(overall).toEqual(alone.overall);
    }
    expect(report.classDisparities[0]!.disparities[0]!.classes.map(({ positive }) => positive)).toEqual([
      "bus",
      "car",
      "walk",
    ]);
  });

  test("regression: labels and scores are numbers, and nothing is decided", async () => {
    const path = await file("costs.csv", csv);
    const columns = ["--protected", "sex", "--label", "cost", "--score", "foretold", "--task", "regression"];
    expect(await plimsoll(path, ...columns, "--json")).toBe(0);
    const report = auditReport.parse(JSON.parse(written.stdout));
    for (const { group, metrics } of report.groups) {
      const own = rows.filter(({ sex }) => sex === group.sex);
      const mean = own.reduce((sum, { cost, foretold }) => sum + cost - foretold, 0) / own.length;
      expect(metrics.meanError!.estimate).toBeCloseTo(mean, 12);
    }
    expect(report.sentences[0]).toMatch(/^Of (wo)?men the outcome lay on average \S+ above what was foretold, of /);
    written.stdout = "";
    expect(await plimsoll(path, ...columns)).toBe(0);
    expect(written.stdout).toContain("Mean error");
    for (const [cell, line] of [
      [csv.replace("f,bus,car,10,10", "f,bus,car,,10"), 2],
      [csv.replace("m,car,car,11,12", "m,car,car,11,"), 3],
    ] as const) {
      expect(await plimsoll(await file("gap.csv", cell), ...columns)).toBe(2);
      expect(written.stderr).toMatch(new RegExp(`gap\\.csv:${line}: (label cost|score foretold) is missing`));
    }
  });

  test("stages: each step by group, and the last stage is what counts as favourable", async () => {
    const funnel = ["sex,stage"]
      .concat(rows.map(({ sex }, k) => `${sex},${["applied", "interviewed", "offered"][(k >> 1) % 3]}`))
      .join("\n");
    const path = await file("stages.csv", funnel);
    const stages = ["--decision", "stage", "--stages", "applied,interviewed,offered"];
    expect(await plimsoll(path, ...stages, "--json")).toBe(0);
    const report = auditReport.parse(JSON.parse(written.stdout));
    expect(report.mapping.favourableDecision).toBe("offered");
    expect(
      report.funnel[0]!.steps.map(({ from, to, groups }) => [from, to, groups[0]!.entered, groups[0]!.passed]),
    ).toEqual([
      ["applied", "interviewed", 150, 100],
      ["interviewed", "offered", 100, 50],
      ["applied", "offered", 150, 50],
    ]);
    expect(await plimsoll(path, "--decision", "stage", "--stages", "applied,offered")).toBe(2);
    expect(written.stderr).toContain("decision not a stage: interviewed; the stages are applied, offered");
    expect(await plimsoll(path, "--decision", "stage", "--stages", "applied,interviewed,offered,hired")).toBe(0);
  });
});

describe("plimsoll audit --explain", () => {
  test("opens a figure to its formula, its numbers and its counts", async () => {
    const path = await file("hiring.csv", hiring);
    expect(await plimsoll(path, "--protected", "sex", "--explain", "demographicParityDifference")).toBe(0);
    expect(written.stdout).toContain("  highest − lowest\n  = 0.26 − 0.08 = 0.18\n");
    expect(written.stdout).toContain("selectionRate of sex female");
    expect(written.stdout).toContain("favourable decisions ÷ decisions\n    = 8 ÷ 100 = 0.08");
    expect(written.stdout).toContain("docs/method/fairness-disparities.md");
  });

  test("as JSON; of a name that is no figure, the nearest is proposed", async () => {
    const path = await file("hiring.csv", hiring);
    expect(await plimsoll(path, "--protected", "sex", "--explain", "selectionRate", "--json")).toBe(0);
    const { explanations } = JSON.parse(written.stdout);
    expect(explanations.map(({ value }: { value: number }) => value)).toEqual([0.17, 0.08, 0.26]);
    expect(await plimsoll(path, "--explain", "selectonRate")).toBe(2);
    expect(written.stderr).toContain(
      '--explain "selectonRate" is no figure of this audit; did you mean selectionRate?',
    );
  });
});

describe("plimsoll audit --format", () => {
  test("what is shared hides small groups, unless it is told not to; what stays does not", async () => {
    const path = await file("hiring.csv", hiring);
    const [html, bare, markdown] = [
      join(place.folder, "r.html"),
      join(place.folder, "bare.html"),
      join(place.folder, "r.md"),
    ];
    expect(await plimsoll(path, "--output", html)).toBe(0);
    expect(written.stdout).toBe("");
    expect(written.stderr).toContain(`the audit of ${path} is in ${html}`);
    expect(await plimsoll(path, "--format", "html", "--suppress-below", "0", "--output", bare)).toBe(0);
    expect(await plimsoll(path, "--output", markdown)).toBe(0);
    const [hidden, shown, md] = await Promise.all([html, bare, markdown].map((name) => readFile(name, "utf8")));
    expect(hidden).toMatch(/^<!DOCTYPE html>/);
    expect(md).toMatch(/^# /);
    expect(hidden).not.toBe(shown);

    const sharedGroups = async (...options: string[]) => {
      written.stdout = "";
      expect(await plimsoll(path, "--format", "json", ...options)).toBe(0);
      return JSON.parse(written.stdout).groups.filter(({ n }: { n: number | null }) => n === null).length;
    };
    expect(await sharedGroups()).toBe(0);
    expect(await sharedGroups("--suppress-below", "30")).toBeGreaterThan(0);
    expect((await readdir(place.folder)).filter((name) => name.includes("unfinished"))).toEqual([]);
  });
});

test("plimsoll audit --risk: the risk it bears on, and what that may cost in a year", async () => {
  const path = await file("hiring.csv", hiring);
  const portfolio = join(repository, "examples/credit-scoring-api/plimsoll.yaml");
  const risk = ["--portfolio", portfolio, "--risk", "biased-declines"];
  expect(await plimsoll(path, "--protected", "sex", ...risk)).toBe(0);
  expect(written.stdout).toMatch(
    /\(difference 18 points, .*\nThe risk it bears on: .*; its expected annual loss is €[\d.]+/,
  );
  const page = join(place.folder, "risk.html");
  expect(await plimsoll(path, "--protected", "sex", ...risk, "--output", page)).toBe(0);
  expect(await readFile(page, "utf8")).toContain("The risk it bears on: ");
  for (const [options, message] of [
    [["--risk", "biased-declines"], "--risk and --portfolio are not both given"],
    [["--portfolio", portfolio, "--risk", "biased-decline"], "did you mean biased-declines?"],
    [["--portfolio", join(place.folder, "none.yaml"), "--risk", "x"], "none.yaml: there is no such file"],
  ] as const) {
    expect(await plimsoll(path, ...options)).toBe(2);
    expect(written.stderr).toContain(message);
  }
});

test("plimsoll audit --as: another program's figures under its names, beside ours", async () => {
  const path = await file("hiring.csv", hiring);
  const answersOf = async (tool: string) => {
    written.stdout = "";
    expect(
      await plimsoll(
        path,
        "--protected",
        "sex",
        "--label",
        "dept",
        "--positive-label",
        "x",
        "--decision",
        "hired",
        "--as",
        tool,
        "--json",
      ),
    ).toBe(0);
    const { compatibility, overall } = auditReport.parse(JSON.parse(written.stdout));
    expect(overall.selectionRate!.estimate).toBe(0.17);
    expect(compatibility!.tool).toBe(tool);
    return compatibility!.answers;
  };
  expect((await answersOf("fairlearn"))[0]!.aggregates.demographic_parity_difference).toBeCloseTo(0.18, 12);
  expect((await answersOf("aif360"))[0]!.aggregates).toHaveProperty("disparate_impact");
  expect((await answersOf("aequitas"))[0]!.byGroup.length).toBe(2);
  expect(await plimsoll(path, "--control", "dept", "--as", "aequitas")).toBe(2);
  expect(written.stderr).toContain("control features not known to aequitas");
});

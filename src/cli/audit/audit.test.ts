import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { capturedOutput } from "../../../test/harness/captured-output.ts";
import { createPostgresDatabase } from "../../../test/harness/postgres.ts";
import { auditReport } from "../../contract/audit-report.ts";
import { run } from "../run.ts";
import { auditCommand } from "./audit.ts";

let folder = "";
const written = capturedOutput();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-audit-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const plimsoll = (...args: string[]) => run(["audit", ...args], [auditCommand]);

/** Of 100 women 8 are hired, of 100 men 26; every tenth has no race. */
const hiring = ["sex,race,dept,hired"]
  .concat(
    Array.from({ length: 200 }, (_, k) => {
      const isMan = k >= 100;
      const race = k % 10 === 0 ? "" : k % 3 === 0 ? "a" : "b";
      return `${isMan ? "male" : "female"},${race},${k % 2 === 0 ? "x" : "y"},${k % 100 < (isMan ? 26 : 8) ? 1 : 0}`;
    }),
  )
  .join("\n");

describe("plimsoll audit --json", () => {
  test("is the documented report, whole, with the engine's figures", async () => {
    const path = await file("hiring.csv", hiring);
    const limits = await file(
      "limits.yaml",
      "limits:\n  - { disparity: demographicParityRatio, attributes: [sex], bound: 0.8, purpose: p, rationale: r, approvedBy: mara, approvedOn: 2026-03-02 }\n",
    );
    const options = [
      "--control",
      "dept",
      "--limits",
      limits,
      "--data-seen-on",
      "2026-02-01",
      "--profile",
      "four-fifths",
    ];
    expect(await plimsoll(path, ...options, "--json")).toBe(0);
    const printed = JSON.parse(written.stdout);
    const report = auditReport.parse(printed);
    expect(report).toEqual(printed);
    expect(report.rows).toBe(200);
    expect(report.mapping).toMatchObject({ protected: ["sex", "race"], decision: "hired", favourableDecision: "1" });
    expect(report.guessed).toEqual(["protected", "decision"]);
    const gap = report.disparities.find(
      ({ name, attributes }) => name === "demographicParityDifference" && attributes.join() === "sex",
    );
    expect(gap).toMatchObject({ comparison: "between-groups", n: 200, level: 0.95, method: "newcombe" });
    expect(gap!.estimate).toBeCloseTo(0.18, 12);
    expect(report.groups.map(({ group }) => group.race)).toContain("(missing)");
    expect(report.verdicts).toMatchObject([{ verdict: "outside", limitSet: "after-the-data" }]);
    expect(report.profile).toMatchObject({ name: "four-fifths" });
    expect(report.controlled.length).toBeGreaterThan(0);
    expect(report.warnings.map(({ code }) => code)).toEqual(["small-groups", "missing-values", "small-groups"]);
    expect(report.sentences[0]).toMatch(
      /^Of 100 women 8 were selected, of 100 men 26 \(difference 18 points, 95 % interval 8 to 28, n = 200, p = 0\.\d+ adjusted/,
    );
    expect(written.stderr).toContain("plimsoll: warning: ");
  });

  test("the order of rows and the format of the file change nothing but the source", async () => {
    const [header, ...rows] = hiring.split("\n");
    const reversed = [header, ...rows.toReversed()].join("\r\n");
    const json = rows.map((row) => {
      const [sex, race, dept, hired] = row.split(",");
      return JSON.stringify({ sex, race: race === "" ? null : race, dept, hired: hired === "1" });
    });
    const reports = [];
    for (const path of [
      await file("hiring.csv", hiring),
      await file("reversed.csv", reversed),
      await file("hiring.ndjson", json.join("\n")),
      await file("hiring.json", `[${json.join(",")}]`),
    ]) {
      written.stdout = "";
      expect(await plimsoll(path, "--replicates", "199", "--json")).toBe(0);
      const { source: _, mapping: __, ...report } = JSON.parse(written.stdout);
      reports.push(report);
    }
    for (const report of reports.slice(1)) expect(report).toEqual(reports[0]);
  });

  test("another seed changes p-values that are drawn, and no estimate", async () => {
    const path = await file("hiring.csv", hiring);
    const estimates = async (seed: string) => {
      written.stdout = "";
      await plimsoll(path, "--seed", seed, "--replicates", "199", "--json");
      const { disparities } = auditReport.parse(JSON.parse(written.stdout));
      return disparities.map(({ estimate }) => estimate);
    };
    expect(await estimates("1")).toEqual(await estimates("2"));
  });

  test("a score with a threshold decides as the same decisions in a column do", async () => {
    const rows = Array.from({ length: 300 }, (_, k) => [k % 3 === 0 ? "f" : "m", (k * 37) % 100, k % 2] as const);
    const path = await file(
      "scores.csv",
      ["sex,s,y,decided", ...rows.map(([sex, s, y]) => `${sex},${s / 100},${y},${s >= 40 ? "yes" : "no"}`)].join("\n"),
    );
    const reportOf = async (...options: string[]) => {
      written.stdout = "";
      expect(await plimsoll(path, "--protected", "sex", "--label", "y", "--score", "s", ...options, "--json")).toBe(0);
      return auditReport.parse(JSON.parse(written.stdout));
    };
    const byScore = await reportOf("--threshold", "0.4");
    const byColumn = await reportOf("--decision", "decided", "--favourable-decision", "yes");
    expect(byScore.groups).toEqual(byColumn.groups);
    expect(byScore.calibration.length).toBe(3);
  });
});

test("for a person: sentences, tables, and a group's name cannot move the cursor", async () => {
  const path = await file("odd.csv", 'sex,hired\n"\u001b[2Jf",1\nm,0\n"\u001b[2Jf",0\n<b>x</b>,1\n');
  expect(await plimsoll(path, "--profile", "four-fifths")).toBe(0);
  expect(written.stdout).toContain("Groups by sex");
  expect(written.stdout).toContain("<b>x</b>");
  expect(written.stdout).not.toContain("\u001b");
  expect(written.stderr).not.toContain("\u001b");
});

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

describe("plimsoll audit --verify", () => {
  test("the same decisions give the same report, to the bit; others are told apart by what differs", async () => {
    const path = await file("hiring.csv", hiring);
    expect(await plimsoll(path, "--control", "dept", "--profile", "four-fifths", "--seed", "7", "--json")).toBe(0);
    const report = await file("report.json", written.stdout);
    expect(await plimsoll("--verify", report, path)).toBe(0);
    expect(written.stdout).toMatch(/report\.json is what .*hiring\.csv gives, to the bit: 200 decisions/);

    const [header, first, ...rest] = hiring.split("\n");
    const other = await file("other.csv", [header, first!.replace(/.$/, "0"), ...rest].join("\n"));
    written.stdout = "";
    expect(await plimsoll("--verify", report, other, "--json")).toBe(1);
    const { result, differences } = JSON.parse(written.stdout);
    expect(result).toBe("different");
    expect(differences.map(({ of }: { of: string }) => of)).toContain("counts");
    expect(differences).toContainEqual({
      of: "figure",
      where: "overall.selectionRate.estimate",
      reported: "0.17",
      recomputed: "0.165",
    });
    process.exitCode = undefined;
  });

  test("a figure that was changed by hand is named with both values", async () => {
    const path = await file("hiring.csv", hiring);
    await plimsoll(path, "--protected", "sex", "--json");
    const report = await file("report.json", written.stdout.replace('"estimate": 0.08', '"estimate": 0.18'));
    written.stdout = "";
    expect(await plimsoll("--verify", report, path)).toBe(1);
    expect(written.stdout).toContain(
      "a figure differs: groups (sex female).metrics.selectionRate.estimate is 0.18 in the report, 0.08 anew",
    );
    process.exitCode = undefined;
  });

  test("what is no report is refused at its line, and so is what the report answers", async () => {
    const path = await file("hiring.csv", hiring);
    await plimsoll(path, "--json");
    const whole = written.stdout;
    for (const [content, message] of [
      ["", /report\.json:1:1: the file is empty/],
      [whole.slice(0, 900), /report\.json:\d+:\d+: no JSON from here on/],
      [whole.replace('"rows": 200', '"rows": "many"'), /report\.json:\d+:\d+: rows is the text "many"/],
      ["sex,hired\nf,1\n", /report\.json:1:1: no JSON from here on/],
      [Uint8Array.of(0x7b, 0xff), /report\.json:1: file is not UTF-8/],
      ["[1]", /report\.json:1:1: /],
    ] as const) {
      written.stderr = "";
      expect(await plimsoll("--verify", await file("report.json", content), path)).toBe(2);
      expect(written.stderr).toMatch(message);
    }
    expect(await plimsoll("--verify", await file("report.json", whole), path, "--label", "hired")).toBe(2);
    expect(written.stderr).toContain("--label beside --verify; leave it out");
    expect(await plimsoll("--verify", join(folder, "none.json"), path)).toBe(2);
  });
});

describe("plimsoll audit --explain", () => {
  test("opens a figure to its formula, its numbers and its counts", async () => {
    const path = await file("hiring.csv", hiring);
    expect(await plimsoll(path, "--protected", "sex", "--explain", "demographicParityDifference")).toBe(0);
    expect(written.stdout).toContain("  highest − lowest\n  = 0.26 − 0.08 = 0.18\n");
    expect(written.stdout).toContain("selectionRate of sex female");
    expect(written.stdout).toContain("favourable ÷ decided\n    = 8 ÷ 100 = 0.08");
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
    expect(await plimsoll(path, "--profile", join(folder, "own.yaml"))).toBe(0);
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

describe("plimsoll audit --format", () => {
  test("what is shared hides small groups, unless it is told not to; what stays does not", async () => {
    const path = await file("hiring.csv", hiring);
    const [html, bare, markdown] = [join(folder, "r.html"), join(folder, "bare.html"), join(folder, "r.md")];
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
    expect((await readdir(folder)).filter((name) => name.includes("unfinished"))).toEqual([]);
  });
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

test("a table in Postgres, where it lies", async () => {
  const database = await createPostgresDatabase();
  try {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      'CREATE TABLE decisions AS SELECT CASE WHEN k < 100 THEN $1 ELSE $2 END AS sex, k % 100 < 8 + 18 * (k / 100) AS "Hired?" FROM generate_series(0, 199) AS k',
      ["f", "m"],
    );
    await client.end();
    expect(await plimsoll(database.url, "--table", "public.decisions", "--decision", "Hired?", "--json")).toBe(0);
    const report = auditReport.parse(JSON.parse(written.stdout));
    expect(report.source).toEqual({ name: "table public.decisions", format: "postgres", hash: null });
    expect(report.sentences[0]).toContain("Of 100 women 8 were selected, of 100 men 26 (difference 18 points");
    expect(written.stdout + written.stderr).not.toContain("127.0.0.1");
    for (const [options, message] of [
      [["--table", "public.nothing"], "table public.nothing: there is no such table"],
      [[], "a database without a table"],
    ] as const) {
      written.stderr = "";
      expect(await plimsoll(database.url, ...options)).toBe(2);
      expect(written.stderr).toContain(message);
    }
  } finally {
    await database.drop();
  }
  expect(await plimsoll("postgres://nobody@127.0.0.1:1/none", "--table", "decisions")).toBe(2);
  expect(written.stderr).toContain("no answer from Postgres");
});

describe("what is wrong is said at its place, with exit code 2", () => {
  test.each<[string, string | Uint8Array, string[], RegExp]>([
    [
      "no-column.csv",
      "sex,y\nf,1\n",
      ["--protected", "gender", "--label", "y"],
      /no column "gender"; there are sex, y/,
    ],
    ["case.csv", "sex,y\nf,1\n", ["--protected", "Sex", "--label", "y"], /no column "Sex"; did you mean "sex"\?/],
    [
      "score.csv",
      'sex,y,s\nf,1,0.5\n"m\nx",0,1.2\nf,0,7\n',
      ["--label", "y", "--score", "s"],
      /score\.csv:3: score s "1\.2" is not a number from 0 to 1/,
    ],
    ["nan.csv", "sex,y,s\nf,1,0.5\n\nm,0,NaN\n", ["--label", "y", "--score", "s"], /nan\.csv:4: score s "NaN"/],
    [
      "mixed.ndjson",
      '{"sex":"f","s":0.5}\n\n{"sex":"say \\"m\\"","s":"high"}\n',
      ["--score", "s"],
      /mixed\.ndjson:3: score s "high"/,
    ],
    ["weight.csv", "sex,y,w\nf,1,\n", ["--label", "y", "--weight", "w"], /weight\.csv:2: weight w is missing/],
    ["empty.csv", "", [], /empty\.csv: the file is empty/],
    ["header.csv", "sex,y\n", ["--protected", "sex", "--label", "y"], /no row of decisions/],
    ["twice.csv", "sex,y,sex\nf,1,m\n", [], /twice\.csv:1: column "sex" occurs twice, first as column 1/],
    ["ragged.csv", "sex,y\nf,1\nm\n", [], /ragged\.csv:3: 1 values instead of 2/],
    ["quote.csv", 'sex,y\nf,1\n"m,0\n', [], /quote\.csv:3: a quote that is not closed/],
    [
      "latin.csv",
      Uint8Array.of(...Buffer.from("sex,y\nf,1\n"), 0xff, ...Buffer.from(",0\n")),
      [],
      /latin\.csv:3: bytes that are not UTF-8/,
    ],
    ["utf16.csv", Uint8Array.of(0xff, 0xfe, 115, 0), [], /utf16\.csv: the file is UTF-16; save it as UTF-8/],
    ["classes.csv", "sex,y\nf,good\nm,bad\n", [], /label y holds "good", "bad"; say by --positive-label/],
    ["typo.csv", "sex,y\nf,good\nm,bad\n", ["--positive-label", "gud"], /label y holds "bad", "good"/],
    [
      "decisions.csv",
      "sex,decision\nf,yes\nm,no\n",
      [],
      /decision decision holds "yes", "no"; say by --favourable-decision/,
    ],
    ["nothing.csv", "sex,y\nf,\nm,\n", ["--label", "y"], /label y has no value/],
    ["outcome.csv", "sex,age\nf,30\nm,40\n", [], /no decision, label or score was recognised; name one by --decision/],
    [
      "attribute.csv",
      "x,y\n1,0\n",
      [],
      /no protected attribute was recognised; name one by --protected; there are x, y/,
    ],
    ["cut.parquet", "PAR1abcdefghijklmnop", [], /cut\.parquet: not a Parquet file, or one that was cut off/],
    ["broken.ndjson", '{"sex":"f","y":1}\n{"sex":"m","y":0\n', [], /broken\.ndjson:2: no JSON object/],
  ])("%s", async (name, content, options, message) => {
    expect(await plimsoll(await file(name, content), ...options)).toBe(2);
    expect(written.stderr).toMatch(message);
    expect(written.stderr).not.toMatch(/\bat .*\.ts:\d/);
    expect(written.stdout).toBe("");
  });

  test("arguments and other files", async () => {
    const path = await file("fine.csv", "sex,hired\nf,1\nm,0\n");
    for (const [options, message] of [
      [["--level", "95"], '--level "95" is not a number above 0 and below 1'],
      [["--data-seen-on", "2026-02-30"], '"2026-02-30" is not a date'],
      [["--reference", "White"], '--reference "White" names no group'],
      [["--reference", "sex=x"], "reference group not found"],
      [["--threshold", "high"], '--threshold "high" is not a number from 0 to 1'],
      [["--threshold", "1.5"], '--threshold "1.5" is not a number from 0 to 1'],
      [["--favourable-decision", "yes"], 'decision hired holds "0", "1"; say by --favourable-decision'],
      [["--protected", "sex", "--control", "sex"], 'column "sex" named twice: as protected and as control'],
      [["--protected", ", "], '--protected ", " names nothing'],
      [["--delimiter", "ab"], '--delimiter "ab" is not one character'],
      [["--profile", "lendin"], '--profile "lendin" is no profile; did you mean lending?'],
      [["--profile", "none.yaml"], "none.yaml: there is no such file"],
      [["--explain", "toString"], '--explain "toString" is no figure'],
      [["--table", "hr.decisions"], "--table without a database"],
      [["--stages", "applied"], "--stages applied are not two or more different stages"],
      [["--json", "--format", "html"], "--json beside --format html"],
      [["--explain", "selectionRate", "--format", "html"], "--explain beside --format html"],
      [["--suppress-below", "10"], "--suppress-below without a report to share"],
      [["--task", "regression", "--label", "hired"], "a regression without a score"],
      [["--output", join(folder, "none", "report.html")], "report.html: cannot be written"],
      [["--threshold", "0.5"], "--threshold without a score"],
      [["--profile", "ll144"], "ll144 without two attributes"],
      [["--map", await file("map.yaml", "protected: [sex]\nlable: y\n")], "map.yaml:2:1: unknown key"],
      [
        ["--limits", await file("bare.yaml", "limits: [{ disparity: demographicParityRatio, bound: 0.8 }]\n")],
        "bare.yaml:1",
      ],
    ] as const) {
      written.stderr = "";
      expect(await plimsoll(path, ...options), message).toBe(2);
      expect(written.stderr).toContain(message);
    }
    expect(await plimsoll(join(folder, "none.csv"))).toBe(2);
    expect(await plimsoll(folder)).toBe(2);
  });
});

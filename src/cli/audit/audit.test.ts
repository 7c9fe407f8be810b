import pg from "pg";
import { describe, expect, test } from "vitest";
import { auditedFiles, hiring } from "../../../test/harness/audited-files.ts";
import { capturedOutput } from "../../../test/harness/captured-output.ts";
import { createPostgresDatabase } from "../../../test/harness/postgres.ts";
import { auditReport } from "../../contract/audit-report.ts";

const { file, plimsoll } = auditedFiles();
const written = capturedOutput();

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

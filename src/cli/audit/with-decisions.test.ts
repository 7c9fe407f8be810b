import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { auditedFiles } from "../../../test/harness/audited-files.ts";
import { capturedOutput } from "../../../test/harness/captured-output.ts";

const { file, place, plimsoll } = auditedFiles();
const written = capturedOutput();

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
    ["classes.csv", "sex,y\nf,good\nm,bad\n", [], /label y holds "bad", "good"; say by --positive-label/],
    ["typo.csv", "sex,y\nf,good\nm,bad\n", ["--positive-label", "gud"], /label y holds "bad", "good"/],
    [
      "decisions.csv",
      "sex,decision\nf,yes\nm,no\n",
      [],
      /decision decision holds "no", "yes"; say by --favourable-decision/,
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
      [["--output", join(place.folder, "none", "report.html")], "report.html: cannot be written"],
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
    expect(await plimsoll(join(place.folder, "none.csv"))).toBe(2);
    expect(await plimsoll(place.folder)).toBe(2);
  });
});

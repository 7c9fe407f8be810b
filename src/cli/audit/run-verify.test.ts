import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { auditedFiles, hiring } from "../../../test/harness/audited-files.ts";
import { capturedOutput } from "../../../test/harness/captured-output.ts";

const { file, place, plimsoll } = auditedFiles();
const written = capturedOutput();

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
    written.stdout = "";
    expect(await plimsoll(path, "--format", "json", "--suppress-below", "30")).toBe(0);
    expect(await plimsoll("--verify", await file("shared.json", written.stdout), path)).toBe(2);
    expect(written.stderr).toContain("shared.json: small cells are hidden in it");
    expect(await plimsoll("--verify", await file("report.json", whole), path, "--label", "hired")).toBe(2);
    expect(written.stderr).toContain("--label beside --verify; leave it out");
    expect(await plimsoll("--verify", join(place.folder, "none.json"), path)).toBe(2);
  });
});

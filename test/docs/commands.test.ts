import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documents } from "../architecture/dead-paths.ts";
import { citedCommands, mismatch } from "../harness/cited-commands.ts";
import { repository } from "../harness/repository.ts";

describe("what documents show as a session", () => {
  let folder = "";
  // A folder that looks like the checkout, where a command may leave its .plimsoll behind.
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "plimsoll-docs-"));
    for (const name of ["bin", "dist", "examples", "schema", "node_modules", "package.json"])
      symlinkSync(join(repository, name), join(folder, name));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const commands = documents(repository).flatMap((document) => citedCommands(repository, document));
  it.for(commands)("$document:$line: $command", (cited) => {
    const env = { PATH: process.env.PATH, HOME: folder, TMPDIR: tmpdir() };
    const { status, stdout, stderr } = spawnSync("/bin/sh", ["-c", cited.command], {
      cwd: folder,
      env,
      encoding: "utf8",
    });
    expect(mismatch(cited, { exitCode: status, printed: stdout + stderr })).toBeNull();
  });

  it("is found only in console blocks", () => {
    const root = mkdtempSync(join(tmpdir(), "plimsoll-docs-"));
    mkdirSync(join(root, "docs"));
    writeFileSync(
      join(root, "docs/a.md"),
      "```sh\n$ not run\n```\n```console\n$ plimsoll validate a.yaml  # exit 2\na.yaml:1:1: … is\n\n$ true\n```\n",
    );
    expect(citedCommands(root, "docs/a.md")).toEqual([
      {
        document: "docs/a.md",
        line: 5,
        command: "plimsoll validate a.yaml",
        output: ["a.yaml:1:1: … is"],
        exitCode: 2,
      },
      { document: "docs/a.md", line: 8, command: "true", output: [], exitCode: 0 },
    ]);
    rmSync(root, { recursive: true });
  });

  it.each([
    ["a 1 b 2", 0, null],
    ["b 2 a 1", 0, `does not print "a … b"`],
    ["a 1 b 2", 1, "ends with 1, not 0"],
  ])("is held against what is printed: %s, exit %i", (printed, exitCode, expected) => {
    const cited = { document: "a.md", line: 1, command: "x", output: ["a … b"], exitCode: 0 };
    const found = mismatch(cited, { exitCode, printed });
    if (expected === null) expect(found).toBeNull();
    else expect(found).toContain(expected);
  });
});

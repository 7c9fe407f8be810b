import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plimsoll } from "../harness/cli.ts";
import { repository } from "../harness/repository.ts";

const valid = `version: 1
systems: [{ id: chatbot }]
risks:
  - id: wrong-advice
    system: chatbot
    category: model
    event: It gives wrong advice.
    owner: mara
    inherent: { likelihood: 3, impact: 4 }
`;
const wrong = valid.replace("owner", "ownr").replace("likelihood: 3", "likelihood: 8");

let folder: string;
const file = (name: string, text: string | Uint8Array) => {
  writeFileSync(join(folder, name), text);
  return name;
};
const validate = (...args: string[]) => plimsoll(["validate", ...args], { cwd: folder });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plimsoll-validate-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("plimsoll validate", () => {
  test("a valid file is one line", async () => {
    const result = await validate(file("valid.yaml", valid));
    expect(result).toMatchObject({
      exitCode: 0,
      stdout: "valid.yaml is valid: 1 system, 1 risk, 0 controls, 0 limits\n",
      stderr: "",
    });
  });

  test("mistakes go to stderr, with a line at the end, and exit 2", async () => {
    const result = await validate(file("wrong.yaml", wrong), file("valid.yaml", valid));
    expect(result).toMatchObject({
      exitCode: 2,
      stdout: "valid.yaml is valid: 1 system, 1 risk, 0 controls, 0 limits\n",
      stderr: `wrong.yaml:8:5: unknown key "ownr"; write "owner"
wrong.yaml:9:29: likelihood level 8 is outside the scale; write a level from 1 (rare) to 5 (frequent)
2 mistakes in 1 of 2 files
`,
    });
  });

  test("warnings leave a file valid", async () => {
    const unrated = valid.replace(/ {4}inherent.*\n/, "");
    expect(await validate(file("unrated.yaml", unrated))).toMatchObject({
      exitCode: 0,
      stdout: "unrated.yaml is valid: 1 system, 1 risk (1 unrated), 0 controls, 0 limits\n",
      stderr:
        'unrated.yaml:4:5: warning: risk "wrong-advice" is unrated; add inherent levels or a scenario; until then it is shown as unrated\n',
    });
  });

  test("--json is one document, whatever is found", async () => {
    const result = await validate("--json", file("wrong.yaml", wrong), "missing.yaml", file("valid.yaml", valid));
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toBe("");
    expect(JSON.parse(result.stdout)).toEqual({
      valid: false,
      mistakes: [
        {
          file: "wrong.yaml",
          line: 8,
          column: 5,
          path: "/risks/0/ownr",
          what: 'unknown key "ownr"',
          remedy: 'write "owner"',
        },
        {
          file: "wrong.yaml",
          line: 9,
          column: 29,
          path: "/risks/0/inherent/likelihood",
          what: "likelihood level 8 is outside the scale",
          remedy: "write a level from 1 (rare) to 5 (frequent)",
        },
        {
          file: "missing.yaml",
          line: null,
          column: null,
          path: "",
          what: "there is no such file",
          remedy: "check the path",
        },
      ],
      warnings: [],
      counts: { systems: 1, risks: 1, controls: 0, limits: 0, dependencies: 0, people: 0, unrated: 0 },
    });
  });

  test("reads standard input for -", async () => {
    const result = await plimsoll(["validate", "-"], { stdin: wrong.replace("ownr", "owner") });
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toMatch(/^stdin:9:29: likelihood level 8 is outside the scale; .*\n1 mistake in stdin\n$/);
  });

  test.each([
    ["a file that is not there", () => "missing.yaml", "missing.yaml: there is no such file; check the path\n"],
    ["a folder", () => ".", ".: it is a folder; name a file in it\n"],
    [
      "50 MB",
      () => file("large.yaml", new Uint8Array(50_000_000).fill(0x20)),
      "large.yaml:1:1: file has 50 MB, more than 32 MB; split the portfolio into several files\n",
    ],
    [
      "binary",
      () => file("model.bin", new Uint8Array([0x50, 0x4b, 3, 4, 0])),
      "model.bin:1:5: file is binary: it has a NUL byte (byte 5 of the file); give a YAML file in UTF-8\n",
    ],
    ["empty", () => file("empty.yaml", ""), "empty.yaml:1:1: file is empty; start it with `version: 1`\n"],
  ])("%s is a mistake like others", async (_, make, message) => {
    const name = make();
    expect(await validate(name)).toMatchObject({
      exitCode: 2,
      stdout: "",
      stderr: `${message}1 mistake in ${name}\n`,
    });
  });

  test("a reader that has seen enough ends it quietly", async () => {
    const risks = Array.from({ length: 20_000 }, (_, index) => `  - { id: "${index}" }\n`).join("");
    const name = file("many.yaml", `version: 1\nrisks:\n${risks}`);
    const child = spawn(process.execPath, [join(repository, "bin/plimsoll"), "validate", "--json", name], {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stderr = "";
    child.stderr.on("data", (text) => {
      stderr += text;
    });
    child.stdout.once("data", () => child.stdout.destroy());
    await new Promise((resolve) => child.once("close", resolve));
    expect(stderr).toBe("");
    expect(child.signalCode).toBeNull();
  });
});

test("plimsoll schema prints the published schema", async () => {
  const { stdout, exitCode } = await plimsoll(["schema"]);
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ title: "Plimsoll portfolio file, version 1", type: "object" });
});

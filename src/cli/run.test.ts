import type { Command } from "commander";
import { afterEach, describe, expect, test, vi } from "vitest";
import { capturedOutput } from "../../test/harness/captured-output.ts";
import { Failure } from "../contract/failure.ts";
import { printJson } from "./output.ts";
import { run } from "./run.ts";

const written = capturedOutput();

afterEach(() => {
  vi.unstubAllEnvs();
  process.exitCode = undefined;
});

/** A program with one command, `weigh FILE [--json]`, that does as it is told. */
function weighing(action: () => void | Promise<void>) {
  return [
    (program: Command) => {
      program.command("weigh").summary("weigh a file").argument("<file>").option("--json").action(action);
    },
  ];
}

const throwing = (error: unknown) =>
  weighing(() => {
    throw error;
  });

describe("run", () => {
  test("without arguments says what there is", async () => {
    expect(
      await run(
        [],
        weighing(() => {}),
      ),
    ).toBe(0);
    expect(written.stdout).toContain("Usage: plimsoll [options] [command]");
    expect(written.stdout).toContain("weigh a file");
    expect(written.stdout).toContain("Exit codes: 0 done");
  });

  test("prints the version of the package", async () => {
    expect(await run(["--version"], [])).toBe(0);
    expect(written.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test.each([["--help"], ["help", "weigh"], ["weigh", "--help"]])("helps with %s %s", async (...args) => {
    expect(
      await run(
        args,
        weighing(() => {}),
      ),
    ).toBe(0);
    expect(written.stdout).toContain("Usage: plimsoll");
    expect(written.stderr).toBe("");
  });

  test.each<[string[], string]>([
    [["wiegh", "x"], "plimsoll: unknown command 'wiegh'; did you mean weigh?\n"],
    [["zzz"], "plimsoll: unknown command 'zzz'; plimsoll --help shows what there is\n"],
    [["weigh", "x", "--jsn"], "plimsoll: unknown option '--jsn'; did you mean --json?\n"],
    [["weigh"], "plimsoll: missing required argument 'file'; plimsoll --help shows what there is\n"],
    [
      ["weigh", "x", "y"],
      "plimsoll: too many arguments for 'weigh'. Expected 1 argument but got 2; plimsoll --help shows what there is\n",
    ],
  ])("%j ends with 2", async (args, message) => {
    expect(
      await run(
        args,
        weighing(() => {}),
      ),
    ).toBe(2);
    expect(written.stderr).toBe(message);
    expect(written.stdout).toBe("");
  });

  test("gives a command its exit code", async () => {
    const found = weighing(() => {
      process.exitCode = 1;
      printJson({ over: 3 });
    });
    expect(await run(["weigh", "x"], found)).toBe(1);
    expect(JSON.parse(written.stdout)).toEqual({ over: 3 });
  });

  test("prints each mistake of a refusal at its place", async () => {
    const failure = new Failure("invalid-input", "p.yaml has 2 mistakes", "correct the file", [
      { file: "p.yaml", line: 3, column: 7, path: "/risks", what: "risks is empty", remedy: "remove the key" },
      { file: "q.yaml", path: "", what: "there is no such file", remedy: "check the path" },
    ]);
    expect(await run(["weigh", "p.yaml"], throwing(failure))).toBe(2);
    expect(written.stderr).toBe(
      "p.yaml:3:7: risks is empty; remove the key\nq.yaml: there is no such file; check the path\nplimsoll: p.yaml has 2 mistakes; correct the file\n",
    );
  });

  test("a refusal by the state of things ends with 4", async () => {
    const failure = new Failure("in-use", "folder .plimsoll is in use", "stop the other server");
    expect(await run(["weigh", "p.yaml"], throwing(failure))).toBe(4);
    expect(written.stderr).toBe("plimsoll: folder .plimsoll is in use; stop the other server\n");
  });

  test("a fault of ours ends with 3, in one line", async () => {
    expect(await run(["weigh", "p.yaml"], throwing(new TypeError("x is not a function")))).toBe(3);
    expect(written.stderr).toBe(
      "plimsoll: unexpected error: x is not a function; this is a fault of Plimsoll: run it again with PLIMSOLL_DEBUG=1 and report what it prints\n",
    );
  });

  test("whoever debugs gets the stack", async () => {
    vi.stubEnv("PLIMSOLL_DEBUG", "1");
    expect(await run(["weigh", "p.yaml"], throwing(new TypeError("x is not a function")))).toBe(3);
    expect(written.stderr).toMatch(/^TypeError: x is not a function\n +at /);
  });
});

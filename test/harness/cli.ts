import { type ChildProcess, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repository } from "./repository.ts";

export interface CliOptions {
  /** Whole text of stdin; without it stdin is empty. */
  readonly stdin?: string | Uint8Array;
  /** Added to an environment that holds no more than PATH, HOME and the temporary folder. */
  readonly env?: Readonly<Record<string, string>>;
  /** Default: the temporary folder, so that a command which writes beside itself does not write into the checkout. */
  readonly cwd?: string;
  /** Another program than bin/plimsoll, to try this harness itself. */
  readonly program?: string;
}

export interface CliResult {
  readonly stdout: string;
  readonly stderr: string;
  /** Null when a signal ended the process. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface RunningCli {
  readonly process: ChildProcess;
  readonly finished: Promise<CliResult>;
  /** What the process has written up to now. */
  output(): { stdout: string; stderr: string };
  /** `kill -9`, and the wait for the end. */
  kill(): Promise<CliResult>;
}

/** Runs `./bin/plimsoll` to its end, as a user's shell does: `await plimsoll(["validate", file])`. */
export function plimsoll(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  return startPlimsoll(args, options).finished;
}

/** Starts `./bin/plimsoll` and returns while it runs. */
export function startPlimsoll(
  args: readonly string[],
  { stdin, env, cwd = tmpdir(), program = join(repository, "bin/plimsoll") }: CliOptions = {},
): RunningCli {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: tmpdir(), ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  child.stdin.on("error", () => {}); // A command may end before it has read everything.
  child.stdin.end(stdin);
  const finished = new Promise<CliResult>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode, signal) => resolve({ stdout, stderr, exitCode, signal }));
  });
  return {
    process: child,
    finished,
    output: () => ({ stdout, stderr }),
    kill() {
      child.kill("SIGKILL");
      return finished;
    },
  };
}

import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { Failure } from "../contract/failure.ts";
import { type ExitCode, exitCodeOf, exitCodes } from "./exit-code.ts";
import { mistakeLine, note } from "./output.ts";

/** Adds one command to the program. What it needs beyond the frame it imports when it runs, so that others start fast. */
export type RegisterCommand = (program: Command) => void;

const examples = `
Examples:
  $ plimsoll validate plimsoll.yaml    every mistake, with its line and what to do
  $ plimsoll score plimsoll.yaml       every risk on the scale: inherent, residual, target
  $ plimsoll quantify plimsoll.yaml    what a year may cost, for each risk and for all
  $ plimsoll control plimsoll.yaml --set review=working
                                       what changes if the control works
  $ plimsoll frontier plimsoll.yaml --budget 250000
                                       which controls to fund
  $ plimsoll apply plimsoll.yaml       show what would change in the register, then change it
  $ plimsoll serve                     the register and its heat map in a browser

Exit codes: 0 done, 1 a check found something, 2 wrong input, 3 a fault of Plimsoll, 4 refused by the state of things.
With --json, stdout is one JSON document; progress and warnings go to stderr.`;

/** Runs one command line to its end and says with what exit code the process is to end. */
export async function run(args: readonly string[], commands: readonly RegisterCommand[]): Promise<ExitCode> {
  const program = frame();
  for (const register of commands) register(program);
  if (args.length === 0) {
    program.outputHelp();
    return exitCodes.done;
  }
  try {
    await program.parseAsync(args, { from: "user" });
    return (process.exitCode as ExitCode | undefined) ?? exitCodes.done;
  } catch (error) {
    return explain(error);
  }
}

function frame(): Command {
  return new Command("plimsoll")
    .description("Draws the load line for AI systems: detects, scores, quantifies and reports AI risk.")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .addHelpText("after", examples)
    .showSuggestionAfterError()
    .configureOutput({ outputError: (text, write) => write(inOurWords(text)) })
    .exitOverride();
}

function version(): string {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return version;
}

/** Commander's `error: unknown option '--jsn'\n(Did you mean --json?)` on one line, with what to do. */
function inOurWords(text: string): string {
  const [what = "", ...rest] = text
    .trim()
    .replace(/^error: /, "")
    .split("\n");
  const suggestion = /^\(Did you mean (.+)\?\)$/.exec(rest.join(" "))?.[1];
  const remedy = suggestion ? `did you mean ${suggestion}?` : "plimsoll --help shows what there is";
  return `plimsoll: ${what.replace(/\.$/, "")}; ${remedy}\n`;
}

/** Prints why a command line did not come to its end; the stack only for whoever debugs Plimsoll. */
export function explain(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongInput;
  if (error instanceof Failure && error.code !== "internal") {
    for (const mistake of error.mistakes) note(mistakeLine(mistake));
    note(`plimsoll: ${error.message}; ${error.remedy}`);
    return exitCodeOf(error.code);
  }
  const message = error instanceof Error ? error.message : String(error);
  const isDebugging = process.env.PLIMSOLL_DEBUG === "1";
  const how = isDebugging
    ? "report it with what is above"
    : "run it again with PLIMSOLL_DEBUG=1 and report what it prints";
  if (isDebugging && error instanceof Error) note(error.stack ?? message);
  note(`plimsoll: unexpected error: ${message.split("\n")[0]}; this is a fault of Plimsoll: ${how}`);
  return exitCodes.ourFault;
}

import type { Command } from "commander";
import { Failure, type Mistake } from "../contract/failure.ts";
import { exitCodes } from "./exit-code.ts";
import { mistakeLine, note, print, printJson } from "./output.ts";

const mostWarnings = 20;

export function validateCommand(program: Command): void {
  program
    .command("validate")
    .summary("check portfolio files and name every mistake")
    .description(
      "Checks portfolio files and names every mistake at once, as file:line:column: what is wrong; what to do.\n" +
        "Ends with 0 if all files are valid, warnings included, and with 2 if one is not.",
    )
    .argument("<file...>", "portfolio files; - reads standard input")
    .option("--json", "print one JSON document: { valid, mistakes, warnings, counts }")
    .action(async (files: string[], { json }: { json?: boolean }) => {
      const checked: CheckedFile[] = [];
      for (const file of files) checked.push(await check(file));
      if (checked.some(({ mistakes }) => mistakes.length > 0)) process.exitCode = exitCodes.wrongInput;
      if (json) printJson(document(checked));
      else report(checked);
    });
}

interface CheckedFile {
  readonly name: string;
  readonly mistakes: readonly Mistake[];
  readonly warnings: readonly Mistake[];
  readonly counts: Counts;
}

type Counts = Record<(typeof sections)[number] | "unrated", number>;

const sections = ["systems", "risks", "controls", "limits", "dependencies", "people"] as const;
const nothing: Counts = { systems: 0, risks: 0, controls: 0, limits: 0, dependencies: 0, people: 0, unrated: 0 };

async function check(file: string): Promise<CheckedFile> {
  const [{ inputName, readInput }, { readPortfolio }] = await Promise.all([
    import("./read-input.ts"),
    import("../portfolio/read-portfolio.ts"),
  ]);
  const name = inputName(file);
  try {
    const read = readPortfolio(await readInput(file), name);
    if ("mistakes" in read) return { name, mistakes: read.mistakes, warnings: [], counts: nothing };
    const { portfolio, warnings } = read;
    const counts = { ...nothing };
    for (const section of sections) counts[section] = portfolio[section]?.length ?? 0;
    const isUnrated = ({
      inherent,
      residual,
      scenario,
    }: {
      inherent?: unknown;
      residual?: unknown;
      scenario?: unknown;
    }) => !(inherent ?? residual ?? scenario);
    counts.unrated = portfolio.risks?.filter(isUnrated).length ?? 0;
    return { name, mistakes: [], warnings, counts };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { name, mistakes: error.mistakes, warnings: [], counts: nothing };
  }
}

function document(checked: readonly CheckedFile[]) {
  const written = (mistakes: readonly Mistake[]) =>
    mistakes.map(({ file, line, column, path, what, remedy }) => ({
      file,
      line: line ?? null,
      column: column ?? null,
      path,
      what,
      remedy,
    }));
  const mistakes = written(checked.flatMap((file) => file.mistakes));
  const counts = { ...nothing };
  for (const file of checked) {
    for (const key of Object.keys(counts) as (keyof Counts)[]) counts[key] += file.counts[key];
  }
  return {
    valid: mistakes.length === 0,
    mistakes,
    warnings: written(checked.flatMap((file) => file.warnings)),
    counts,
  };
}

function report(checked: readonly CheckedFile[]): void {
  for (const { name, mistakes, warnings, counts } of checked) {
    for (const mistake of mistakes) note(mistakeLine(mistake));
    for (const warning of warnings.slice(0, mostWarnings)) {
      note(mistakeLine({ ...warning, what: `warning: ${warning.what}` }));
    }
    if (warnings.length > mostWarnings) {
      note(`${name}: and ${warnings.length - mostWarnings} more warnings; --json lists all`);
    }
    if (mistakes.length === 0) print(`${name} is valid: ${sentence(counts)}`);
  }
  const wrong = checked.filter(({ mistakes }) => mistakes.length > 0);
  if (wrong.length === 0) return;
  const total = wrong.reduce((sum, { mistakes }) => sum + mistakes.length, 0);
  const where = checked.length === 1 ? wrong[0]!.name : `${wrong.length} of ${checked.length} files`;
  note(`${plural(total, "mistake")} in ${where}`);
}

function sentence(counts: Counts): string {
  const unrated = counts.unrated === 0 ? "" : ` (${counts.unrated} unrated)`;
  return `${plural(counts.systems, "system")}, ${plural(counts.risks, "risk")}${unrated}, ${plural(counts.controls, "control")}, ${plural(counts.limits, "limit")}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

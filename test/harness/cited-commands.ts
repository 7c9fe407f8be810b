import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A command that a document shows after `$ `, with the lines of output shown below it. */
export interface CitedCommand {
  readonly document: string;
  readonly line: number;
  readonly command: string;
  /** Each must occur in what the command prints, in this order; `…` stands for anything. */
  readonly output: readonly string[];
  /** From a comment at the end, `# exit 2`; else 0. */
  readonly exitCode: number;
}

/** The commands of a document's blocks that begin with ```console: what is shown as a session is run as one. */
export function citedCommands(root: string, document: string): CitedCommand[] {
  const commands: (CitedCommand & { output: string[] })[] = [];
  let inside = false;
  readFileSync(join(root, document), "utf8")
    .split("\n")
    .forEach((text, row) => {
      if (text.startsWith("```")) inside = text === "```console";
      else if (inside && text.startsWith("$ ")) {
        const [, command = "", exit = "0"] = /^\$ (.*?)(?:\s+# exit (\d+))?$/.exec(text) ?? [];
        commands.push({ document, line: row + 1, command, output: [], exitCode: Number(exit) });
      } else if (inside && text.trim() !== "") commands.at(-1)?.output.push(text.trim());
    });
  return commands;
}

/** What is wrong with a run of the command, or null. */
export function mismatch(cited: CitedCommand, run: { exitCode: number | null; printed: string }): string | null {
  if (run.exitCode !== cited.exitCode) return `ends with ${run.exitCode}, not ${cited.exitCode}: ${run.printed}`;
  let rest = run.printed;
  for (const line of cited.output) {
    const parts = line.split("…").map((part) => part.trim());
    for (const part of parts) {
      const at = rest.indexOf(part);
      if (at < 0) return `does not print "${line}": ${run.printed}`;
      rest = rest.slice(at + part.length);
    }
  }
  return null;
}

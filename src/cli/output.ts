import type { Mistake } from "../contract/failure.ts";

/** The answer of a command. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** The answer of a command with `--json`: one document, and nothing else goes to stdout. */
export function printJson(document: unknown): void {
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

/** Mistakes, warnings and progress. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** `file:line:column: what is wrong; what to do`, as far as the place is known. */
export function mistakeLine({ file, line, column, what, remedy }: Mistake): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  return place === "" ? `${what}; ${remedy}` : `${place}: ${what}; ${remedy}`;
}

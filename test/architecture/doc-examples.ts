import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { SourceFile, SourceTree, Violation } from "./source-tree.ts";

/** An example of a docstring: what comes before, an expression, and what it should give. */
export interface Example {
  readonly path: string;
  readonly line: number;
  readonly setup: string;
  readonly expression: string;
  /** Code of the value, or after `throws` a part of the message. */
  readonly expected: { readonly value: string } | { readonly message: string };
}

/** Every exported function of the engine says what it is, and every file, which holds one idea, shows it at work. */
export function undocumentedFunctions(tree: SourceTree): Violation[] {
  return engineFiles(tree).flatMap((file) => {
    const functions = file.exports.filter(({ kind }) => kind === "function");
    const silent = functions.filter(({ line }) => docstringOf(file, line) === undefined);
    const [first] = functions;
    if (first === undefined) return [];
    const shown = file.comments.some((comment) => examplesIn(file, comment).length > 0);
    return [
      ...silent.map(({ name, line }) => `${file.path}:${line}: ${name} has no docstring; define it in a sentence`),
      ...(shown ? [] : [`${file.path}:${first.line}: no example; add @example with a line "expression // => value"`]),
    ];
  });
}

/** All examples of the engine's docstrings, in order. */
export function docExamples(tree: SourceTree): Example[] {
  return engineFiles(tree).flatMap((file) => file.comments.flatMap((comment) => examplesIn(file, comment)));
}

/**
 * Runs an example with the engine's exports in scope, and says how its value differs, or null if it agrees.
 *
 * Numbers agree to nine digits, or, where the expected one is written with three significant digits or more, when they
 * round to it; `// => 0.25 ± 1e-8` says how far they may part. `// throws part of message` expects an error.
 */
export async function differenceOf(example: Example, tree: SourceTree): Promise<string | null> {
  const scope = await namesIn(`${example.setup}\n${example.expression}`, example.path, tree);
  const run = (code: string) => new Function(...Object.keys(scope), `"use strict"; ${code}`)(...Object.values(scope));
  const code = `${example.setup}\nreturn (${example.expression}\n);`;
  if ("message" in example.expected) {
    try {
      return `gives ${show(run(code))}, and does not throw ${example.expected.message}`;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return message.includes(example.expected.message) ? null : `throws ${message}`;
    }
  }
  const [value = "", tolerance] = example.expected.value.split(" ± ");
  const expected = run(`return (${value});`);
  const actual = run(code);
  if (tolerance !== undefined) return Math.abs(actual - expected) <= Number(tolerance) ? null : `gives ${show(actual)}`;
  return agree(actual, expected, value) ? null : `gives ${show(actual)}`;
}

/** The engine's exports that the code names; where two files export one name, the example's own file is meant. */
async function namesIn(code: string, path: string, tree: SourceTree): Promise<Record<string, unknown>> {
  const words = new Set(code.match(/[\p{L}$_][\p{L}\p{N}$_]*/gu));
  const scope: Record<string, unknown> = {};
  for (const file of engineFiles(tree).sort((a, b) => Number(a.path === path) - Number(b.path === path))) {
    const named = file.exports.filter(({ name, kind }) => kind !== "type" && words.has(name));
    if (named.length === 0) continue;
    const module = await import(/* @vite-ignore */ pathToFileURL(join(tree.root, file.path)).href);
    for (const { name } of named) scope[name] = module[name];
  }
  return scope;
}

function agree(actual: unknown, expected: unknown, written: string): boolean {
  if (typeof actual === "number" && typeof expected === "number") {
    if (Object.is(actual, expected) || Math.abs(actual - expected) <= 1e-9 * Math.abs(expected)) return true;
    // The literal of this number, as it was written among others: its digits tell how far it was rounded.
    const literals = [...written.matchAll(/-?\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?/gi)].map(([text]) =>
      text.replaceAll("_", ""),
    );
    return literals.some((literal) => {
      if (Number(literal) !== expected) return false;
      const [mantissa = "", exponent = "0"] = literal.toLowerCase().split("e");
      const digits = mantissa.replace(/^-?0*\.?0*|\./g, "").length;
      const decimals = mantissa.split(".")[1]?.length ?? 0;
      return digits >= 3 && Math.abs(actual - expected) <= 0.5000001 * 10 ** (Number(exponent) - decimals);
    });
  }
  if (typeof actual !== "object" || actual === null || typeof expected !== "object" || expected === null)
    return Object.is(actual, expected);
  const [a, b] = [plain(actual), plain(expected)];
  const keys = Object.keys(b);
  return keys.length === Object.keys(a).length && keys.every((key) => key in a && agree(a[key], b[key], written));
}

/** Arrays, typed arrays, maps and records alike as records. */
function plain(value: object): Record<string, unknown> {
  if (value instanceof Map) return Object.fromEntries(value);
  return { ...value } as Record<string, unknown>;
}

function show(value: unknown): string {
  return (
    JSON.stringify(value, (_, item) => (ArrayBuffer.isView(item) ? Array.from(item as Float64Array) : item)) ??
    String(value)
  );
}

function engineFiles(tree: SourceTree): SourceFile[] {
  return [...tree.files.values()].filter(({ path, isTest }) => path.startsWith("src/engine/") && !isTest);
}

type Docstring = SourceFile["comments"][number];

/** The docstring that ends on the line above. */
function docstringOf(file: SourceFile, line: number): Docstring | undefined {
  return file.comments.find(
    ({ type, value, end }) => type === "Block" && value.startsWith("*") && file.lineOf(end) === line - 1,
  );
}

function examplesIn(file: SourceFile, { type, value, start }: Docstring): Example[] {
  if (type !== "Block" || !value.startsWith("*") || !value.includes("@example")) return [];
  const examples: Example[] = [];
  let inside = false;
  let pending: string[] = [];
  value.split("\n").forEach((raw, row) => {
    const line = raw.replace(/^\s*\*? ?/, "");
    if (/^@/.test(line)) {
      inside = line.startsWith("@example");
      pending = [];
    }
    const code = line.replace(/^@example\s*/, "");
    if (!inside || /^```/.test(code)) return;
    const shown = /^(.*?)\s*\/\/\s*(=>|throws)\s*(.*)$/.exec(code);
    if (shown === null) {
      pending.push(code);
      return;
    }
    const [, last = "", arrow, expected = ""] = shown;
    const { setup, expression } = partExpression([...pending, last.replace(/;\s*$/, "")]);
    pending = setup.split("\n");
    examples.push({
      path: file.path,
      line: file.lineOf(start) + row,
      setup,
      expression,
      expected: arrow === "throws" ? { message: expected } : { value: expected },
    });
  });
  return examples;
}

/** An expression may span lines: it is the shortest run of last lines that can stand after `return`. */
function partExpression(lines: readonly string[]): { setup: string; expression: string } {
  for (let first = lines.length - 1; first >= 0; first--) {
    const expression = lines.slice(first).join("\n");
    try {
      new Function(`return (${expression}\n);`);
      return { setup: lines.slice(0, first).join("\n"), expression };
    } catch {
      // One more line.
    }
  }
  return { setup: "", expression: lines.join("\n") };
}

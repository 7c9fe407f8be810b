import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { type Comment, type Program, parseSync, Visitor } from "oxc-parser";

export interface SourceTree {
  readonly root: string;
  /** Every TypeScript file of src, web, test and bench, by its path from the root. */
  readonly files: ReadonlyMap<string, SourceFile>;
}

export interface SourceFile {
  /** From the root, with slashes: `src/engine/stats/normal.ts`. */
  readonly path: string;
  readonly text: string;
  readonly program: Program;
  readonly comments: readonly Comment[];
  readonly imports: readonly Import[];
  readonly exports: readonly Export[];
  readonly isTest: boolean;
  lineOf(offset: number): number;
}

interface Import {
  readonly specifier: string;
  readonly line: number;
  /** The file it leads to, from the root; null for packages, builtins and relative paths that lead nowhere. */
  readonly target: string | null;
}

export interface Export {
  readonly name: string;
  readonly line: number;
  readonly kind: "type" | "function" | "value";
  /** Passed on from another file. */
  readonly isReexport: boolean;
}

/** A finding as a compiler prints it: `src/engine/a.ts:3: what is wrong; what to do`. */
export type Violation = string;

export const sourceFolders = ["src", "web", "test", "bench"] as const;

/** Reads and parses the tree; throws where a file does not parse, so that no file is skipped in silence. */
export function readSourceTree(root: string): SourceTree {
  const paths = sourceFolders.flatMap((folder) => filesUnder(root, folder)).filter((path) => /\.tsx?$/.test(path));
  return { root, files: new Map(paths.map((path) => [path, readSourceFile(root, path)])) };
}

/** Paths from the root of all files under a folder, with slashes, in order. */
export function filesUnder(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !/(^|\/)(node_modules|dist)\//.test(path))
    .sort();
}

function readSourceFile(root: string, path: string): SourceFile {
  const text = readFileSync(join(root, path), "utf8");
  const { program, comments, errors, module } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path} does not parse: ${errors[0].message}`);

  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const lineOf = (offset: number) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };

  const imports: Import[] = [];
  const found = (specifier: string, offset: number) =>
    imports.push({ specifier, line: lineOf(offset), target: resolve(root, path, specifier) });
  for (const one of module.staticImports) found(one.moduleRequest.value, one.start);
  for (const one of module.staticExports) {
    const request = one.entries[0]?.moduleRequest;
    if (request) found(request.value, one.start);
  }
  const functions = new Set<string>();
  new Visitor({
    ImportExpression: ({ source, start }) => {
      if (source.type === "Literal" && typeof source.value === "string") found(source.value, start);
    },
    TSImportType: ({ source, start }) => found(source.value, start),
    // A worker is named by new URL("./worker.ts", import.meta.url).
    NewExpression: ({ callee, arguments: [first, second], start }) => {
      if (callee.type !== "Identifier" || callee.name !== "URL" || second?.type !== "MemberExpression") return;
      if (first?.type !== "Literal" || typeof first.value !== "string" || !/\.m?[jt]sx?$/.test(first.value)) return;
      if (second.object.type === "MetaProperty") found(first.value.replace(/^(?!\.)/, "./"), start);
    },
    FunctionDeclaration: ({ id }) => {
      if (id) functions.add(id.name);
    },
    VariableDeclarator: ({ id, init }) => {
      const isFunction = init?.type === "ArrowFunctionExpression" || init?.type === "FunctionExpression";
      if (id.type === "Identifier" && isFunction) functions.add(id.name);
    },
  }).visit(program);

  const exports = module.staticExports.flatMap((statement) =>
    statement.entries.map((entry): Export => {
      const isDefault = entry.exportName.kind === "Default";
      const name = isDefault ? "default" : (entry.exportName.name ?? "*");
      const kind = entry.isType ? "type" : functions.has(entry.localName.name ?? "") ? "function" : "value";
      return { name, line: lineOf(entry.start), kind, isReexport: entry.moduleRequest !== null };
    }),
  );
  return { path, text, program, comments, imports, exports, isTest: /\.test\.tsx?$/.test(path), lineOf };
}

/** `./x.js` in a URL names what will have been built from `./x.ts`. */
function resolve(root: string, from: string, specifier: string): string | null {
  if (!/^\.\.?(\/|$)/.test(specifier)) return null;
  const path = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ""));
  const candidates = [path, path.replace(/\.m?js$/, ".ts"), path.replace(/\.m?jsx?$/, ".tsx")];
  return candidates.find((candidate) => existsSync(join(root, candidate)) && candidate !== dirname(candidate)) ?? null;
}

import type { SourceTree, Violation } from "./source-tree.ts";

const pure = ["engine", "frameworks", "contract"];
const register = ["engine", "frameworks", "contract", "portfolio", "store"];
const work = [...register, "register", "signals", "warehouse", "actions", "report"];
const door = [...work, "work", "chart"];

/** What each folder of ours may import besides itself. `main` is src/main.ts, `web` the folder beside src. */
export const allowedImports: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  frameworks: [],
  store: [],
  contract: ["engine", "frameworks"],
  portfolio: pure,
  signals: pure,
  warehouse: pure,
  actions: pure,
  chart: ["engine", "contract"],
  report: ["engine", "contract", "chart"],
  register,
  work,
  http: door,
  cli: door,
  main: ["http", "work", "store", "register"],
  web: ["contract", "chart", "engine", "frameworks"],
};

/** The one file that may import src/main.ts. */
const starter = "src/cli/serve.ts";

/** Folders whose code also runs in a browser, or must not depend on where it runs. */
const withoutNode = ["engine", "frameworks", "contract", "chart", "web"];

/** Every import, of types too, goes the way the house allows; tests may import anything, and nobody imports a test. */
export function importWalls(tree: SourceTree): Violation[] {
  const violations: Violation[] = [];
  for (const file of tree.files.values()) {
    const from = partOf(file.path);
    for (const { specifier, target, line } of file.imports) {
      const say = (what: string) => violations.push(`${file.path}:${line}: ${what}`);
      if (/^\.\.?\//.test(specifier) && target === null) say(`import of ${specifier} leads nowhere; name the file`);
      if (from === null || file.isTest) continue;
      if (target === null) {
        if (from === "engine" && !/^\.\.?\//.test(specifier))
          say(`engine imports ${specifier}; the engine has no packages`);
        else if (specifier.startsWith("node:") && withoutNode.includes(from))
          say(`${from} imports ${specifier}; it must run in a browser`);
        continue;
      }
      const to = partOf(target);
      if (to === null || /\.test\.tsx?$/.test(target)) {
        if (/\.(tsx?|mjs)$/.test(target)) say(`${from} imports ${target}; what ships does not lean on tests`);
      } else if (to === "main" && file.path === starter) {
        // The one way in.
      } else if (allowedImports[from] === undefined) {
        say(`${from} has no place in the house; add it to allowedImports and to the design`);
      } else if (to !== from && !allowedImports[from].includes(to)) {
        say(`${from} imports ${target}; ${from} may import ${allowedImports[from].join(", ") || "nothing of ours"}`);
      }
    }
  }
  return violations;
}

/** `engine`, `web`, `main`, …; null for tests and benchmarks, which stand outside the walls. */
export function partOf(path: string): string | null {
  const [top, second] = path.split("/");
  if (top === "web") return "web";
  if (top !== "src" || second === undefined) return null;
  return second.replace(/\.tsx?$/, "");
}

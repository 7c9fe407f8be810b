import { describe, expect, it } from "vitest";
import { deadPaths } from "./dead-paths.ts";
import { differenceOf, docExamples, undocumentedFunctions } from "./doc-examples.ts";
import { enginePurity } from "./engine-purity.ts";
import { barrels, defaultExports, engineNames, engineTests } from "./exported-names.ts";
import { importCycles } from "./import-cycles.ts";
import { importWalls } from "./import-walls.ts";
import { lockFile } from "./lock-file.ts";
import { drawerNames, fileSizes, lonelyFiles, sqlPlaces } from "./placement.ts";
import { plainWords } from "./plain-words.ts";
import { withPlanted } from "./planted-tree.ts";
import { readSourceTree, type SourceTree, type Violation } from "./source-tree.ts";

const onTree = (check: (tree: SourceTree) => Violation[]) => (root: string) => check(readSourceTree(root));

const checks = {
  importWalls: onTree(importWalls),
  importCycles: onTree(importCycles),
  enginePurity: onTree(enginePurity),
  drawerNames: onTree(drawerNames),
  lonelyFiles: onTree(lonelyFiles),
  fileSizes: onTree(fileSizes),
  sqlPlaces: onTree(sqlPlaces),
  defaultExports: onTree(defaultExports),
  barrels: onTree(barrels),
  engineTests: onTree(engineTests),
  engineNames: onTree(engineNames),
  undocumentedFunctions: onTree(undocumentedFunctions),
  plainWords,
  deadPaths,
  lockFile,
};

type Row = [check: keyof typeof checks, path: string, text: string, finding: string];

const importRows: Row[] = [
  ["src/engine/a.ts", `import { z } from "zod";`, "engine imports zod; the engine has no packages"],
  ["src/engine/a.ts", `import "node:fs";`, "engine imports node:fs; the engine has no packages"],
  ["src/engine/a.ts", `import type { Loss } from "../contract/loss.ts";`, "engine imports src/contract/loss.ts"],
  ["src/engine/a.ts", `type A = import("../contract/loss.ts").Loss;`, "engine imports src/contract/loss.ts"],
  ["src/engine/a.ts", `import "./gone.ts";`, "import of ./gone.ts leads nowhere"],
  ["src/engine/a.ts", `import "./stats/mean.test.ts";`, "engine imports src/engine/stats/mean.test.ts; what ships"],
  ["src/frameworks/a.ts", `import "../engine/stats/mean.ts";`, "frameworks imports src/engine/stats/mean.ts"],
  ["src/store/a.ts", `import type { Loss } from "../contract/loss.ts";`, "store imports src/contract/loss.ts"],
  ["src/contract/a.ts", `import "../store/database.ts";`, "contract imports src/store/database.ts"],
  ["src/contract/a.ts", `import "node:path";`, "contract imports node:path; it must run in a browser"],
  ["src/portfolio/a.ts", `import "../store/database.ts";`, "portfolio imports src/store/database.ts"],
  ["src/signals/a.ts", `import "../register/risk/create-risk.ts";`, "signals imports src/register"],
  ["src/warehouse/a.ts", `import "../store/database.ts";`, "warehouse imports src/store/database.ts"],
  ["src/actions/a.ts", `import "../work/jobs.ts";`, "actions imports src/work/jobs.ts"],
  ["src/chart/a.ts", `export * from "../store/database.ts";`, "chart imports src/store/database.ts"],
  ["src/report/a.ts", `import "../register/risk/create-risk.ts";`, "report imports src/register"],
  ["src/register/a.ts", `import "../work/jobs.ts";`, "register imports src/work/jobs.ts"],
  ["src/work/a.ts", `import "../http/routes.ts";`, "work imports src/http/routes.ts"],
  ["src/work/a.ts", `new Worker(new URL("../http/routes.js", import.meta.url));`, "work imports src/http/routes.ts"],
  ["src/http/a.ts", `import "../cli/validate.ts";`, "http imports src/cli/validate.ts"],
  ["src/http/a.ts", `import "../main.ts";`, "http imports src/main.ts"],
  ["src/http/a.ts", `import "../../web/page.tsx";`, "http imports web/page.tsx"],
  ["src/cli/a.ts", `import "../http/routes.ts";`, "cli imports src/http/routes.ts"],
  ["src/cli/a.ts", `import("../main.ts");`, "cli imports src/main.ts"],
  ["src/cli/a.ts", `import "../../test/journey/serve.test.ts";`, "cli imports test/journey/serve.test.ts; what ships"],
  ["src/main.ts", `import "./cli/validate.ts";`, "main imports src/cli/validate.ts"],
  ["src/other/a.ts", `import "../store/database.ts";`, "other has no place in the house"],
  ["web/a.ts", `import "../src/register/risk/create-risk.ts";`, "web imports src/register"],
  ["web/a.ts", `import "node:fs";`, "web imports node:fs; it must run in a browser"],
].map(([path = "", text = "", finding = ""]) => ["importWalls", path, text, `${path}:1: ${finding}`]);

const impure = (code: string, finding: string): Row => [
  "enginePurity",
  "src/engine/a.ts",
  `\n${code}`,
  `src/engine/a.ts:2: ${finding}`,
];

const rows: Row[] = [
  ...importRows,
  [
    "importCycles",
    "src/store/database.ts",
    `import "./b.ts";`,
    "import cycle of src/store/b.ts, src/store/database.ts",
  ],
  [
    "importCycles",
    "src/contract/loss.ts",
    `import type { A } from "./b.ts"; export type Loss = A;`,
    "import cycle of src/contract/b.ts",
  ],
  impure("export const a = () => Date.now();", "engine uses Date"),
  impure("export const a = (now: number, at = new Date(now)) => at;", "engine uses Date"),
  impure("export const a = () => Math.random();", "engine uses Math.random"),
  impure("export const a = () => Math['random']();", "engine hands Math around"),
  impure("export const { random } = Math;", "engine hands Math around"),
  impure("export const a = { time: performance };", "engine uses performance"),
  impure("export const a = `${" + "process.pid}`;", "engine uses process"),
  impure("console.log(1);", "engine uses console"),
  impure("export const a = () => fetch('x');", "engine uses fetch"),
  impure("setTimeout(() => 1, 1);", "engine uses setTimeout"),
  impure("export const a = crypto.getRandomValues;", "engine uses crypto"),
  impure("export const a = globalThis;", "engine uses globalThis"),
  impure("export const a = new Intl.NumberFormat();", "engine uses Intl"),
  impure("export const a = (1.5).toLocaleString();", "engine calls toLocaleString"),
  impure("export const a = new Function('return 1');", "engine uses Function"),
  impure("export const a = () => import('./b.ts');", "engine uses import()"),
  impure("export const a = import.meta.url;", "engine uses import.meta"),
  ...["utils", "Helper", "common", "shared", "lib", "core", "misc"].map(
    (name): Row => ["drawerNames", `src/store/${name}/a.ts`, "", `src/store/${name}:1: a drawer called ${name}`],
  ),
  ["drawerNames", "web/util.ts", "", "web/util.ts:1: a drawer called util"],
  ["drawerNames", "test/string-utils.test.ts", "", "test/string-utils.test.ts:1: a drawer called string-utils"],
  ["drawerNames", "bench/testHelpers.ts", "", "bench/testHelpers.ts:1: a drawer called testHelpers"],
  ["lonelyFiles", "src/portfolio/read/read.ts", "", "src/portfolio/read/read.ts:1: the only file of its folder"],
  ["lonelyFiles", "web/map/map.css", "", "web/map/map.css:1: the only file of its folder"],
  ["fileSizes", "src/engine/a.ts", "\n".repeat(301), "src/engine/a.ts:301: 301 lines, at most 300"],
  ["fileSizes", "web/a.tsx", "\n".repeat(451), "web/a.tsx:451: 451 lines, at most 450"],
  [
    "sqlPlaces",
    "src/register/risk/a.ts",
    "\nconst a = `\n select id\n from risk`;",
    "src/register/risk/a.ts:2: SQL outside",
  ],
  ["sqlPlaces", "src/work/a.ts", `const a = "update job set attempt = 1";`, "src/work/a.ts:1: SQL outside"],
  ["sqlPlaces", "src/http/a.ts", `db.selectFrom("risk").execute();`, "src/http/a.ts:1: SQL outside"],
  ["defaultExports", "src/store/a.ts", "export default 1;", "src/store/a.ts:1: default export"],
  ["defaultExports", "web/a.tsx", "const a = 1;\nexport { a as default };", "web/a.tsx:2: default export"],
  ["barrels", "src/store/index.ts", `export { all } from "./database.ts";`, "src/store/index.ts:1: a barrel"],
  ["barrels", "src/store/a.ts", `export const a = 1;\nexport * from "./database.ts";`, "src/store/a.ts:2: export *"],
  [
    "engineTests",
    "src/engine/stats/median.ts",
    "export const median = 1;",
    "src/engine/stats/median.ts:1: no test beside it",
  ],
  [
    "engineNames",
    "src/engine/stats/median.ts",
    "export const middle = 1;",
    "src/engine/stats/median.ts:1: middle is not named",
  ],
  [
    "engineNames",
    "src/engine/stats/median.ts",
    "export const median = 1;\nexport const other = () => 2;",
    "src/engine/stats/median.ts:2: other is not named",
  ],
  [
    "engineNames",
    "src/engine/stats/losses.ts",
    "export const glosses = 1;",
    "src/engine/stats/losses.ts:1: glosses is not named",
  ],
  [
    "undocumentedFunctions",
    "src/engine/a.ts",
    "/**\n * A.\n * @example a() // => 1\n */\nexport function a() {}\nexport const alsoA = () => 1;",
    "src/engine/a.ts:6: alsoA has no docstring",
  ],
  ["undocumentedFunctions", "src/engine/a.ts", "/** A. */\nexport function a() {}", "src/engine/a.ts:2: no example"],
  ["plainWords", "src/store/a.ts", "\n// a Safeguard", `src/store/a.ts:2: "safeguard" is not our word; write control`],
  [
    "plainWords",
    "web/a.tsx",
    "const riskScore = 1;",
    `web/a.tsx:1: "risk score" is not our word; write inherent, residual or`,
  ],
  ["plainWords", "docs/guide/a.md", "We debias models.", `docs/guide/a.md:1: "debias" is not our word`],
  ["plainWords", "README.md", "An unbiased model.", `README.md:1: "unbiased model" is not our word`],
  ["deadPaths", "README.md", "[a](docs/gone.md)", "README.md:1: link to docs/gone.md leads nowhere"],
  ["deadPaths", "docs/a.md", "\n[a](glossary.md#gone)", "docs/a.md:2: link to glossary.md#gone: no such heading"],
  ["deadPaths", "docs/a.md", "see `src/gone.ts`", "docs/a.md:1: src/gone.ts is not there"],
  ["deadPaths", "README.md", `<img src="docs/gone.png">`, "README.md:1: link to docs/gone.png leads nowhere"],
  [
    "lockFile",
    "package-lock.json",
    `{"packages":{"a":{"optionalDependencies":{"b":"1"}}}}`,
    "package-lock.json:1: a lacks b",
  ],
  ["lockFile", "package-lock.json", `{"packages":{"a":{"resolved":"x"}}}`, "package-lock.json:1: a has an address"],
];

const companions: Record<string, string> = {
  "src/store/b.ts": `import "./database.ts";`,
  "src/contract/b.ts": `import type { Loss } from "./loss.ts"; export type A = Loss;`,
};

describe("a planted violation is found and named", () => {
  it.each(rows)("%s in %s: %s", async (check, path, text, finding) => {
    const found = await withPlanted(
      check === "importCycles" ? { ...companions, [path]: text } : { [path]: text },
      checks[check],
    );
    expect(found).toEqual([expect.stringContaining(finding)]);
  });
});

describe("a sound house has no violation", () => {
  it.each(Object.entries(checks))("%s", async (_, check) => {
    expect(await withPlanted({}, check)).toEqual([]);
  });

  it.each([
    ["plainWords", "docs/a.md", "The residual risk score; the estimator is unbiased; FAIR calls it loss magnitude."],
    [
      "engineNames",
      "src/engine/losses-of-years.ts",
      "export const LOSSES_OF_YEAR = 1;\nexport const yearlyLoss = () => 1;",
    ],
    ["engineNames", "src/engine/stream.ts", "export interface Stream {}\nexport const nextWord = () => 1;"],
    ["plainWords", "src/a.ts", "export type RiskScore = { inherent: number };"],
    ["drawerNames", "src/engine/common-cause.ts", ""],
    ["sqlPlaces", "src/http/a.ts", "// select id from risk\nconst a = 'from risk';"],
    ["sqlPlaces", "src/register/event-queries.ts", "const a = 'select id from event where seq > 1';"],
    ["fileSizes", "src/engine/a.test.ts", "\n".repeat(400)],
    ["deadPaths", "docs/a.md", "`src/…/queries.ts`, `docs/<name>.md`, [b](#a-b)\n\n## A b"],
  ] as const)("%s passes %s: %s", async (check, path, text) => {
    expect(await withPlanted({ [path]: text }, checks[check])).toEqual([]);
  });
});

it("a file that does not parse is not skipped", async () => {
  await expect(withPlanted({ "src/store/a.ts": "export const = 1;" }, readSourceTree)).rejects.toThrow(
    "src/store/a.ts does not parse",
  );
});

describe("examples of docstrings are run", () => {
  const mean = "export const mean = (a: number[]) => ({ n: a.length, of: (a[0]! + a[1]!) / 2 });";
  const differences = (lines: string) =>
    withPlanted({ "src/engine/stats/mean.ts": `/**\n * @example\n${lines}\n */\n${mean}\n` }, (root) => {
      const tree = readSourceTree(root);
      return Promise.all(docExamples(tree).map((example) => differenceOf(example, tree)));
    });

  it.each([
    [" * mean([1, 2]) // => { n: 2, of: 1.5 }", [null]],
    [" * const a = [1,\n *   2];\n * mean(a).of; // => 1.5\n * mean(a).n // => 2", [null, null]],
    [" * mean([1, 2]).of // => 1.4", ["gives 1.5"]],
    [" * mean([1, 2]).of / 3 // => 0.5", [null]],
    [" * mean([1, 2.1]).of / 3 // => 0.5", ["gives 0.5166666666666667"]],
    [" * mean([1, 2.1]).of / 3 // => 0.517", [null]],
    [" * mean([1, 2.1]).of / 3 // => 0.518", ["gives 0.5166666666666667"]],
    [" * mean([1, 2]) // => { n: 2 }", [`gives {"n":2,"of":1.5}`]],
    [" * mean([1, 2.1]).of\n * // => 1.5 ± 0.06", [null]],
    [" * mean([1, 2.1]).of // => 1.5 ± 0.04", ["gives 1.55"]],
    [" * mean(null) // throws null", [null]],
    [" * mean([1, 2]) // throws null", [`gives {"n":2,"of":1.5}, and does not throw null`]],
  ])("%s", async (lines, expected) => {
    expect(await differences(lines)).toEqual(expected);
  });
});

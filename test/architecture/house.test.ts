import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repository } from "../harness/repository.ts";
import { deadPaths } from "./dead-paths.ts";
import { differenceOf, docExamples, undocumentedFunctions } from "./doc-examples.ts";
import { enginePurity } from "./engine-purity.ts";
import { barrels, defaultExports, engineNames, engineTests } from "./exported-names.ts";
import { importCycles } from "./import-cycles.ts";
import { allowedImports, importWalls } from "./import-walls.ts";
import { lockFile } from "./lock-file.ts";
import { drawerNames, fileSizes, lonelyFiles, sqlPlaces } from "./placement.ts";
import { plainWords } from "./plain-words.ts";
import { readSourceTree, type Violation } from "./source-tree.ts";

const tree = readSourceTree(repository);

/** Fails with every finding on a line of its own. */
function expectNone(violations: readonly Violation[]): void {
  if (violations.length > 0) expect.fail(`\n${violations.join("\n")}`);
}

describe("this house", () => {
  it("is seen whole", () => {
    expect(tree.files.size).toBeGreaterThan(40);
    expect(
      [...tree.files.values()].flatMap(({ imports }) => imports).filter(({ target }) => target).length,
    ).toBeGreaterThan(60);
    const folders = readdirSync(join(repository, "src"), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(Object.keys(allowedImports)).toEqual(expect.arrayContaining(folders.map(({ name }) => name)));
  });

  it.each([
    ["imports go one way", importWalls],
    ["imports make no cycle", importCycles],
    ["the engine only computes", enginePurity],
    ["no name is a drawer", drawerNames],
    ["no folder holds one file", lonelyFiles],
    ["no file is too long", fileSizes],
    ["SQL is in its place", sqlPlaces],
    ["nothing is exported as default", defaultExports],
    ["no file only passes on", barrels],
    ["engine files have tests beside them", engineTests],
    ["engine files are named after what they export", engineNames],
    ["engine functions explain themselves", undocumentedFunctions],
  ])("%s", (_, check) => {
    expectNone(check(tree));
  });

  it.each([
    ["words are those of the glossary", plainWords],
    ["documents lead somewhere", deadPaths],
    ["the lock file serves every platform", lockFile],
  ])("%s", (_, check) => {
    expectNone(check(repository));
  });
});

describe("examples of docstrings", () => {
  const examples = docExamples(tree);
  it.for(examples)("$path:$line $expression", async (example) => {
    expect(await differenceOf(example, tree)).toBeNull();
  });
});

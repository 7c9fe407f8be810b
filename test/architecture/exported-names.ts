import { basename } from "node:path";
import type { Export, SourceFile, SourceTree, Violation } from "./source-tree.ts";

/** Every name is exported by its own name; the settings of a tool are read as a default. */
export function defaultExports(tree: SourceTree): Violation[] {
  return [...tree.files.values()]
    .filter(({ path }) => !/\.config\.ts$/.test(path))
    .flatMap(({ path, exports }) =>
      exports
        .filter(({ name }) => name === "default")
        .map(({ line }) => `${path}:${line}: default export; export it by its name`),
    );
}

/** No file passes on what others hold: import a thing from where it is. */
export function barrels(tree: SourceTree): Violation[] {
  return [...tree.files.values()].flatMap(({ path, exports, program }) => {
    const star = exports.find(({ name, isReexport }) => name === "*" && isReexport);
    if (star) return [`${path}:${star.line}: export * passes on names unseen; import each from its own file`];
    const onlyPassesOn =
      exports.length > 0 &&
      exports.every(({ isReexport }) => isReexport) &&
      program.body.every(({ type }) => /^(Import|Export)/.test(type));
    return onlyPassesOn ? [`${path}:1: a barrel; import each name from its own file`] : [];
  });
}

/** An engine file with something to run has its test beside it. */
export function engineTests(tree: SourceTree): Violation[] {
  return engineFiles(tree)
    .filter(({ path }) => !tree.files.has(path.replace(/\.ts$/, ".test.ts")))
    .map(({ path }) => `${path}:1: no test beside it; write ${basename(path, ".ts")}.test.ts`);
}

/**
 * An engine file is named after what it exports: `normal-quantile.ts` exports `normalQuantile`; another function beside
 * it, such as `normalTailQuantile`, shares a word with it. A file named after a type may hold whatever works on it.
 */
export function engineNames(tree: SourceTree): Violation[] {
  return engineFiles(tree).flatMap(({ path, exports }) => {
    const idea = wordsOf(basename(path, ".ts"));
    const isNamed = ({ name }: Export) => ` ${wordsOf(name).join(" ")} `.includes(` ${idea.join(" ")} `);
    if (exports.some((one) => one.kind === "type" && isNamed(one))) return [];
    const running = exports.filter(({ kind }) => kind !== "type");
    const strangers = running.some(isNamed)
      ? running.filter(({ name, kind }) => kind === "function" && !shareWord(wordsOf(name), idea))
      : running;
    return strangers.map(({ name, line }) => `${path}:${line}: ${name} is not named after its file; rename either`);
  });
}

/** `annualLossOfYears`, `annual-loss-of-years` and `ANNUAL_LOSS_OF_YEARS` alike, without plurals. */
function wordsOf(name: string): string[] {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[-_]/);
  return words.map((word) => word.replace(/(ss)es$|([^s])s$/, "$1$2"));
}

/** `erfc` is a word of `erf`. */
function shareWord(words: readonly string[], idea: readonly string[]): boolean {
  return words.some((word) => idea.some((start) => word.startsWith(start)));
}

function engineFiles(tree: SourceTree): SourceFile[] {
  return [...tree.files.values()].filter(
    ({ path, isTest, exports }) =>
      path.startsWith("src/engine/") && !isTest && exports.some(({ kind }) => kind !== "type"),
  );
}

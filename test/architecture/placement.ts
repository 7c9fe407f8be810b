import { filesUnder, type SourceTree, sourceFolders, type Violation } from "./source-tree.ts";

const drawers = /^(util|utilit(y|ies)|helper|common|shared|lib|librar(y|ies)|core|misc|stuff)s?$/i;
const drawerSuffix = /[-_.](util|utilit(y|ies)|helper)s?$/i;

/** A name says what is inside: no folder and no file is a drawer. */
export function drawerNames(tree: SourceTree): Violation[] {
  const violations = new Set<Violation>();
  for (const path of sourceFolders.flatMap((folder) => filesUnder(tree.root, folder))) {
    const segments = path.split("/");
    segments.forEach((segment, depth) => {
      const name = depth === segments.length - 1 ? segment.replace(/(\.test)?\.\w+$/, "") : segment;
      if (drawers.test(name) || drawerSuffix.test(name) || drawerSuffix.test(name.replace(/([a-z])([A-Z])/g, "$1-$2")))
        violations.add(
          `${segments.slice(0, depth + 1).join("/")}:1: a drawer called ${name}; name it after what it holds`,
        );
    });
  }
  return [...violations];
}

/** A folder with one file is a file. Tests and compiler settings do not count; numbered migrations start with one. */
export function lonelyFiles(tree: SourceTree): Violation[] {
  const contents = new Map<string, Set<string>>();
  for (const path of sourceFolders.flatMap((folder) => filesUnder(tree.root, folder))) {
    const segments = path.split("/");
    for (let depth = 1; depth < segments.length; depth++) {
      const folder = segments.slice(0, depth).join("/");
      const entry = segments[depth] ?? "";
      const counts = depth < segments.length - 1 || !(/\.test\.tsx?$/.test(entry) || entry === "tsconfig.json");
      const known = contents.get(folder) ?? new Set();
      contents.set(folder, counts ? known.add(entry) : known);
    }
  }
  return [...contents]
    .filter(([folder, entries]) => {
      const [only = ""] = entries;
      const isTop = (sourceFolders as readonly string[]).includes(folder);
      return entries.size === 1 && !isTop && /\.\w+$/.test(only) && !/^\d{3,}-/.test(only);
    })
    .map(
      ([folder, [only]]) =>
        `${folder}/${only}:1: the only file of its folder; make it ${folder}${only?.match(/\.\w+$/)?.[0]}`,
    );
}

/** A file is read at one sitting. */
export function fileSizes(tree: SourceTree): Violation[] {
  return [...tree.files.values()].flatMap(({ path, text, isTest }) => {
    const lines = text.split("\n").length - 1;
    const most = path.startsWith("src/engine/") && !isTest ? 300 : 450;
    return lines > most ? [`${path}:${most + 1}: ${lines} lines, at most ${most}; part it by what it does`] : [];
  });
}

// "select one from the list" is English: in SQL a table is followed by a clause, a comma, a bracket or nothing.
const query =
  /select\s[\s\S]*?\sfrom\s+[\w."${}]+\s*($|[,;()]\s*$|\)|as\s|where\s|join\s|left\s|inner\s|order\s|group\s|limit\s|for\s)/;
const command =
  /insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s|with\s+\w+\s+as\s*\(|(alter|drop|create)\s+(unique\s+)?(table|index|view|type)\s/;
const statement = new RegExp(`^\\s*(${query.source}|${command.source})`, "i");
const builder = /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(/;

/** SQL stands where one looks for it: in src/store, in src/warehouse, and in the `…queries.ts` of each record. */
export function sqlPlaces(tree: SourceTree): Violation[] {
  const violations: Violation[] = [];
  for (const file of tree.files.values()) {
    if (!file.path.startsWith("src/") || file.isTest) continue;
    if (/^src\/(store|warehouse)\//.test(file.path) || /[/-]queries\.ts$/.test(file.path)) continue;
    const code = withoutComments(file.text, file.comments);
    for (const match of code.matchAll(/(["'`])((?:\\.|(?!\1)[^\\])*)\1/g)) {
      if (statement.test(match[2] ?? "")) violations.push(`${file.path}:${file.lineOf(match.index)}: ${sqlElsewhere}`);
    }
    for (const match of code.matchAll(new RegExp(builder, "g"))) {
      violations.push(`${file.path}:${file.lineOf(match.index)}: ${sqlElsewhere}`);
    }
  }
  return violations;
}

const sqlElsewhere = "SQL outside the store; write it in the record's queries file";

/** The same text, with blanks for comments, so that offsets stay. */
function withoutComments(text: string, comments: readonly { start: number; end: number }[]): string {
  let code = text;
  for (const { start, end } of comments)
    code = code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, " ") + code.slice(end);
  return code;
}

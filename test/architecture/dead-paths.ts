import { existsSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { filesUnder, type Violation } from "./source-tree.ts";

const topFolders = /^(?:\.\/)?(src|web|test|bench|docs|examples|bin|schema|\.ci)\//;

/** Every relative link of a document leads to a file and a heading; every path it cites in backticks is there. */
export function deadPaths(root: string): Violation[] {
  return documents(root).flatMap((path) => {
    const text = readFileSync(join(root, path), "utf8");
    const violations: Violation[] = [];
    let fenced = false;
    text.split("\n").forEach((line, row) => {
      if (/^\s*```/.test(line)) fenced = !fenced;
      if (fenced) return;
      const say = (what: string) => violations.push(`${path}:${row + 1}: ${what}`);
      for (const [, inText, inHtml] of line.matchAll(/\]\(([^)\s]+)\)|\b(?:src|srcset|href)="([^"]+)"/g)) {
        const link = inText ?? inHtml ?? "";
        const [file = "", anchor] = link.split("#");
        if (/^[a-z]+:/.test(link)) continue;
        const target = file === "" ? path : posix.join(dirname(path), file);
        if (!existsSync(join(root, target))) say(`link to ${link} leads nowhere`);
        else if (anchor && !anchorsOf(join(root, target)).has(anchor)) say(`link to ${link}: no such heading`);
      }
      for (const [, cited = ""] of line.matchAll(/`([^`\s]+)`/g)) {
        if (!topFolders.test(cited) || /[*<>{}…$]|\.\.\./.test(cited)) continue;
        if (!existsSync(join(root, cited.replace(/:\d+$/, "")))) say(`${cited} is not there`);
      }
    });
    return violations;
  });
}

/** The documents of the repository, from the root. */
export function documents(root: string): string[] {
  const top = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].filter((path) => existsSync(join(root, path)));
  return [...top, ...filesUnder(root, "docs"), ...filesUnder(root, "examples")].filter((path) => path.endsWith(".md"));
}

/** Headings as the usual hosts spell them in addresses. */
function anchorsOf(file: string): Set<string> {
  const headings = readFileSync(file, "utf8").matchAll(/^#+ (.*)$/gm);
  return new Set(
    [...headings].map(([, text = ""]) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .trim()
        .replace(/\s/g, "-"),
    ),
  );
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { documents } from "./dead-paths.ts";
import { filesUnder, type Violation } from "./source-tree.ts";

/** A row of the glossary's last table. */
interface BannedWord {
  readonly word: string;
  readonly pattern: RegExp;
  readonly instead: string;
  /** A line that holds one of these may use the word. */
  readonly unless: readonly string[];
}

const glossary = "docs/glossary.md";

/** The words that docs/glossary.md bans, in code, comments, pages and documents; each finding names what to write. */
export function plainWords(root: string): Violation[] {
  const banned = readBannedWords(root);
  const paths = [
    ...["src", "web", "examples", "bin"].flatMap((folder) => filesUnder(root, folder)),
    ...documents(root),
  ];
  const read = paths.filter((path) => /\.(tsx?|css|html|md|sql|ya?ml)$/.test(path) && path !== glossary);
  return [...new Set(read)].flatMap((path) => {
    const lines = readFileSync(join(root, path), "utf8").split("\n");
    return lines.flatMap((line, row) =>
      banned
        .filter(
          ({ pattern, unless }) => pattern.test(line) && !unless.some((word) => line.toLowerCase().includes(word)),
        )
        .map(({ word, instead }) => `${path}:${row + 1}: "${word}" is not our word; write ${instead}`),
    );
  });
}

/** The table under "Words we do not use": | word, word | what to write | unless the line says |. */
function readBannedWords(root: string): BannedWord[] {
  const [, section = ""] = readFileSync(join(root, glossary), "utf8").split(/^## Words we do not use$/m);
  return section
    .split("\n")
    .filter((line) => /^\|(?! *-|.*not this)/.test(line))
    .flatMap((line) => {
      const [words = "", instead = "", unless = ""] = line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim());
      return words.split(", ").map((word) => ({
        word,
        instead,
        pattern: patternOf(word),
        unless: unless
          .split(", ")
          .filter(Boolean)
          .map((text) => text.toLowerCase()),
      }));
    });
}

/** "risk score" is also `risk-score`, `risk_score`, `riskScore` and their plurals; a part of a longer word it is not. */
function patternOf(word: string): RegExp {
  const prose = word.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
  const camel = word.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
  return new RegExp(`\\b${prose.replaceAll(" ", "[ _-]")}s?\\b|(?<![A-Za-z])${camel}(?![a-z])`);
}

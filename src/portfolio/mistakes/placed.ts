import type { Mistake } from "../../contract/failure.ts";
import type { Positions } from "../positions.ts";
import { type Finding, pointer } from "./finding.ts";

/** Findings with their line and column, in the order of the file; what an alias repeats is said once. */
export function placed(findings: readonly Finding[], positions: Positions): Mistake[] {
  const seen = new Set<string>();
  const mistakes = findings.flatMap(({ path, at, offset, what, remedy }) => {
    const { line, column } = offset === undefined ? positions.of(path, at) : positions.atOffset(offset);
    const same = `${line}:${column} ${what}`;
    if (seen.has(same)) return [];
    seen.add(same);
    return [{ file: positions.fileName, path: pointer(path), line, column, what, remedy }];
  });
  return mistakes.sort((a, b) => a.line - b.line || a.column - b.column);
}

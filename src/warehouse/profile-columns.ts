import { columnOf, type DecisionSource, type Watch } from "./decision-source.ts";
import { plainNumber, plainValue } from "./plain-value.ts";
import type { ColumnKind } from "./source-column.ts";

/** What the first rows of a source tell about a column. */
export interface ColumnProfile {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Rows looked at. */
  readonly rows: number;
  readonly missing: number;
  /** Distinct values, at most so many as are listed. */
  readonly values: readonly string[];
  readonly distinct: number;
  /** Whether all values are numbers, and all of them from 0 to 1. */
  readonly numbers: "none" | "any" | "from-zero-to-one";
}

const rowsLookedAt = 5000;
const valuesListed = 50;

/** Looks at the first rows of a source, to guess what its columns mean. Nothing of it is kept. */
export async function profileColumns(
  source: DecisionSource,
  missing: readonly string[],
  watch?: Watch,
): Promise<ColumnProfile[]> {
  const columns = source.columns.map(({ name }) => columnOf(source, name)!);
  const seen = columns.map(() => new Set<string>());
  const gaps = columns.map(() => 0);
  let rows = 0;
  const shown = columns.map(({ sql, kind }) =>
    kind === "integer" || kind === "text" || kind === "boolean" ? sql : `CAST(${sql} AS VARCHAR)`,
  );
  const sql = `SELECT ${shown.join(", ")} FROM ${source.relation} LIMIT ${rowsLookedAt}`;
  for await (const lines of source.batches(sql, watch)) {
    rows += lines.length;
    for (const line of lines) {
      for (const [k, { kind }] of columns.entries()) {
        const value = plainValue(line[k]!, kind, missing);
        if (value === null) gaps[k]!++;
        else seen[k]!.add(value);
      }
    }
  }
  return columns.map(({ name, kind }, k) => {
    const numbers =
      kind === "boolean" ? [] : [...seen[k]!].map((value) => plainNumber(value, source.decimal, missing)!);
    const all = numbers.length > 0 && numbers.every((value) => !Number.isNaN(value));
    const isShare = all && numbers.every((value) => value >= 0 && value <= 1);
    return {
      name,
      kind,
      rows,
      missing: gaps[k]!,
      values: [...seen[k]!].slice(0, valuesListed),
      distinct: seen[k]!.size,
      numbers: isShare ? "from-zero-to-one" : all ? "any" : "none",
    };
  });
}

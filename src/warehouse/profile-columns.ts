import type { DecisionSource, SqlValue, Watch } from "./decision-source.ts";
import { plainNumber, plainValue } from "./plain-value.ts";
import type { ColumnKind, SourceColumn } from "./source-column.ts";

/** What the first rows of a source tell about a column. */
export interface ColumnProfile {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Rows looked at. */
  readonly rows: number;
  readonly missing: number;
  /** Values with their rows, the most frequent first, then by name; at most so many as are listed. */
  readonly values: readonly { readonly value: string; readonly rows: number }[];
  readonly distinct: number;
  /** Whether all values are numbers, and all of them from 0 to 1. */
  readonly numbers: "none" | "any" | "from-zero-to-one";
}

const rowsLookedAt = 5000;
const valuesListed = 50;

/**
 * Looks at the first rows of a source, to guess what its columns mean. Nothing of it is kept.
 *
 * @param asked - columns to look at; all of them unless given
 */
export async function profileColumns(
  source: DecisionSource,
  missing: readonly string[],
  watch?: Watch,
  asked?: readonly string[],
): Promise<ColumnProfile[]> {
  const columns = source.columns.filter(({ name }) => asked === undefined || asked.includes(name));
  if (columns.length === 0) return [];
  const seen = columns.map(() => new Map<SqlValue, number>());
  let rows = 0;
  const shown = columns.map(
    ({ sql, kind }, k) =>
      `${kind === "integer" || kind === "text" || kind === "boolean" ? sql : `CAST(${sql} AS VARCHAR)`} AS c${k}`,
  );
  const names = columns.map((_, k) => `c${k}`).join(", ");
  // Rows that are alike come once, with their number: a row costs more on its way here than in the count.
  const first = `SELECT ${shown.join(", ")} FROM ${source.relation} LIMIT ${rowsLookedAt}`;
  const sql = `SELECT ${names}, CAST(count(*) AS double precision) FROM (${first}) AS looked_at GROUP BY ${names}`;
  for await (const lines of source.batches(sql, watch)) {
    for (const line of lines) {
      const times = Number(line[columns.length]);
      rows += times;
      for (const [k, counts] of seen.entries()) counts.set(line[k]!, (counts.get(line[k]!) ?? 0) + times);
    }
  }
  return columns.map((column, k) => profileOf(column, seen[k]!, { rows, missing, decimal: source.decimal }));
}

function profileOf(
  { name, kind }: SourceColumn,
  seen: ReadonlyMap<SqlValue, number>,
  { rows, missing, decimal }: { rows: number; missing: readonly string[]; decimal: "." | "," },
): ColumnProfile {
  const counts = new Map<string, number>();
  let gaps = 0;
  for (const [written, times] of seen) {
    const value = plainValue(written, kind, missing);
    if (value === null) gaps += times;
    else counts.set(value, (counts.get(value) ?? 0) + times);
  }
  const numbers = kind === "boolean" ? [] : [...counts.keys()].map((value) => plainNumber(value, decimal, missing)!);
  const all = numbers.length > 0 && numbers.every((value) => !Number.isNaN(value));
  const isShare = all && numbers.every((value) => value >= 0 && value <= 1);
  const values = [...counts]
    .map(([value, times]) => ({ value, rows: times }))
    .sort((a, b) => b.rows - a.rows || (a.value < b.value ? -1 : 1));
  return {
    name,
    kind,
    rows,
    missing: gaps,
    values: values.slice(0, valuesListed),
    distinct: counts.size,
    numbers: isShare ? "from-zero-to-one" : all ? "any" : "none",
  };
}

import { columnOf, type DecisionSource, type Watch } from "../../warehouse/decision-source.ts";
import { guessMapping } from "../../warehouse/guess-mapping.ts";
import { profileColumns } from "../../warehouse/profile-columns.ts";
import type { DecisionColumns } from "./decision-task.ts";

const rowsLookedAt = 5000;
const valuesListed = 12;

/** What the first rows of a source tell about its columns, and which part each of them seems to play. */
export async function describeColumns(source: DecisionSource, watch: Watch): Promise<DecisionColumns> {
  const profiles = await profileColumns(source, [], watch);
  const mapping = guessMapping(profiles);
  const columns = [];
  for (const { name, kind, missing, distinct } of profiles)
    columns.push({ name, kind, missing, distinct, values: await frequentValues(source, name, watch) });
  return {
    format: source.format as DecisionColumns["format"],
    columns,
    mapping,
    guessed: Object.keys(mapping),
  };
}

async function frequentValues(source: DecisionSource, name: string, watch: Watch) {
  const { sql } = columnOf(source, name)!;
  const some = `(SELECT CAST(${sql} AS VARCHAR) AS value FROM ${source.relation} LIMIT ${rowsLookedAt}) AS looked_at`;
  const asked = `SELECT value, CAST(count(*) AS double precision) AS n FROM ${some} WHERE value IS NOT NULL GROUP BY value ORDER BY n DESC, value LIMIT ${valuesListed}`;
  const values: { value: string; rows: number }[] = [];
  for await (const lines of source.batches(asked, watch))
    for (const [value, rows] of lines) values.push({ value: String(value), rows: Number(rows) });
  return values;
}

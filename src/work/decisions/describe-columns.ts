import type { DecisionSource, Watch } from "../../warehouse/decision-source.ts";
import { guessMapping } from "../../warehouse/guess-mapping.ts";
import { profileColumns } from "../../warehouse/profile-columns.ts";
import type { DecisionColumns } from "./decision-task.ts";

const valuesShown = 12;

/** What the first rows of a source tell about its columns, and which part each of them seems to play. */
export async function describeColumns(source: DecisionSource, watch: Watch): Promise<DecisionColumns> {
  const profiles = await profileColumns(source, [], watch);
  const mapping = guessMapping(profiles);
  return {
    format: source.format as DecisionColumns["format"],
    columns: profiles.map(({ name, kind, missing, distinct, values }) => ({
      name,
      kind,
      missing,
      distinct,
      values: values.slice(0, valuesShown),
    })),
    mapping,
    guessed: Object.keys(mapping),
  };
}

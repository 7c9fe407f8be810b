import type { Finding, Path } from "../../portfolio/mistakes/finding.ts";
import { levelNames } from "../../portfolio/mistakes/levels.ts";
import type { Queries } from "../../store/database.ts";
import { settingsId } from "../record/record-kind.ts";
import { selectRecords } from "../record/record-queries.ts";

interface Rating {
  readonly likelihood: number;
  readonly impact: number;
}

/** Levels that the register's scale does not have. */
export async function levelsOffScale(
  queries: Queries,
  ratings: readonly { readonly rating: Rating; readonly path: Path }[],
): Promise<Finding[]> {
  const settings = (await selectRecords(queries, "settings", [settingsId])).get(settingsId)?.record;
  return ratings.flatMap(({ rating, path }) =>
    (["likelihood", "impact"] as const).flatMap((axis) => {
      const names = levelNames(settings?.scale as Record<string, unknown> | undefined, axis);
      if (rating[axis] <= names.length) return [];
      const remedy = `write a level from 1 (${names[0]}) to ${names.length} (${names.at(-1)})`;
      return [{ path: [...path, axis], what: `${axis} level ${rating[axis]} is outside the scale`, remedy }];
    }),
  );
}

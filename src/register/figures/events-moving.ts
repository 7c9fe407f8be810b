import type { Event } from "../../contract/event.ts";
import type { Risk } from "../../contract/record.ts";
import type { Queries } from "../../store/database.ts";
import { everyId } from "../record/alias-queries.ts";
import { settingsId } from "../record/record-kind.ts";
import { selectEventsOf } from "./figure-queries.ts";

/**
 * The newest events that can have moved a risk, up to a revision: its own under all `ids`, those of every control it
 * ever used and every cause it ever named, by whatever id they had, and the settings'. Newest first.
 */
export async function selectEventsMoving(
  queries: Queries,
  { ids, upTo, limit }: { readonly ids: readonly string[]; readonly upTo: number; readonly limit: number },
): Promise<Event[]> {
  const own = await selectEventsOf(queries, { subjects: { risk: ids }, upTo, limit });
  const versions = own.flatMap(({ before, after }) => [recordIn(before), recordIn(after)]);
  const controls = versions.flatMap((risk) => (risk?.controls ?? []).map(({ control }) => control));
  const causes = versions.flatMap((risk) => (risk?.scenario?.commonCauses ?? []).map(({ cause }) => cause));
  const others = await selectEventsOf(queries, {
    subjects: {
      control: await everyId(queries, "control", controls),
      dependency: await everyId(queries, "dependency", causes),
      settings: [settingsId],
    },
    upTo,
    limit,
  });
  return [...own, ...others].sort((a, b) => b.seq - a.seq).slice(0, limit);
}

function recordIn(value: unknown): Risk | undefined {
  return (value as { record: Risk } | null)?.record;
}

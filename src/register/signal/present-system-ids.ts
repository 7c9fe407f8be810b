import type { Queries } from "../../store/database.ts";
import { selectAliases } from "../record/alias-queries.ts";

/** Signals keep the id that their system had; a reader is told the present one. */
export async function presentSystemIds(queries: Queries): Promise<(id: string | null) => string | null> {
  const aliases = await selectAliases(queries, "system");
  return (id) => (id === null ? null : (aliases.get(id) ?? id));
}

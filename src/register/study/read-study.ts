import type { StoredStudy, Study } from "../../contract/study.ts";
import type { Context } from "../context.ts";
import type { RegisterFigures } from "../figures/register-figures.ts";
import type { StoredRecord } from "../record/record-kind.ts";
import { requireRole } from "../require-role.ts";
import { findStudy } from "./find-study.ts";
import { storedStudy } from "./stored-study.ts";
import { selectStudyAuthors } from "./study-queries.ts";

/** A kept study with who changed it last, as it was when the figures were recorded. */
export async function readStudy(
  ctx: Context,
  { state }: Pick<RegisterFigures, "state">,
  id: string,
): Promise<StoredStudy> {
  requireRole(ctx, "viewer");
  const found = findStudy({ state }, id);
  const authors = await selectStudyAuthors(ctx.db.queries, [found.record.id], state.revision);
  return storedStudy(found, authors.get(found.record.id) ?? null);
}

/** A study that was just changed, as it is answered. */
export async function changedStudy(ctx: Context, changed: StoredRecord<Study>): Promise<StoredStudy> {
  const { id } = changed.record;
  const authors = await selectStudyAuthors(ctx.db.queries, [id], Number.MAX_SAFE_INTEGER);
  return storedStudy(changed, authors.get(id) ?? null);
}

import type { StudyKind, StudyPage } from "../../contract/study.ts";
import type { Context } from "../context.ts";
import type { RegisterFigures } from "../figures/register-figures.ts";
import { allIds } from "../record/alias-queries.ts";
import { requireRole } from "../require-role.ts";
import { studySummary } from "./stored-study.ts";
import { selectStudyAuthors } from "./study-queries.ts";

export interface ListStudiesInput {
  readonly kind?: StudyKind | undefined;
  /** Id of a system, or a former one. */
  readonly system?: string | undefined;
  /** The `next` of the page before. */
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly retired: "left-out" | "included";
}

/** Kept studies by id; those in use unless retired ones are asked for too. */
export async function listStudies(
  ctx: Context,
  { state }: Pick<RegisterFigures, "state">,
  { kind, system, cursor = "", limit, retired }: ListStudiesInput,
): Promise<StudyPage> {
  requireRole(ctx, "viewer");
  const systems = system === undefined ? null : await allIds(ctx.db.queries, "system", system);
  const found = [...state.studies.values()].filter(
    ({ record, retiredOn }) =>
      (retired === "included" || retiredOn === null) &&
      (kind === undefined || record.kind === kind) &&
      (systems === null || (record.system !== undefined && systems.includes(record.system))),
  );
  const from = found.filter(({ record }) => record.id > cursor);
  const shown = from.slice(0, limit);
  const ids = shown.map(({ record }) => record.id);
  const authors = await selectStudyAuthors(ctx.db.queries, ids, state.revision);
  const items = shown.map((each) => studySummary(each, authors.get(each.record.id) ?? null));
  return { items, next: from.length > limit ? items.at(-1)!.id : null, total: found.length };
}

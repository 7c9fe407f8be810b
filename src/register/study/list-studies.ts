import type { Study, StudyKind, StudyPage, StudySummary } from "../../contract/study.ts";
import type { Context } from "../context.ts";
import type { RegisterFigures } from "../figures/register-figures.ts";
import { allIds } from "../record/alias-queries.ts";
import type { StoredRecord } from "../record/record-kind.ts";
import { requireRole } from "../require-role.ts";

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
  const items = from.slice(0, limit).map(studySummary);
  return { items, next: from.length > limit ? items.at(-1)!.id : null, total: found.length };
}

function studySummary({ record, version, changedAt, retiredOn }: StoredRecord<Study>): StudySummary {
  const { id, name, kind, system } = record;
  return { id, name, kind, system: system ?? null, version, changedAt, retiredOn };
}

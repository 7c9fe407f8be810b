import type { Workshop, WorkshopPage, WorkshopRecord } from "../../contract/workshop.ts";
import type { Context } from "../context.ts";
import type { RegisterFigures } from "../figures/register-figures.ts";
import { allIds } from "../record/alias-queries.ts";
import type { StoredRecord } from "../record/record-kind.ts";
import { requireRole } from "../require-role.ts";

export interface ListWorkshopsInput {
  readonly state?: Workshop["state"] | undefined;
  /** Id of a risk that is rated in it, or a former one. */
  readonly risk?: string | undefined;
  /** The `next` of the page before. */
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly dropped: "left-out" | "included";
}

/** Workshops without their votes, the one opened last first. */
export async function listWorkshops(
  ctx: Context,
  { state: register }: Pick<RegisterFigures, "state">,
  { state, risk, cursor, limit, dropped }: ListWorkshopsInput,
): Promise<WorkshopPage> {
  requireRole(ctx, "viewer");
  const risks = risk === undefined ? null : await allIds(ctx.db.queries, "risk", risk);
  const found = [...register.workshops.values()].filter(
    ({ record, retiredOn }) =>
      (dropped === "included" || retiredOn === null) &&
      (state === undefined || record.state === state) &&
      (risks === null || record.risks.some((id) => risks.includes(id))),
  );
  const newestFirst = found.toSorted((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));
  const from = cursor === undefined ? newestFirst : newestFirst.filter((each) => placeOf(each) < cursor);
  const shown = from.slice(0, limit);
  return {
    items: shown.map(({ record: { votes: _, ...record }, ...row }) => ({ ...row, record })),
    next: from.length > limit ? placeOf(shown.at(-1)!) : null,
    total: found.length,
  };
}

/** Where a workshop stands in the list, whatever becomes of it. */
function placeOf({ createdAt, record }: StoredRecord<WorkshopRecord>): string {
  return `${createdAt} ${record.id}`;
}

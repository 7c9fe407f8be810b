import { newWorkshop, type WorkshopRecord } from "../../contract/workshop.ts";
import type { Finding } from "../../portfolio/mistakes/finding.ts";
import type { Queries } from "../../store/database.ts";
import { changeRegister } from "../change-register.ts";
import type { Context } from "../context.ts";
import { newEvent } from "../event/new-event.ts";
import { recordEvents } from "../event/record-events.ts";
import { organizationDate } from "../organization-date.ts";
import { presentId } from "../record/alias-queries.ts";
import { requireFreeId } from "../record/create-record.ts";
import { nextVersion } from "../record/next-version.ts";
import { invalidInput, parseInput } from "../record/parse-record.ts";
import type { StoredRecord } from "../record/record-kind.ts";
import { selectRecords } from "../record/record-queries.ts";
import { requireRole } from "../require-role.ts";

/** Opens a workshop: from now on its participants rate its risks, each without seeing the others' ratings. */
export async function openWorkshop(ctx: Context, input: unknown): Promise<StoredRecord<WorkshopRecord>> {
  requireRole(ctx, "contributor", "open workshops");
  const { id, name, facilitator = ownId(ctx), on, ...given } = parseInput(newWorkshop, input, "workshop");
  if (facilitator === undefined)
    throw invalidInput(`workshop ${id}`, [
      { path: ["facilitator"], what: "facilitator is missing", remedy: "name the person who facilitates it" },
    ]);
  return changeRegister(ctx, async (queries) => {
    await requireFreeId(queries, "workshop", id);
    const participants = await present(queries, "person", given.participants);
    const risks = await present(queries, "risk", given.risks);
    const [leads] = await present(queries, "person", [facilitator]);
    const findings = [
      ...(await missingFrom(queries, "person", [leads!], () => ["facilitator"])),
      ...(await missingFrom(queries, "person", participants, (k) => ["participants", k])),
      ...(await missingFrom(queries, "risk", risks, (k) => ["risks", k])),
    ];
    if (findings.length > 0) throw invalidInput(`workshop ${id}`, findings);
    const { today } = await organizationDate(queries, ctx.now);
    const record: WorkshopRecord = {
      id,
      name,
      facilitator: leads!,
      participants,
      risks,
      state: "open",
      on: on ?? today,
    };
    const after = nextVersion<WorkshopRecord>(null, record, ctx.now);
    await recordEvents(queries, [
      newEvent(ctx, { verb: "workshop.opened", subject: { kind: "workshop", id }, before: null, after }),
    ]);
    return after;
  });
}

function ownId({ actor }: Context): string | undefined {
  return actor.kind === "person" ? actor.id : undefined;
}

function present(queries: Queries, kind: "person" | "risk", ids: readonly string[]): Promise<string[]> {
  return Promise.all(ids.map((id) => presentId(queries, kind, id)));
}

async function missingFrom(
  queries: Queries,
  kind: "person" | "risk",
  ids: readonly string[],
  pathOf: (k: number) => Finding["path"],
): Promise<Finding[]> {
  const known = await selectRecords(queries, kind, ids);
  return ids.flatMap((id, k): Finding[] => {
    const found = known.get(id);
    if (ids.indexOf(id) < k)
      return [{ path: pathOf(k), what: `${kind} "${id}" is there twice`, remedy: "remove one of them" }];
    if (found === undefined)
      return [{ path: pathOf(k), what: `${kind} "${id}": not in the register`, remedy: "create it first" }];
    return found.retiredOn === null
      ? []
      : [{ path: pathOf(k), what: `${kind} "${id}": retired on ${found.retiredOn}`, remedy: "leave it out" }];
  });
}

import type { Study } from "../../contract/study.ts";
import { changeRegister } from "../change-register.ts";
import type { Context } from "../context.ts";
import { newEvent } from "../event/new-event.ts";
import { recordEvents } from "../event/record-events.ts";
import { isSame } from "../record/differing-fields.ts";
import { findRecord, requireInUse, requireVersion } from "../record/find-record.ts";
import { nextVersion } from "../record/next-version.ts";
import { invalidInput } from "../record/parse-record.ts";
import type { StoredRecord } from "../record/record-kind.ts";
import { requireRole } from "../require-role.ts";
import { parseStudy } from "./parse-study.ts";
import { requireSoundStudy } from "./require-sound-study.ts";

/** Replaces a study; where nothing differs nothing is recorded and the version stays. */
export async function changeStudy(
  ctx: Context,
  input: { readonly id: string; readonly study: unknown; readonly ifVersion?: number },
): Promise<StoredRecord<Study>> {
  requireRole(ctx, "contributor", "change studies");
  const study = parseStudy(input.study);
  return changeRegister(ctx, async (queries) => {
    const { id, ...before } = await findRecord(queries, "study", input.id);
    requireInUse("study", { id, retiredOn: before.retiredOn });
    requireVersion("study", { id, version: before.version }, input.ifVersion);
    for (const key of ["id", "kind"] as const)
      if (study[key] !== before.record[key])
        throw invalidInput(`study ${id}`, [
          { path: [key], what: `${key} "${study[key]}": another one`, remedy: "create another study" },
        ]);
    if (isSame(before.record, study)) return before;
    await requireSoundStudy(queries, study);
    const after = nextVersion<Study>(before, study, ctx.now);
    await recordEvents(queries, [
      newEvent(ctx, { verb: "study.changed", subject: { kind: "study", id }, before, after }),
    ]);
    return after;
  });
}

import type { Study } from "../../contract/study.ts";
import { changeRegister } from "../change-register.ts";
import type { Context } from "../context.ts";
import { newEvent } from "../event/new-event.ts";
import { recordEvents } from "../event/record-events.ts";
import { requireFreeId } from "../record/create-record.ts";
import { nextVersion } from "../record/next-version.ts";
import type { StoredRecord } from "../record/record-kind.ts";
import { requireRole } from "../require-role.ts";
import { parseStudy } from "./parse-study.ts";
import { requireSoundStudy } from "./require-sound-study.ts";

/** Keeps a study. Its id is permanent. */
export async function createStudy(ctx: Context, input: unknown): Promise<StoredRecord<Study>> {
  requireRole(ctx, "contributor", "keep studies");
  const study = parseStudy(input);
  const { id } = study;
  return changeRegister(ctx, async (queries) => {
    await requireFreeId(queries, "study", id);
    await requireSoundStudy(queries, study);
    const after = nextVersion<Study>(null, study, ctx.now);
    await recordEvents(queries, [
      newEvent(ctx, { verb: "study.created", subject: { kind: "study", id }, before: null, after }),
    ]);
    return after;
  });
}

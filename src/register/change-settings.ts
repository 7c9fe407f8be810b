import { type Settings, settings as settingsSchema } from "../contract/portfolio.ts";
import { changeRegister } from "./change-register.ts";
import type { Context } from "./context.ts";
import { newEvent } from "./event/new-event.ts";
import { recordEvents } from "./event/record-events.ts";
import { portfolioOf } from "./portfolio/portfolio-of.ts";
import { readRegisterNow } from "./read-register.ts";
import { isSame } from "./record/differing-fields.ts";
import { requireVersion } from "./record/find-record.ts";
import { nextVersion } from "./record/next-version.ts";
import { invalidInput, parseInput } from "./record/parse-record.ts";
import { portfolioFindings } from "./record/portfolio-findings.ts";
import { type StoredRecord, settingsId } from "./record/record-kind.ts";
import { requireRole } from "./require-role.ts";

/** Replaces the settings. Refused where a record in use would no longer fit them, such as a level off a shorter scale. */
export async function changeSettings(
  ctx: Context,
  input: { readonly settings: unknown; readonly ifVersion?: number },
): Promise<StoredRecord<Settings>> {
  requireRole(ctx, "approver", "change settings");
  const settings = parseInput(settingsSchema, input.settings, "settings");
  return changeRegister(ctx, async (queries) => {
    const state = await readRegisterNow(queries);
    const before = state.settings;
    requireVersion("settings", { id: settingsId, version: before?.version ?? 0 }, input.ifVersion);
    if (before !== null && isSame(before.record, settings)) return before;
    const after = nextVersion<Settings>(before, settings, ctx.now);
    const findings = portfolioFindings(portfolioOf({ ...state, settings: after }));
    if (findings.length > 0) throw invalidInput("settings", findings);
    const verb = before === null ? "settings.created" : "settings.changed";
    await recordEvents(queries, [
      newEvent(ctx, { verb, subject: { kind: "settings", id: settingsId }, before, after }),
    ]);
    return after;
  });
}

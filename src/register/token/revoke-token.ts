import { Failure } from "../../contract/failure.ts";
import { changeRegister } from "../change-register.ts";
import type { Context } from "../context.ts";
import { newEvent } from "../event/new-event.ts";
import { recordEvents } from "../event/record-events.ts";
import { requireRole } from "../require-role.ts";
import { selectTokens, updateRevoked } from "./token-queries.ts";

/** Ends a token at once; revoking it again does nothing. */
export async function revokeToken(ctx: Context, id: string): Promise<void> {
  requireRole(ctx, "administrator", "revoke tokens");
  await changeRegister(ctx, async (queries) => {
    const [token] = await selectTokens(queries, { id });
    if (token === undefined)
      throw new Failure("not-found", `token ${id}: not known`, "list tokens with plimsoll token list");
    if (token.revokedAt !== null) return;
    await updateRevoked(queries, id, ctx.now.toISOString());
    const { holder, expiresAt } = token;
    await recordEvents(queries, [
      newEvent(ctx, {
        verb: "token.revoked",
        subject: { kind: "token", id },
        before: { holder, expiresAt },
        after: null,
      }),
    ]);
  });
}

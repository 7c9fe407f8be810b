import { randomBytes } from "node:crypto";
import { Failure } from "../../contract/failure.ts";
import { slug } from "../../contract/primitive.ts";
import type { Role } from "../../contract/roles.ts";
import { changeRegister } from "../change-register.ts";
import type { Context } from "../context.ts";
import { newEvent } from "../event/new-event.ts";
import { recordEvents } from "../event/record-events.ts";
import { newId } from "../new-id.ts";
import { findRecord, requireInUse } from "../record/find-record.ts";
import { parseInput } from "../record/parse-record.ts";
import { requireRole } from "../require-role.ts";
import { hashOfToken, insertToken, type TokenHolder } from "./token-queries.ts";

export interface CreatedToken {
  readonly id: string;
  /** Shown now and never again: only its hash is kept. */
  readonly token: string;
  readonly holder: TokenHolder;
  readonly expiresAt: string | null;
}

/** Makes a bearer token for a person, whose roles it follows, or for a service with roles of its own. */
export async function createToken(
  ctx: Context,
  input: {
    readonly holder: { readonly person: string } | { readonly service: string; readonly roles: readonly Role[] };
    readonly expiresAt?: Date;
  },
): Promise<CreatedToken> {
  requireRole(ctx, "administrator", "make tokens");
  if (input.expiresAt !== undefined && input.expiresAt <= ctx.now)
    throw new Failure(
      "invalid-input",
      `token: ends at ${input.expiresAt.toISOString()}, which is past`,
      "give a later day",
    );
  return changeRegister(ctx, async (queries) => {
    let holder: TokenHolder;
    if ("person" in input.holder) {
      const person = await findRecord(queries, "person", input.holder.person);
      requireInUse("person", person);
      holder = { kind: "person", id: person.id };
    } else {
      const id = parseInput(slug, input.holder.service, "name of a service");
      if (input.holder.roles.length === 0)
        throw new Failure("invalid-input", `service ${id}: no roles`, "give at least the role viewer");
      holder = { kind: "service", id, roles: [...input.holder.roles] };
    }
    const token = `plimsoll_${randomBytes(32).toString("base64url")}`;
    const id = newId("tk_", ctx.now);
    const expiresAt = input.expiresAt?.toISOString() ?? null;
    await insertToken(queries, { id, holder, hash: hashOfToken(token), createdAt: ctx.now.toISOString(), expiresAt });
    const subject = { kind: "token", id } as const;
    await recordEvents(queries, [
      newEvent(ctx, { verb: "token.created", subject, before: null, after: { holder, expiresAt } }),
    ]);
    return { id, token, holder, expiresAt };
  });
}

import { Failure } from "../contract/failure.ts";
import { type Role, roles } from "../contract/roles.ts";
import type { Context } from "./context.ts";

/** Each role may do what those before it may: viewer, contributor, approver, administrator. */
function hasRole(actor: Context["actor"], needed: Role): boolean {
  return actor.roles.some((role) => roles.indexOf(role) >= roles.indexOf(needed));
}

/** Refuses what the actor's roles do not allow. `what` says it in words, such as "change limits". */
export function requireRole({ actor }: Pick<Context, "actor">, needed: Role, what?: string): void {
  if (hasRole(actor, needed)) return;
  const held = actor.roles.length === 0 ? "no role" : `role ${actor.roles.join(", ")}`;
  throw new Failure(
    "forbidden",
    `${actor.kind} ${actor.id}: ${held}, and ${needed} is needed${what === undefined ? "" : ` to ${what}`}`,
    `ask someone with the role ${needed}`,
  );
}

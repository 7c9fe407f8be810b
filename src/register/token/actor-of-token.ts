import type { Actor } from "../../contract/actor.ts";
import type { Database } from "../../store/database.ts";
import { presentId } from "../record/alias-queries.ts";
import { selectRecords } from "../record/record-queries.ts";
import { hashOfToken, selectTokens } from "./token-queries.ts";

/** Who a bearer token speaks for; null when it is unknown, revoked, run out, or its person is no longer in use. */
export async function actorOfToken(db: Database, token: string, now: Date): Promise<Actor | null> {
  const [kept] = await selectTokens(db.queries, { hash: hashOfToken(token) });
  if (kept === undefined || kept.revokedAt !== null) return null;
  if (kept.expiresAt !== null && new Date(kept.expiresAt) <= now) return null;
  const { holder } = kept;
  if (holder.kind === "service") return { ...holder, authenticated: true };
  const id = await presentId(db.queries, "person", holder.id);
  const person = (await selectRecords(db.queries, "person", [id])).get(id);
  if (person === undefined || person.retiredOn !== null) return null;
  return { kind: "person", id, roles: person.record.roles ?? ["viewer"], authenticated: true };
}

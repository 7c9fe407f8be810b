import type { Actor } from "../../src/contract/actor.ts";
import type { Role } from "../../src/contract/roles.ts";
import type { Context } from "../../src/register/context.ts";
import { openRegister } from "../../src/register/open-register.ts";
import type { Database } from "../../src/store/database.ts";
import type { StorePlace } from "../../src/store/open-database.ts";
import type { DatabaseTarget } from "./database.ts";

/** Opens the store on a database of this test run. */
export function openOn(target: DatabaseTarget, now?: Date): Promise<Database> {
  return openRegister(placeOf(target), now === undefined ? {} : { now });
}

export function placeOf(target: DatabaseTarget): StorePlace {
  if (target.kind === "postgres") return { url: target.url };
  return target.dataDir === null ? { memory: true } : { dataDir: target.dataDir };
}

/** What a verb is given, by an actor with one role; an administrator unless said otherwise. */
export function contextOf(
  db: Database,
  {
    at = "2026-11-20T09:00:00Z",
    role = "administrator",
    id = "mara",
  }: {
    at?: string;
    role?: Role;
    id?: string;
  } = {},
): Context {
  const actor: Actor = { kind: "person", id, roles: [role], authenticated: false };
  return { db, actor, now: new Date(at) };
}

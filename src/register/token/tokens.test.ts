import { afterAll, beforeAll, expect, it } from "vitest";
import { onBothDatabases } from "../../../test/harness/database.ts";
import { contextOf, openOn } from "../../../test/harness/register.ts";
import type { Database } from "../../store/database.ts";
import { listEvents } from "../event/list-events.ts";
import { changeRecord } from "../record/change-record.ts";
import { createRecord } from "../record/create-record.ts";
import { renameRecord } from "../record/rename-record.ts";
import { retireRecord } from "../record/retire-record.ts";
import { actorOfToken } from "./actor-of-token.ts";
import { createToken } from "./create-token.ts";
import { listTokens } from "./list-tokens.ts";
import { revokeToken } from "./revoke-token.ts";

onBothDatabases(
  "tokens",
  (newDatabase) => {
    let db: Database;
    const ctx = () => contextOf(db);
    const actorOf = (token: string, at = "2026-11-20T09:00:00Z") => actorOfToken(db, token, new Date(at));
    beforeAll(async () => {
      db = await openOn(await newDatabase());
      await createRecord(ctx(), "person", { id: "omar", roles: ["approver"] });
    });
    afterAll(() => db.close());

    it("of a service speaks for it with its own roles, until the day it ends", async () => {
      const expiresAt = new Date("2026-12-31T23:59:59.999Z");
      const { token } = await createToken(ctx(), { holder: { service: "ci", roles: ["contributor"] }, expiresAt });
      expect(await actorOf(token)).toEqual({ kind: "service", id: "ci", roles: ["contributor"], authenticated: true });
      expect(await actorOf(token, "2027-01-01T00:00:00Z")).toBeNull();
      expect(await actorOf(`${token}x`)).toBeNull();
    });

    it("of a person follows the person's roles and id, and ends with the person", async () => {
      const { token } = await createToken(ctx(), { holder: { person: "omar" } });
      expect(await actorOf(token)).toMatchObject({ kind: "person", id: "omar", roles: ["approver"] });
      await changeRecord(ctx(), "person", { id: "omar", patch: { roles: null } });
      await renameRecord(ctx(), "person", { id: "omar", to: "omar-b" });
      expect(await actorOf(token)).toMatchObject({ id: "omar-b", roles: ["viewer"] });
      await retireRecord(ctx(), "person", { id: "omar-b" });
      expect(await actorOf(token)).toBeNull();
    });

    it("revoked is worth nothing; making and revoking are events that do not hold it", async () => {
      const { id, token } = await createToken(ctx(), { holder: { service: "bot", roles: ["viewer"] } });
      await revokeToken(ctx(), id);
      await revokeToken(ctx(), id);
      expect(await actorOf(token)).toBeNull();
      const events = await listEvents(ctx(), { kind: "token", id });
      expect(events.map(({ verb }) => verb)).toEqual(["token.revoked", "token.created"]);
      const kept = JSON.stringify([
        events,
        await listTokens(ctx()),
        await db.queries.selectFrom("token").selectAll().execute(),
      ]);
      expect(kept).not.toContain(token);
      expect(kept).toContain('"id":"bot"');
    });

    it("is refused for nobody, for no roles and for a past day", async () => {
      await expect(createToken(ctx(), { holder: { person: "nobody" } })).rejects.toMatchObject({ code: "not-found" });
      await expect(createToken(ctx(), { holder: { service: "x", roles: [] } })).rejects.toMatchObject({
        code: "invalid-input",
      });
      const expiresAt = new Date("2026-11-20T08:00:00Z");
      const holder = { service: "x", roles: ["viewer"] as const };
      await expect(createToken(ctx(), { holder, expiresAt })).rejects.toMatchObject({ code: "invalid-input" });
    });
  },
  ["PGlite in memory", "Postgres"],
);

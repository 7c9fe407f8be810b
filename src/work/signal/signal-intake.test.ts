import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { contextOf, openOn } from "../../../test/harness/register.ts";
import { listEvents } from "../../register/event/list-events.ts";
import { type LiveRegister, openLiveRegister } from "../../register/figures/live-register.ts";
import { createRecord } from "../../register/record/create-record.ts";
import { createAssignmentRule } from "../../register/signal/keep-assignment-rule.ts";
import { listSignals } from "../../register/signal/list-signals.ts";
import type { Database } from "../../store/database.ts";
import { SignalIntake } from "./signal-intake.ts";
import { startAssigningWaiting } from "./waiting-assignment.ts";

const now = () => new Date("2026-11-20T09:00:00Z");
let db: Database;
let live: LiveRegister;
let intake: SignalIntake;
beforeAll(async () => {
  db = await openOn({ kind: "pglite", dataDir: null });
  live = await openLiveRegister(db, now());
  intake = new SignalIntake({ db, live, now });
});
afterAll(async () => {
  await intake.close();
  await live.close();
  await db.close();
});

function send(id: string, { metric = "f1", labels = {} }: { metric?: string; labels?: Record<string, string> } = {}) {
  const event = {
    specversion: "1.0",
    type: "ai.risk.signal.performance",
    source: "/monitors/churn",
    id,
    data: { metric, value: 0.7, labels },
  };
  return intake.receive(
    contextOf(db).actor,
    {
      bytes: Buffer.from(JSON.stringify(event)),
      contentType: "application/cloudevents+json",
      headers: {},
      name: "/v1/signals",
      stated: {},
    },
    undefined,
  );
}

it("stores together what arrives while one transaction is under way", async () => {
  const transactions = async () =>
    (await sql<{ n: number }>`SELECT count(DISTINCT xmin::text) AS n FROM receipt`.execute(db.queries)).rows[0]!.n;
  const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => send(`together-${index}`)));
  expect(answers.map(({ stored }) => stored)).toEqual(answers.map(() => 1));
  expect(await transactions()).toBeLessThanOrEqual(3);
  expect(await listEvents(contextOf(db), { kind: "receipt" })).toHaveLength(50);
});

it("one that the database refuses takes no other with it", async () => {
  await sql`ALTER TABLE signal ADD CONSTRAINT refused CHECK (metric <> 'poison')`.execute(db.queries);
  const answers = await Promise.allSettled(
    ["a", "poison", "b"].map((name) => send(`beside-${name}`, { metric: name })),
  );
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  await sql`ALTER TABLE signal DROP CONSTRAINT refused`.execute(db.queries);
  expect((await send("beside-poison", { metric: "poison" })).stored).toBe(1);
});

it("a rule counts from the moment it is made, and a system that comes later takes what waited for it", async () => {
  await createRecord(contextOf(db), "system", { id: "churn" });
  expect((await send("labelled", { labels: { system: "churn" } })).items[0]!.system).toBe("churn");
  await createAssignmentRule(contextOf(db), { id: "auc", when: { metric: "auc" }, system: "churn" });
  expect((await send("auc", { metric: "auc" })).items[0]!.system).toBe("churn");

  expect((await send("early", { labels: { system: "later" } })).unassigned).toBe(1);
  const logged: string[] = [];
  const assigning = startAssigningWaiting({ db, live, now, log: (line) => logged.push(line), againAfterMs: 20 });
  await createRecord(contextOf(db), "system", { id: "later" });
  const assigned = async () => (await listSignals(contextOf(db), { system: "later", limit: 9 })).items.length;
  await expect.poll(assigned, { timeout: 60_000 }).toBe(1);
  await assigning.stop();
  expect(logged).toEqual([]);
});

it("is closed when what it took in is stored", async () => {
  let stored = 0;
  const answer = send("last").then((answer) => {
    stored += answer.stored;
  });
  await intake.close();
  expect(stored).toBe(1);
  await answer;
});

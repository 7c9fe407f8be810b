import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { onBothDatabases } from "../../test/harness/database.ts";
import { openOn } from "../../test/harness/register.ts";
import { enqueueJob, type Job, takeDueJobs } from "../register/job-queries.ts";
import type { Database, Queries } from "../store/database.ts";
import { type JobHandler, type JobOptions, runDueJob, startJobs } from "./jobs.ts";

const start = Date.parse("2026-11-20T09:00:00Z");

onBothDatabases(
  "jobs",
  (newDatabase) => {
    let db: Database;
    let other: Database;
    let clock = start;
    const now = () => new Date(clock);
    beforeAll(async () => {
      const target = await newDatabase();
      db = await openOn(target);
      other = target.kind === "postgres" ? await openOn(target) : db;
    });
    beforeEach(async () => {
      clock = start;
      await db.queries.deleteFrom("job").execute();
    });
    afterAll(async () => {
      await db.close();
      if (other !== db) await other.close();
    });

    const enqueue = (id: string, { inMs = 0, maxAttempts = 3 } = {}) =>
      enqueueJob(
        db.queries,
        { id, kind: "note", payload: { id }, dueAt: new Date(clock + inMs), maxAttempts, idempotencyKey: id },
        now(),
      );
    const doing =
      (work: (job: Job) => void): JobHandler =>
      async (done) => {
        work(done);
        return async () => {};
      };
    const writing = (id: string) => async (queries: Queries) => {
      const written = { id, kind: "other", payload: null, dueAt: now(), maxAttempts: 1, idempotencyKey: id };
      await enqueueJob(queries, written, now());
    };
    const worker = (handler: JobHandler, more: Partial<JobOptions> = {}): JobOptions => ({
      db,
      handlers: { note: handler },
      worker: "one",
      now,
      leaseMs: 60_000,
      backoffMs: 1000,
      ...more,
    });
    const job = (id: string) => db.queries.selectFrom("job").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

    it("a job is done once it is due, and once only", async () => {
      const done: unknown[] = [];
      const one = worker(doing(({ payload }) => done.push(payload)));
      await enqueue("a", { inMs: 5000 });
      expect(await runDueJob(one)).toBe(false);
      clock += 5000;
      expect(await runDueJob(one)).toBe(true);
      expect(await runDueJob(one)).toBe(false);
      expect(done).toEqual([{ id: "a" }]);
      expect(await job("a")).toMatchObject({ state: "done", attempt: 1, leased_by: null });
    });

    it("a key is enqueued once, even after its job is done", async () => {
      expect(await enqueue("a")).toBe(true);
      await runDueJob(worker(async () => async () => {}));
      expect(await enqueue("a")).toBe(false);
    });

    it("a failure waits twice as long each time, then is given up; what it wrote is undone", async () => {
      const attempts: number[] = [];
      const failing = worker(async ({ attempt }) => {
        attempts.push(clock - start);
        return async (queries) => {
          await writing(`b-${attempt}`)(queries);
          throw new Error("no answer");
        };
      });
      await enqueue("a");
      for (; clock <= start + 20_000; clock += 500) await runDueJob(failing);
      expect(attempts).toEqual([0, 1000, 3000]);
      expect(await job("a")).toMatchObject({ state: "failed", attempt: 3, last_error: "no answer" });
      expect(await db.queries.selectFrom("job").selectAll().where("kind", "=", "other").execute()).toEqual([]);
    });

    it("a lease that ran out gives the job to another worker, and the first one's work does not count", async () => {
      await enqueue("a");
      let resume = () => {};
      let isRunning = false;
      const first = runDueJob(
        worker(() => {
          isRunning = true;
          return new Promise((resolve) => {
            resume = () => resolve(writing("late"));
          });
        }),
      );
      await expect.poll(() => isRunning).toBe(true);
      clock += 60_001;
      const done: string[] = [];
      await runDueJob(
        worker(
          doing(({ attempt }) => done.push(`two, attempt ${attempt}`)),
          { worker: "two" },
        ),
      );
      resume();
      await first;
      expect(await db.queries.selectFrom("job").selectAll().where("kind", "=", "other").execute()).toEqual([]);
      expect(done).toEqual(["two, attempt 2"]);
      expect(await job("a")).toMatchObject({ state: "done", attempt: 2 });
    });

    it("a worker that dies at its last attempt leaves a failed job", async () => {
      await enqueue("a", { maxAttempts: 1 });
      const lease = { worker: "dead", now: now(), until: new Date(clock + 1000) };
      expect(await db.transaction((queries) => takeDueJobs(queries, lease, ["note"], 1))).toHaveLength(1);
      clock += 1000;
      expect(await runDueJob(worker(async () => async () => {}))).toBe(false);
      expect(await job("a")).toMatchObject({ state: "failed", last_error: "the lease of the last attempt ran out" });
    });

    it("the loop does what is due, says what went wrong, and stops after the job in hand", async () => {
      const done: string[] = [];
      const lines: string[] = [];
      await enqueue("a");
      const loop = startJobs({ ...worker(doing(({ id }) => done.push(id))), log: (line) => lines.push(line) });
      await expect.poll(() => done).toEqual(["a"]);
      await loop.stop();
      await enqueue("b");
      const broken = { ...db, transaction: () => Promise.reject(new Error("database gone")) };
      const failing = startJobs({
        ...worker(
          doing(() => {}),
          { db: broken },
        ),
        log: (line) => lines.push(line),
      });
      await expect.poll(() => lines).toEqual(["jobs: database gone"]);
      await failing.stop();
      expect(done).toEqual(["a"]);
    });

    it("two workers share many jobs and never take the same one", async () => {
      for (let i = 0; i < 40; i++) await enqueue(`job-${i}`);
      const taken: string[] = [];
      const drain = async (name: string, on: Database) => {
        const options = worker(
          doing(({ id }) => taken.push(id)),
          { worker: name, db: on },
        );
        while (await runDueJob(options));
      };
      await Promise.all([drain("one", db), drain("two", other), drain("three", other)]);
      expect(taken).toHaveLength(40);
      expect(new Set(taken).size).toBe(40);
    });
  },
  ["PGlite in memory", "Postgres"],
);

import { sql } from "kysely";
import type { Queries } from "../store/database.ts";

/** Work that is due at a time: kept as a row, so that a restart forgets nothing and two servers never do it twice. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  /** 1 for the first attempt. */
  readonly attempt: number;
  readonly maxAttempts: number;
}

export interface NewJob {
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  readonly dueAt: Date;
  readonly maxAttempts: number;
  /** A job with a key that was enqueued before, whatever became of it, is not enqueued again. */
  readonly idempotencyKey: string;
}

/** Who works on jobs, and until when a job that it takes is its own. */
export interface Lease {
  readonly worker: string;
  readonly now: Date;
  readonly until: Date;
}

/** False where a job with the key is known already. In the transaction of what makes it necessary. */
export async function enqueueJob(queries: Queries, job: NewJob, now: Date): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO job (id, kind, payload, state, due_at, max_attempts, idempotency_key, created_at)
    VALUES (${job.id}, ${job.kind}, ${JSON.stringify(job.payload)}::jsonb, 'waiting', ${job.dueAt.toISOString()},
      ${job.maxAttempts}, ${job.idempotencyKey}, ${now.toISOString()})
    ON CONFLICT (idempotency_key) DO NOTHING RETURNING id`.execute(queries);
  return rows.length > 0;
}

/**
 * Leases due jobs to a worker, the longest due first, and those whose worker let its lease run out. One that did so on
 * its last attempt has failed.
 */
export async function takeDueJobs(
  queries: Queries,
  lease: Lease,
  kinds: readonly string[],
  limit: number,
): Promise<Job[]> {
  const now = lease.now.toISOString();
  await sql`UPDATE job SET state = 'failed', lease_until = NULL, leased_by = NULL, finished_at = ${now},
      last_error = 'the lease of the last attempt ran out'
    WHERE state = 'running' AND lease_until <= ${now} AND attempt >= max_attempts`.execute(queries);
  const { rows } = await sql<{ id: string; kind: string; payload: unknown; attempt: number; max_attempts: number }>`
    WITH due AS (
      SELECT id FROM job
      WHERE kind = ANY (${[...kinds]}::text[]) AND due_at <= ${now}
        AND (state = 'waiting' OR (state = 'running' AND lease_until <= ${now}))
      ORDER BY due_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    UPDATE job SET state = 'running', attempt = attempt + 1, leased_by = ${lease.worker},
      lease_until = ${lease.until.toISOString()}
    FROM due WHERE job.id = due.id
    RETURNING job.id, kind, payload, attempt, max_attempts`.execute(queries);
  return rows.map(({ max_attempts, ...job }) => ({ ...job, maxAttempts: max_attempts }));
}

/** False where the lease was lost: another worker has the job by now, and what this one did does not count. */
export function extendLease(queries: Queries, job: Job, { worker, until }: Lease): Promise<boolean> {
  return updateOwn(queries, job, worker, sql`lease_until = ${until.toISOString()}`);
}

export function completeJob(queries: Queries, job: Job, worker: string, now: Date): Promise<boolean> {
  return updateOwn(
    queries,
    job,
    worker,
    sql`state = 'done', lease_until = NULL, leased_by = NULL, last_error = NULL, finished_at = ${now.toISOString()}`,
  );
}

/** Puts the job off to its next attempt, or gives it up where `nextAt` is null. */
export function failJob(
  queries: Queries,
  job: Job,
  worker: string,
  { error, now, nextAt }: { error: string; now: Date; nextAt: Date | null },
): Promise<boolean> {
  const outcome =
    nextAt === null
      ? sql`state = 'failed', finished_at = ${now.toISOString()}`
      : sql`state = 'waiting', due_at = ${nextAt.toISOString()}`;
  return updateOwn(queries, job, worker, sql`${outcome}, lease_until = NULL, leased_by = NULL, last_error = ${error}`);
}

async function updateOwn(queries: Queries, job: Job, worker: string, change: ReturnType<typeof sql>): Promise<boolean> {
  const { rows } = await sql`UPDATE job SET ${change}
    WHERE id = ${job.id} AND state = 'running' AND leased_by = ${worker} AND attempt = ${job.attempt}
    RETURNING id`.execute(queries);
  return rows.length > 0;
}

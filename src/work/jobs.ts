import { completeJob, extendLease, failJob, type Job, type Lease, takeDueJobs } from "../register/job-queries.ts";
import type { Database, Queries } from "../store/database.ts";

/**
 * Does one kind of job, and answers what is to be written when it is done: that and the job's completion are one
 * transaction. The work itself holds no connection, of which PGlite has only one.
 */
export type JobHandler = (job: Job) => Promise<(queries: Queries) => Promise<void>>;

export interface JobOptions {
  readonly db: Database;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /** Differs from that of every other process on the database. */
  readonly worker: string;
  readonly now: () => Date;
  /** How long a job stays with a worker that falls silent. */
  readonly leaseMs?: number;
  /** How long a failed job waits for its second attempt; twice as long for each further one. */
  readonly backoffMs?: number;
}

const defaultLeaseMs = 60_000;
const defaultBackoffMs = 5_000;
const longestBackoffMs = 3_600_000;

/** Takes one due job and does it; false where none is due. */
export async function runDueJob(options: JobOptions): Promise<boolean> {
  const { db, handlers, worker } = options;
  const [job] = await db.transaction((queries) => takeDueJobs(queries, leaseOf(options), Object.keys(handlers), 1));
  if (job === undefined) return false;
  const stopExtending = keepLease(options, job);
  try {
    const write = await handlers[job.kind]!(job);
    await db.transaction(async (queries) => {
      await write(queries);
      // The lease is looked at last and in the same transaction: a job that is another's by now is undone here.
      if (!(await completeJob(queries, job, worker, options.now()))) throw new LostLease(job);
    });
  } catch (error) {
    if (!(error instanceof LostLease)) await putOff(options, job, error);
  } finally {
    stopExtending();
  }
  return true;
}

/** The loop: does what is due, then looks again every second. `stop` waits for the job in hand. */
export function startJobs(options: JobOptions & { readonly log: (line: string) => void }): { stop(): Promise<void> } {
  let isStopping = false;
  let wake = () => {};
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, 1000);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const loop = async () => {
    while (!isStopping) {
      const didSomething = await runDueJob(options).catch((error: Error) => {
        options.log(`jobs: ${error.message}`);
        return false;
      });
      if (!didSomething && !isStopping) await pause();
    }
  };
  const running = loop();
  return {
    stop() {
      isStopping = true;
      wake();
      return running;
    },
  };
}

class LostLease extends Error {
  constructor({ id, kind }: Job) {
    super(`job ${id} (${kind}): lease lost to another worker`);
  }
}

function leaseOf({ worker, now, leaseMs = defaultLeaseMs }: JobOptions): Lease {
  const at = now();
  return { worker, now: at, until: new Date(at.getTime() + leaseMs) };
}

function keepLease(options: JobOptions, job: Job): () => void {
  const { leaseMs = defaultLeaseMs } = options;
  const timer = setInterval(() => {
    extendLease(options.db.queries, job, leaseOf(options)).catch(() => {});
  }, leaseMs / 3);
  return () => clearInterval(timer);
}

async function putOff({ db, worker, now, backoffMs = defaultBackoffMs }: JobOptions, job: Job, error: unknown) {
  const at = now();
  const wait = Math.min(backoffMs * 2 ** (job.attempt - 1), longestBackoffMs);
  await failJob(db.queries, job, worker, {
    error: error instanceof Error ? error.message : String(error),
    now: at,
    nextAt: job.attempt >= job.maxAttempts ? null : new Date(at.getTime() + wait),
  });
}

import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Actor } from "../../contract/actor.ts";
import { Failure } from "../../contract/failure.ts";
import type { ReceivedDecisions } from "../../contract/kept-audit.ts";
import { newId } from "../../register/new-id.ts";
import type { AuditedDecisions, DecisionFile, DecisionTask } from "./decision-task.ts";
import type { DecisionThreads, TaskWatch } from "./decision-threads.ts";
import { removeLeftFolders } from "./remove-left-folders.ts";

const gigabyte = 1024 ** 3;

/** How much is held, and how long. */
export interface DecisionBounds {
  readonly mostFiles: number;
  readonly mostBytes: number;
  readonly keptMs: number;
}

const usualBounds: DecisionBounds = { mostFiles: 8, mostBytes: 8 * gigabyte, keptMs: 60 * 60 * 1000 };

interface HeldFile {
  readonly sender: string;
  readonly folder: string;
  readonly file: DecisionFile;
  readonly about: ReceivedDecisions;
  /** Audits that read it now; it is removed when none does. */
  readers: number;
  readonly forgetting: NodeJS.Timeout;
}

interface Sending {
  readonly name: string;
  readonly sender: Actor;
  readonly now: Date;
  /** Ends the reception: the sender is gone. */
  readonly signal: AbortSignal;
}

/**
 * Files of decisions that were sent to be audited. Each lies in a private folder of its own, is seen by its sender only,
 * and is removed after an hour, when it is asked for, when room is needed, and with the server.
 */
export class DecisionsReceived {
  readonly #held = new Map<string, HeldFile>();
  readonly #threads: Pick<DecisionThreads, "run">;
  readonly #bounds: DecisionBounds;
  readonly #receiving = new Set<Promise<unknown>>();

  constructor(threads: Pick<DecisionThreads, "run">, bounds: Partial<DecisionBounds> = {}) {
    this.#threads = threads;
    this.#bounds = { ...usualBounds, ...bounds };
  }

  /** Writes what arrives to a file and looks at its columns; whatever ends before its end leaves nothing behind. */
  async receive(body: ReadableStream<Uint8Array> | null, from: Sending): Promise<ReceivedDecisions> {
    await this.#makeRoom();
    const received = this.#receive(body, from);
    this.#receiving.add(received);
    return received.finally(() => this.#receiving.delete(received));
  }

  async #receive(
    body: ReadableStream<Uint8Array> | null,
    { name, sender, now, signal }: Sending,
  ): Promise<ReceivedDecisions> {
    const folder = await newFolder();
    try {
      const id = newId("de-", now);
      const path = join(folder, `decisions${endingOf(name)}`);
      const written = await this.#write(body, path, signal);
      const file = { path, name, sha256: written.sha256 };
      const described = await this.#threads.run({ kind: "describe", file, folder }, { signal });
      const about = { id, name, ...written, ...described };
      const forgetting = setTimeout(() => void this.#remove(id), this.#bounds.keptMs);
      forgetting.unref();
      this.#held.set(id, { sender: nameOf(sender), folder, file, about, readers: 0, forgetting });
      return about;
    } catch (error) {
      await remove(folder);
      throw error;
    }
  }

  read(id: string, sender: Actor): ReceivedDecisions {
    return this.#find(id, sender).about;
  }

  async forget(id: string, sender: Actor): Promise<void> {
    this.#find(id, sender);
    await this.#remove(id);
  }

  /** Counts and measures a received file. */
  async audit(
    id: string,
    sender: Actor,
    task: Pick<DecisionTask & { kind: "audit" }, "request" | "content">,
    watch: TaskWatch,
  ): Promise<AuditedDecisions> {
    const held = this.#find(id, sender);
    held.readers++;
    try {
      return await this.#threads.run({ kind: "audit", file: held.file, folder: held.folder, ...task }, watch);
    } finally {
      held.readers--;
      if (!this.#held.has(id) && held.readers === 0) await remove(held.folder);
    }
  }

  /** Close the threads first: what they read is removed. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#receiving);
    const folders = [...this.#held.values()].map(({ folder }) => folder);
    for (const { forgetting } of this.#held.values()) clearTimeout(forgetting);
    this.#held.clear();
    await Promise.all(folders.map(remove));
  }

  /** A file of somebody else is as if it were not there: ids are not to be tried out. */
  #find(id: string, sender: Actor): HeldFile {
    const held = this.#held.get(id);
    if (held !== undefined && held.sender === nameOf(sender)) return held;
    throw new Failure("not-found", `decisions ${id}: not here, or forgotten by now`, "send the file again");
  }

  /** The oldest file that nobody reads gives way. */
  async #makeRoom(): Promise<void> {
    if (this.#held.size + this.#receiving.size < this.#bounds.mostFiles) return;
    const oldest = [...this.#held.entries()].find(([, { readers }]) => readers === 0);
    if (oldest === undefined)
      throw new Failure(
        "in-use",
        `decisions: ${this.#bounds.mostFiles} files are being received or audited already`,
        "wait until one is done",
      );
    await this.#remove(oldest[0]);
  }

  async #remove(id: string): Promise<void> {
    const held = this.#held.get(id);
    if (held === undefined) return;
    this.#held.delete(id);
    clearTimeout(held.forgetting);
    if (held.readers === 0) await remove(held.folder);
  }

  async #write(body: ReadableStream<Uint8Array> | null, path: string, signal: AbortSignal) {
    const { mostBytes } = this.#bounds;
    const hash = createHash("sha256");
    let bytes = 0;
    const measured = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        hash.update(chunk);
        done(bytes > mostBytes ? tooLarge(mostBytes) : null, chunk);
      },
    });
    try {
      if (body !== null)
        await pipeline(body, measured, createWriteStream(path, { flags: "wx", mode: 0o600 }), { signal });
    } catch (error) {
      throw refusalOf(error, signal);
    }
    if (bytes === 0)
      throw new Failure("invalid-input", "body: empty", "send the file's bytes as application/octet-stream");
    return { bytes, sha256: hash.digest("hex") };
  }
}

async function newFolder(): Promise<string> {
  await removeLeftFolders();
  return mkdtemp(join(tmpdir(), `plimsoll-decisions-${process.pid}-`));
}

function remove(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}

function nameOf({ kind, id }: Actor): string {
  return `${kind}:${id}`;
}

/** What the name says of the format; nothing else of the name reaches the disk. */
function endingOf(name: string): string {
  return /\.(csv|tsv|txt|parquet|pq|ndjson|jsonl|json)(\.gz)?$/i.exec(name)?.[0].toLowerCase() ?? "";
}

function tooLarge(mostBytes: number): Failure {
  return new Failure(
    "too-large",
    `body: more than ${Math.floor(mostBytes / gigabyte)} GB`,
    "leave out columns that are not audited, or write it as Parquet",
  );
}

function refusalOf(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof Failure) return error;
  if (signal.aborted) return new Failure("cancelled", "decisions: not sent to their end", "send them again");
  if ((error as NodeJS.ErrnoException).code === "ENOSPC")
    return new Failure("too-large", "decisions: no room for them on the server's disk", "free some, or send less");
  return error;
}

import { createWriteStream } from "node:fs";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { readHead } from "./file-head.ts";
import { stopped } from "./stopped.ts";

/** A file that holds what came in; its ending says what it is. */
export interface SpooledInput {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * Writes what comes in, such as standard input, to a temporary file that DuckDB can read: CSV, Parquet, NDJSON or a JSON
 * list, CSV and JSON also packed by gzip, told apart by their first bytes. Only a few kilobytes are held at a time.
 *
 * @throws Failure `cancelled` when the signal says so; the file is removed then
 */
export async function spoolInput(input: NodeJS.ReadableStream, signal?: AbortSignal): Promise<SpooledInput> {
  const folder = await mkdtemp(join(tmpdir(), `plimsoll-input-${process.pid}-`));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const whole = join(folder, "input");
    await pipeline(input, createWriteStream(whole, { mode: 0o600 }), { ...(signal && { signal }) });
    const { bytes } = await readHead(whole);
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const named = isPacked ? `${whole}.gz` : whole;
    if (isPacked) await rename(whole, named);
    const path = `${whole}.${endingOf(isPacked ? (await readHead(named)).bytes : bytes)}${isPacked ? ".gz" : ""}`;
    await rename(named, path);
    return { path, remove };
  } catch (cause) {
    await remove();
    throw signal?.aborted ? stopped() : cause;
  }
}

function endingOf(bytes: Buffer): string {
  if (bytes.subarray(0, 4).toString("latin1") === "PAR1") return "parquet";
  const text = bytes
    .subarray(0, 4096)
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .trimStart();
  return text.startsWith("[") ? "json" : text.startsWith("{") ? "ndjson" : "csv";
}

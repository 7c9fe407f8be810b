import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { unreadable } from "./file-head.ts";
import { stopped } from "./stopped.ts";

const chunkBytes = 1 << 20;

/**
 * SHA-256 of a file's bytes, in hexadecimal. It reads while DuckDB counts on threads of its own, and holds two megabytes.
 *
 * @throws Failure `invalid-input` for a file that cannot be read; `cancelled` when the signal says so
 */
export async function hashFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  const file = await open(path).catch((cause: unknown) => Promise.reject(unreadable(path, cause)));
  try {
    const buffers = [Buffer.allocUnsafeSlow(chunkBytes), Buffer.allocUnsafeSlow(chunkBytes)] as const;
    // One chunk is hashed while the next one is read.
    let reading = file.read(buffers[0], 0, chunkBytes);
    for (let turn = 0; ; turn++) {
      const { bytesRead, buffer } = await reading;
      if (signal?.aborted) throw stopped();
      if (bytesRead === 0) return hash.digest("hex");
      reading = file.read(buffers[(turn + 1) % 2]!, 0, chunkBytes);
      hash.update(buffer.subarray(0, bytesRead));
    }
  } catch (cause) {
    throw unreadable(path, cause);
  } finally {
    await file.close();
  }
}

import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Context } from "hono";
import { Failure } from "../contract/failure.ts";

const unpacked = promisify(gunzip);

/** The whole body as bytes, gzip undone, neither more than `most`: a small body may unpack to more than a machine holds. */
export async function receivedBytes(c: Context, most: number): Promise<Uint8Array> {
  if (Number(c.req.header("content-length") ?? 0) > most) throw tooLarge(most);
  const sent = await gathered(c.req.raw.body, most);
  if (!isPacked(c.req.header("content-encoding"))) return sent;
  try {
    return await unpacked(sent, { maxOutputLength: most });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(most);
    throw new Failure(
      "invalid-input",
      "body: not gzip, as content-encoding says",
      "pack it with gzip, or send it as it is",
    );
  }
}

/** Whether a content-encoding is one that is undone here; null for one that is not known. */
export function isPacked(encoding: string | undefined): boolean | null {
  switch (encoding?.trim().toLowerCase() ?? "") {
    case "":
    case "identity":
      return false;
    case "gzip":
    case "x-gzip":
      return true;
    default:
      return null;
  }
}

async function gathered(body: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > most) throw tooLarge(most);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(most: number): Failure {
  return new Failure("too-large", `body: more than ${Math.floor(most / 1024 / 1024)} MB`, "send less at once");
}

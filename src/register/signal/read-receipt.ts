import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { Failure } from "../../contract/failure.ts";
import type { ReceiptDetail } from "../../contract/received.ts";
import type { Context } from "../context.ts";
import { requireRole } from "../require-role.ts";
import { type KeptReceipt, selectReceipts } from "./signal-queries.ts";

const unpacked = promisify(gunzip);
/** A longer payload is read by itself. */
const mostCharactersShown = 100_000;

/** What was received, and what of it is still kept. */
export async function readReceipt(ctx: Context, id: string): Promise<ReceiptDetail> {
  return receiptDetail(await findReceipt(ctx, id));
}

/** The payload without personal data, whole. */
export async function readReceivedPayload(ctx: Context, id: string): Promise<string> {
  const { payload, received_at: receivedAt, record } = await findReceipt(ctx, id);
  if (payload !== null) return (await unpacked(payload)).toString("utf8");
  throw new Failure(
    "not-found",
    `payload of receipt ${id}: removed, as it was received on ${receivedAt.slice(0, 10)}`,
    `its SHA-256 remains: ${record.sha256}`,
  );
}

async function findReceipt(ctx: Context, id: string): Promise<KeptReceipt> {
  requireRole(ctx, "viewer");
  const [found] = await selectReceipts(ctx.db.queries, [id]);
  if (found !== undefined) return found;
  throw new Failure("not-found", `receipt ${id}: not in the register`, "take its id from a signal of GET /v1/signals");
}

export async function receiptDetail(row: KeptReceipt): Promise<ReceiptDetail> {
  const text = row.payload === null ? null : (await unpacked(row.payload)).toString("utf8");
  const isLong = text !== null && text.length > mostCharactersShown;
  return {
    id: row.id,
    receivedAt: row.received_at,
    format: row.format,
    record: row.record,
    payload: isLong ? null : text,
    payloadState: text === null ? "removed" : isLong ? "long" : "kept",
  };
}

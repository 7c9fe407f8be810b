import { Failure } from "../../contract/failure.ts";
import type { SignalDetail } from "../../contract/signal-page.ts";
import type { Context } from "../context.ts";
import { requireRole } from "../require-role.ts";
import { signalSummary } from "./list-signals.ts";
import { presentSystemIds } from "./present-system-ids.ts";
import { receiptDetail } from "./read-receipt.ts";
import { selectReceipts, selectSignal } from "./signal-queries.ts";

/** A signal with what it was received in. */
export async function readSignal(ctx: Context, id: string): Promise<SignalDetail> {
  requireRole(ctx, "viewer");
  const { queries } = ctx.db;
  const row = await selectSignal(queries, id);
  if (row === null)
    throw new Failure("not-found", `signal ${id}: not in the register`, "list the signals by GET /v1/signals");
  const receipts = await selectReceipts(
    queries,
    [row.receipt, row.resolution_receipt].filter((receipt) => receipt !== null),
  );
  return {
    ...signalSummary(row, await presentSystemIds(queries)),
    resolution: row.resolution,
    assignedBy: row.assigned_by,
    received: await Promise.all(
      receipts.map(async (receipt) => ({
        ...(await receiptDetail(receipt)),
        brought:
          row.receipt === row.resolution_receipt
            ? "both"
            : receipt.id === row.receipt
              ? "fact"
              : ("resolution" as const),
      })),
    ),
  };
}

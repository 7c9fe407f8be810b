import type { Change } from "../../contract/heat-map.ts";
import { formatNumber } from "./format-number.ts";
import type { MarkKind } from "./mark-kind.ts";

export interface ShiftWords {
  /** "15 to", "stays", "first", "no longer rated". */
  readonly lead: string;
  readonly score: string | null;
  readonly kind: MarkKind;
  /** "+2 more" where one event moved several risks. */
  readonly others: string | null;
}

/** What an event did to a score; null where it did nothing. */
export function shiftWords(shift: Change["shift"]): ShiftWords | null {
  if (shift === null) return null;
  const { before, after, others } = shift;
  const rest = others > 0 ? `+${formatNumber(others)} more` : null;
  if (after === null)
    return { lead: before === null ? "not rated" : "rating withdrawn", score: null, kind: "unknown", others: rest };
  const score = formatNumber(after, 2);
  const kind = shift.status === "unknown" ? "unlined" : shift.status;
  if (before === null) return { lead: "first", score, kind, others: rest };
  return { lead: before === after ? "stays" : `${formatNumber(before, 2)} to`, score, kind, others: rest };
}

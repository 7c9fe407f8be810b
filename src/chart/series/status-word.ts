import type { LimitStatus } from "../../contract/record.ts";

/** What a mark says of one risk. */
export interface Standing {
  readonly status: LimitStatus;
  /** Over tolerance and a deadline of its plan has passed. */
  readonly overdue?: boolean;
  /** Null where nobody has rated it. Left out where the mark is of many risks. */
  readonly residual?: unknown;
}

/** The word that goes with a mark. Unknown says why: nobody has rated it, or no line is drawn that it is held to. */
export function statusWord({ status, overdue = false, residual = null }: Standing): string {
  switch (status) {
    case "ok":
      return "within appetite";
    case "warning":
      return "over appetite";
    case "breach":
      return overdue ? "over tolerance, deadline passed" : "over tolerance";
    case "unknown":
      return residual === null ? "not rated" : "no line drawn";
    default: {
      const unnamed: never = status;
      return unnamed;
    }
  }
}

import type { Signal } from "../contract/signal.ts";
import { type Item, textOf } from "./item.ts";

type Verdict = Signal["producerVerdict"];

/** What Evidently's status of a test says; an error or a skipped test says nothing. */
export function evidentlyTestVerdict(test: Item): Verdict {
  switch (textOf(test, "status")?.toUpperCase()) {
    case "SUCCESS":
      return "ok";
    case "WARNING":
      return "warning";
    case "FAIL":
      return "breach";
    default:
      return null;
  }
}

export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  const order = ["breach", "warning", "ok"] as const;
  return order.find((verdict) => verdicts.includes(verdict)) ?? null;
}

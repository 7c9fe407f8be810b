import type { MarkKind } from "../series/mark-kind.ts";
import { type Standing, statusWord } from "../series/status-word.ts";
import { MarkSign } from "./mark-shape.tsx";

interface StatusMarkProps extends Standing {
  /** `said` when no word of it stands nearby: a reader who does not see the mark hears it. */
  readonly word?: "said" | "nearby";
  readonly freshness?: "fresh" | "stale" | "never-assessed";
}

/** The mark of a status in a line of text, with its word for who does not see it. */
export function StatusMark({ word = "said", freshness = "fresh", ...standing }: StatusMarkProps) {
  const kind = kindOf(standing);
  const isStale = freshness === "stale";
  return (
    <span className="status-mark">
      <MarkSign kind={kind} isStale={isStale} />
      {word === "said" ? (
        <span className="visually-hidden">
          {statusWord(standing)}
          {isStale ? ", stale" : ""}:{" "}
        </span>
      ) : null}
    </span>
  );
}

function kindOf({ status, overdue = false, residual = null }: Standing): MarkKind {
  if (status === "unknown") return residual === null ? "unknown" : "unlined";
  return status === "breach" && overdue ? "critical" : status;
}

import { type Standing, statusWord } from "../series/status-word.ts";

interface StatusMarkProps extends Standing {
  /** `said` when no word of it stands nearby: a reader who does not see the mark hears it. */
  readonly word?: "said" | "nearby";
  readonly stale?: boolean;
}

/** ● within appetite, ▲ over appetite, ◆ over tolerance, ■ over tolerance and past its deadline, hatched: unknown. */
export function StatusMark({ word = "said", stale = false, ...standing }: StatusMarkProps) {
  return (
    <span className="status-mark">
      <svg width="12" height="12" viewBox="0 0 16 16" aria-hidden="true">
        <Shape {...standing} stale={stale} />
      </svg>
      {word === "said" ? (
        <span className="visually-hidden">
          {statusWord(standing)}
          {stale ? ", stale" : ""}:{" "}
        </span>
      ) : null}
    </span>
  );
}

function Shape({ status, overdue, stale }: Standing & { readonly stale: boolean }) {
  if (status === "unknown") return <circle className="mark-unknown" cx="8" cy="8" r="5.4" />;
  if (status === "ok") return <circle className={stale ? "mark-ok mark-stale" : "mark-ok"} cx="8" cy="8" r="4.8" />;
  if (status === "warning") return <path className="mark-warning" d="M8 1.8l6.2 11.2H1.8z" />;
  return overdue ? (
    <path className="mark-overdue" d="M2.5 2.5h11v11h-11z" />
  ) : (
    <path className="mark-breach" d="M8 .8L15.2 8L8 15.2L.8 8z" />
  );
}

import { shiftWords } from "../../../src/chart/series/change-words.ts";
import { formatMoment } from "../../../src/chart/series/format-date.ts";
import { plural } from "../../../src/chart/series/format-number.ts";
import type { RiskDetail } from "../../../src/contract/detail.ts";
import { wallClock } from "../../data/wall-clock.ts";
import { ScoreHistory } from "./score-history.tsx";

interface HistoryTabProps {
  readonly detail: RiskDetail;
  readonly today: string;
  readonly timeZone: string;
}

export function HistoryTab({ detail, today, timeZone }: HistoryTabProps) {
  const count = detail.changes.length;
  return (
    <>
      <ScoreHistory detail={detail} today={today} />
      <h3>
        {count} recorded {plural("event", count)}
      </h3>
      <ol className="events">
        {detail.changes.map((change) => {
          const clock = wallClock(change.at, timeZone);
          const shift = shiftWords(change.shift);
          return (
            <li key={change.seq}>
              <time dateTime={change.at}>{formatMoment(clock.on, clock.at, today)}</time>
              <p>
                {change.title}
                {change.note ? <q>{change.note}</q> : null}
                <small>
                  {change.actor.name}
                  {change.actor.authenticated ? "" : ", not authenticated"}; revision {change.seq}
                </small>
              </p>
              <p className="shift">
                {shift?.lead} {shift?.score ? <b>{shift.score}</b> : null}
              </p>
            </li>
          );
        })}
      </ol>
    </>
  );
}

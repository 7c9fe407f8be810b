import { useQuery } from "@tanstack/react-query";
import { MarkSign } from "../../../src/chart/draw/mark-shape.tsx";
import { shiftWords } from "../../../src/chart/series/change-words.ts";
import { formatMoment } from "../../../src/chart/series/format-date.ts";
import { plural } from "../../../src/chart/series/format-number.ts";
import { markWords } from "../../../src/chart/series/mark-kind.ts";
import type { Change } from "../../../src/contract/heat-map.ts";
import { changesQuery } from "../../data/queries.ts";
import { wallClock } from "../../data/wall-clock.ts";
import { useHeld } from "../../figure/use-held.ts";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { useAsOf } from "../../shell/use-as-of.ts";

const shownAtOnce = 6;
const readAtOnce = 30;

interface ChangeFeedProps {
  readonly today: string;
  readonly timeZone: string;
  readonly open: (risk: string) => void;
}

/** What moved, newest first. While a pointer is in it nothing moves: news waits behind its count. */
export function ChangeFeed({ today, timeZone, open }: ChangeFeedProps) {
  const [asOf] = useAsOf();
  const { data, error, refetch } = useQuery(changesQuery(asOf, readAtOnce));
  const { shown, accept, holdProps } = useHeld(data, asOf ?? "live");
  const newest = shown?.[0]?.seq ?? 0;
  const waiting = shown === data ? 0 : (data ?? []).filter(({ seq }) => seq > newest).length;
  return (
    <section className="block change-feed" aria-labelledby="changes-finding" {...holdProps}>
      <header>
        <div>
          <h2 className="finding" id="changes-finding">
            What changed
          </h2>
          <p className="measure">Newest first; a score moves only by an event</p>
        </div>
        <div aria-live="polite">
          {waiting > 0 ? (
            <button type="button" className="pill" onClick={accept}>
              {waiting === readAtOnce ? `${waiting} or more` : waiting} {plural("update", waiting)}
            </button>
          ) : null}
        </div>
      </header>
      {error && !shown ? <RefusalNote error={error} retry={() => void refetch()} /> : null}
      {shown && shown.length === 0 ? <p className="measure">Nothing is recorded yet.</p> : null}
      <ol>
        {shown?.slice(0, shownAtOnce).map((change) => (
          <Entry key={change.seq} change={change} today={today} timeZone={timeZone} open={open} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ change, today, timeZone, open }: ChangeFeedProps & { readonly change: Change }) {
  const clock = wallClock(change.at, timeZone);
  const shift = shiftWords(change.shift);
  const risk = change.shift?.risk ?? (change.subject.kind === "risk" ? change.subject.id : undefined);
  const where = [change.where, change.shift?.riskName, change.actor.name].filter(Boolean).join(", ");
  return (
    <li>
      <time dateTime={change.at}>{formatMoment(clock.on, clock.at, today)}</time>
      <div>
        {risk === undefined ? (
          <p className="what">{change.title}</p>
        ) : (
          <button type="button" className="what" onClick={() => open(risk)}>
            {change.title}
          </button>
        )}
        <p className="where">{where}</p>
        {change.note && shift ? <p className="note">{change.note}</p> : null}
      </div>
      {shift ? (
        <p className="shift">
          {shift.lead} {shift.score ? <b>{shift.score}</b> : null} <MarkSign kind={shift.kind} />
          <span className="visually-hidden">{markWords[shift.kind]}</span>
          {shift.others ? <small>{shift.others}</small> : null}
        </p>
      ) : null}
    </li>
  );
}

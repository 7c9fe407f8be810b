import { useQuery } from "@tanstack/react-query";
import { formatMoment } from "../../../src/chart/series/format-date.ts";
import { formatNames, readingWords, topicNames } from "../../../src/chart/series/signal-words.ts";
import type { SignalSummary } from "../../../src/contract/signal-page.ts";
import { workspaceQuery } from "../../data/queries.ts";
import { wallClock } from "../../data/wall-clock.ts";
import { ScrollX } from "../../figure/scroll-x.tsx";
import { PageLink } from "../../shell/page-link.tsx";
import { useToday } from "../../shell/use-today.ts";
import { SignalState } from "./signal-state.tsx";

interface SignalTableProps {
  readonly signals: readonly SignalSummary[];
  readonly caption: string;
}

/** Signals in rows: when it held, what was said, what was measured, about which system, by whom, and how it stands. */
export function SignalTable({ signals, caption }: SignalTableProps) {
  const { data: workspace } = useQuery(workspaceQuery);
  const { on: today, timeZone } = useToday();
  const systems = new Map(workspace?.systems.map(({ id, name }) => [id, name]));
  return (
    <ScrollX label={caption}>
      <table className="figures signal-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col">Reading</th>
            <th scope="col">System</th>
            <th scope="col">From</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {signals.map((entry) => {
            const { signal } = entry;
            const clock = wallClock(signal.occurredAt, timeZone);
            return (
              <tr key={entry.id}>
                <td className="signal-when">
                  <time dateTime={signal.occurredAt}>{formatMoment(clock.on, clock.at, today)}</time>
                </td>
                <th scope="row" className="signal-what">
                  <PageLink className="row-link" to={`/signals/${entry.id}`}>
                    {signal.summary}
                  </PageLink>
                  <small>
                    {topicNames[signal.topic]}
                    {signal.metric === null ? "" : `: ${signal.metric}`}
                  </small>
                </th>
                <td className="signal-reading">{readingWords(signal.reading) || <span className="hush">none</span>}</td>
                <td>
                  {entry.system === null ? (
                    <PageLink className="name-link" to="/signals/unassigned">
                      unassigned
                    </PageLink>
                  ) : (
                    <PageLink className="name-link" to={`/systems/${entry.system}`}>
                      {systems.get(entry.system) ?? entry.system}
                    </PageLink>
                  )}
                </td>
                <td>{formatNames[signal.format]}</td>
                <td className="signal-state">
                  <SignalState entry={entry} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollX>
  );
}

import { useQuery } from "@tanstack/react-query";
import { formatMoment } from "../../../src/chart/series/format-date.ts";
import { formatCount, formatNumber, plural } from "../../../src/chart/series/format-number.ts";
import { formatNames } from "../../../src/chart/series/signal-words.ts";
import type { SourcePage } from "../../../src/contract/signal-page.ts";
import { sourcesQuery } from "../../data/signals.ts";
import { wallClock } from "../../data/wall-clock.ts";
import { ScrollX } from "../../figure/scroll-x.tsx";
import { CopySnippet } from "../../shell/copy-snippet.tsx";
import { PageLink } from "../../shell/page-link.tsx";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { useToday } from "../../shell/use-today.ts";
import { SignalsFrame } from "./signals-frame.tsx";
import { sourceSnippets } from "./source-snippets.ts";

/** Who sends signals and was last heard when, and how another tool is pointed here. */
export function SourcesPage() {
  const { data, error, refetch } = useQuery(sourcesQuery);
  const origin = window.location.origin;
  return (
    <SignalsFrame
      title="Sources of signals"
      finding={data ? sourcesFinding(data.items.length) : "Sources"}
      lede="A tool that falls silent is seen here. Each is pointed at this register by a few lines of its own configuration."
      isBusy={!data && !error}
    >
      {error && !data ? <RefusalNote error={error} retry={() => void refetch()} /> : null}
      {data && data.items.length > 0 ? <SourceTable sources={data.items} /> : null}
      <section className="block" aria-labelledby="snippets-head">
        <header>
          <div>
            <h2 className="finding" id="snippets-head">
              Point a tool here
            </h2>
            <p className="measure">What it sends is recognised; the address may name the format</p>
          </div>
        </header>
        <div className="snippets">
          {sourceSnippets.map(({ format, where, lines }) => (
            <details key={format} className="snippet">
              <summary>
                <b>{formatNames[format]}</b> <span className="hush">{where}</span>
              </summary>
              <CopySnippet label={`${formatNames[format]}, ${where}`} text={lines(origin)} />
            </details>
          ))}
        </div>
        <p className="measure">
          Where the register asks for a token, send it as <code>authorization: Bearer</code> with every request.
        </p>
      </section>
    </SignalsFrame>
  );
}

function sourcesFinding(count: number): string {
  return count === 0
    ? "Nothing has sent a signal yet."
    : `${formatCount(count, "start")} ${plural("source", count)} ${count === 1 ? "sends" : "send"} signals.`;
}

function SourceTable({ sources }: { readonly sources: SourcePage["items"] }) {
  const { on: today, timeZone } = useToday();
  const moment = (instant: string) => {
    const clock = wallClock(instant, timeZone);
    return <time dateTime={instant}>{formatMoment(clock.on, clock.at, today)}</time>;
  };
  return (
    <ScrollX label="Sources of signals">
      <table className="figures source-table">
        <caption className="visually-hidden">Sources of signals, the last heard of first</caption>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Tool</th>
            <th scope="col">Last heard of</th>
            <th scope="col">Since</th>
            <th scope="col" className="number">
              Signals
            </th>
            <th scope="col" className="number">
              Sent again
            </th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr key={`${source.format} ${source.source}`}>
              <th scope="row">{source.source}</th>
              <td>
                <PageLink className="name-link" to={`/signals?format=${source.format}`}>
                  {formatNames[source.format]}
                </PageLink>
              </td>
              <td>{moment(source.lastReceivedAt)}</td>
              <td>{moment(source.firstReceivedAt)}</td>
              <td className="number">{formatNumber(source.signals)}</td>
              <td className="number">{formatNumber(source.duplicates)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}

import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatMoment } from "../../../src/chart/series/format-date.ts";
import { formatNames, readingWords, topicNames } from "../../../src/chart/series/signal-words.ts";
import { builtInRules } from "../../../src/contract/built-in-rules.ts";
import type { SignalDetail } from "../../../src/contract/signal-page.ts";
import { workspaceQuery } from "../../data/queries.ts";
import { signalQuery } from "../../data/signals.ts";
import { wallClock } from "../../data/wall-clock.ts";
import { PageLink } from "../../shell/page-link.tsx";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { useToday } from "../../shell/use-today.ts";
import { ReceiptBlock } from "./receipt-block.tsx";
import { SignalState } from "./signal-state.tsx";
import "./signals.css";

/** One signal: what was said, about what, how it stands, and what was received. */
export function SignalPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const { data: workspace } = useQuery(workspaceQuery);
  const { data: detail, error, refetch } = useQuery(signalQuery(id));
  usePageTitle(detail?.signal.summary ?? "Signal", workspace?.organization);
  return (
    <article className="signal-page" aria-labelledby="signal-head" aria-busy={!detail && !error}>
      <header className="page-head">
        <p className="hush">
          <PageLink className="name-link" to="/signals">
            Signals
          </PageLink>
          {detail ? `, ${topicNames[detail.signal.topic].toLowerCase()}` : ""}
        </p>
        <h1 className="head-line" id="signal-head">
          {detail?.signal.summary ?? "Signal"}
        </h1>
        {detail ? (
          <p className="lede">
            <SignalState entry={detail} />
          </p>
        ) : null}
      </header>
      {error && !detail ? <RefusalNote error={error} retry={() => void refetch()} /> : null}
      {detail ? (
        <>
          <SignalFacts detail={detail} systems={workspace?.systems ?? []} />
          <section className="block" aria-labelledby="received-head">
            <header>
              <div>
                <h2 className="finding" id="received-head">
                  What was received
                </h2>
                <p className="measure">Stored before it was judged, without personal data; the hash is of every byte</p>
              </div>
            </header>
            {detail.received.map((receipt) => (
              <ReceiptBlock key={receipt.id} receipt={receipt} />
            ))}
          </section>
        </>
      ) : null}
    </article>
  );
}

function SignalFacts(props: {
  readonly detail: SignalDetail;
  readonly systems: readonly { readonly id: string; readonly name: string }[];
}) {
  const { detail, systems } = props;
  const { signal, system, rule } = detail;
  const labels = Object.entries(signal.labels);
  return (
    <dl className="facts signal-facts">
      <Fact title="System">
        {system === null ? (
          <>
            unassigned;{" "}
            <PageLink className="name-link" to="/signals/unassigned">
              say what it is about
            </PageLink>
          </>
        ) : (
          <>
            <PageLink className="name-link" to={`/systems/${system}`}>
              {systems.find(({ id }) => id === system)?.name ?? system}
            </PageLink>
            <span className="hush">, {ruleWords(rule)}</span>
          </>
        )}
      </Fact>
      <Fact title="Reading">{readingWords(signal.reading) || "none: it says that something is so, not how much"}</Fact>
      {signal.metric === null ? null : (
        <Fact title="Metric">
          <PageLink className="name-link" to={`/signals?metric=${encodeURIComponent(signal.metric)}`}>
            <code>{signal.metric}</code>
          </PageLink>
        </Fact>
      )}
      <Fact title="Held at">
        <Moment instant={signal.occurredAt} />
      </Fact>
      {signal.window ? (
        <Fact title="Measured">
          <Moment instant={signal.window.from} /> to <Moment instant={signal.window.to} />
        </Fact>
      ) : null}
      {detail.resolvedAt === null ? null : (
        <Fact title="Resolved">
          <Moment instant={detail.resolvedAt} />
          {detail.resolution && detail.resolution.summary !== signal.summary ? `: ${detail.resolution.summary}` : ""}
        </Fact>
      )}
      <Fact title="From">
        {formatNames[signal.format]}, <code>{signal.source}</code>
        {signal.url && /^https?:\/\//.test(signal.url) ? (
          <>
            {", "}
            <a className="name-link" href={signal.url} rel="noreferrer noopener" target="_blank">
              where its producer shows it
            </a>
          </>
        ) : null}
      </Fact>
      <Fact title="Its id there">
        <code>{signal.id}</code>
      </Fact>
      {labels.length === 0 ? null : (
        <Fact title="Labels">
          {labels.map(([label, value]) => (
            <span key={label} className="signal-label">
              {label} <b>{value}</b>
            </span>
          ))}
        </Fact>
      )}
    </dl>
  );
}

function ruleWords(rule: string | null): string {
  if (rule === builtInRules[0]) return "which its label system names";
  if (rule === builtInRules[1]) return "whose model its label names";
  return rule === null ? "assigned by hand" : `by rule ${rule}`;
}

function Fact({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Moment({ instant }: { readonly instant: string }) {
  const { on: today, timeZone } = useToday();
  const clock = wallClock(instant, timeZone);
  return (
    <time dateTime={instant} title={instant}>
      {formatMoment(clock.on, clock.at, today)}
    </time>
  );
}

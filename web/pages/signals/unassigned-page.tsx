import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { formatMoment } from "../../../src/chart/series/format-date.ts";
import { formatCount, plural } from "../../../src/chart/series/format-number.ts";
import { formatNames } from "../../../src/chart/series/signal-words.ts";
import type { SignalSummary } from "../../../src/contract/signal-page.ts";
import { workspaceQuery } from "../../data/queries.ts";
import { signalsQuery } from "../../data/signals.ts";
import { wallClock } from "../../data/wall-clock.ts";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { useReadingOnly } from "../../shell/use-reading-only.ts";
import { useToday } from "../../shell/use-today.ts";
import { RuleForm } from "./rule-form.tsx";
import { RuleList } from "./rule-list.tsx";
import { SignalsFrame } from "./signals-frame.tsx";

/** Signals that no rule assigns to a system, each a click away from a rule; and the rules there are. */
export function UnassignedPage() {
  const closed = useReadingOnly();
  const { data: workspace } = useQuery(workspaceQuery);
  const query = useInfiniteQuery(signalsQuery({ assigned: "no" }));
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const waiting = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const entry = waiting.find(({ id }) => id === chosen);
  return (
    <SignalsFrame
      title="Unassigned signals"
      finding={data ? waitingFinding(waiting.length, hasNextPage) : "Unassigned signals"}
      lede="None of them is lost: a rule says which system such signals are about, and takes those that wait at once."
      isBusy={!data && !error}
    >
      <p className="rule-made" role="status">
        {made}
      </p>
      {error && !data ? <RefusalNote error={error} retry={() => void refetch()} /> : null}
      {waiting.length > 0 ? (
        <section className="block" aria-labelledby="waiting-head">
          <header>
            <h2 className="finding" id="waiting-head">
              What are they about?
            </h2>
            {closed === null ? null : <p className="hush">{closed}</p>}
          </header>
          <ol className="waiting-list">
            {waiting.map((each) => (
              <WaitingSignal
                key={each.id}
                entry={each}
                isChosen={each.id === chosen}
                closed={closed}
                onChoose={() => {
                  setMade(null);
                  setChosen(each.id === chosen ? null : each.id);
                }}
              >
                {each === entry && workspace ? (
                  <RuleForm
                    key={each.id}
                    signal={each.signal}
                    systems={workspace.systems}
                    onMade={(words) => {
                      setChosen(null);
                      setMade(words);
                    }}
                    onCancel={() => setChosen(null)}
                  />
                ) : null}
              </WaitingSignal>
            ))}
          </ol>
          {hasNextPage ? (
            <p className="show-more">
              <button
                type="button"
                className="text-button"
                disabled={isFetchingNextPage}
                onClick={() => void fetchNextPage()}
              >
                Show older signals
              </button>
            </p>
          ) : null}
        </section>
      ) : null}
      <RuleList closed={closed} />
    </SignalsFrame>
  );
}

function waitingFinding(count: number, hasMore: boolean): string {
  if (count === 0) return "Every signal has its system.";
  const words = hasMore ? `More than ${formatCount(count)}` : formatCount(count, "start");
  return `${words} ${plural("signal", count)} ${count === 1 ? "waits" : "wait"} for a system.`;
}

function WaitingSignal(props: {
  readonly entry: SignalSummary;
  readonly isChosen: boolean;
  readonly closed: string | null;
  readonly onChoose: () => void;
  readonly children: React.ReactNode;
}) {
  const { entry, isChosen, closed, onChoose, children } = props;
  const { on: today, timeZone } = useToday();
  const { signal } = entry;
  const clock = wallClock(signal.occurredAt, timeZone);
  const labels = Object.entries(signal.labels);
  return (
    <li>
      <div className="waiting-signal">
        <div>
          <p>{signal.summary}</p>
          <p className="measure">
            <time dateTime={signal.occurredAt}>{formatMoment(clock.on, clock.at, today)}</time>,{" "}
            {formatNames[signal.format]}
            {labels.length === 0 ? ", without labels" : ": "}
            {labels.map(([label, value]) => `${label} ${value}`).join(", ")}
          </p>
        </div>
        {closed === null ? (
          <button type="button" className="button" aria-expanded={isChosen} onClick={onChoose}>
            Assign<span className="visually-hidden">: {signal.summary}</span>
          </button>
        ) : null}
      </div>
      {children}
    </li>
  );
}

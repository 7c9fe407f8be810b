import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { formatCount, formatNumber, plural } from "../../../src/chart/series/format-number.ts";
import type { SignalSummary } from "../../../src/contract/signal-page.ts";
import { workspaceQuery } from "../../data/queries.ts";
import { signalsQuery } from "../../data/signals.ts";
import { CopyCommand } from "../../shell/copy-command.tsx";
import { PageLink } from "../../shell/page-link.tsx";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { SignalFilters } from "./signal-filters.tsx";
import { SignalTable } from "./signal-table.tsx";
import { SignalsFrame } from "./signals-frame.tsx";
import { filterOf, readSignalsSearch, type SignalsSearch } from "./signals-search.ts";
import { usePausedList } from "./use-paused-list.ts";

const noSignals: readonly SignalSummary[] = [];

/** Everything that tools and people reported, the newest first; it can be held still and narrowed. */
export function SignalsPage() {
  const search = readSignalsSearch(useSearch({ strict: false }));
  const filter = filterOf(search);
  const navigate = useNavigate();
  const [flow, setFlow] = useState<"live" | "paused">("live");
  const { data: workspace } = useQuery(workspaceQuery);
  const query = useInfiniteQuery(signalsQuery(filter));
  const { data, error, refetch, isPlaceholderData, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const latest = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? noSignals, [data]);
  const { shown, newer, accept, holdProps } = usePausedList(latest, JSON.stringify(filter), flow);
  const isNarrowed = Object.keys(filter).length > 0;
  const change = (part: Partial<Record<keyof SignalsSearch, string | undefined>>) =>
    void navigate({ to: ".", search: ((before: object) => ({ ...before, ...part })) as never, replace: true });
  return (
    <SignalsFrame
      title="Signals"
      finding={data ? streamFinding(latest, hasNextPage, isNarrowed) : "Signals"}
      lede="A signal is a fact that a monitoring tool, an audit or a person reported. It is stored before anything is made of it."
      isBusy={isPlaceholderData || (!data && !error)}
      tools={
        <div className="signals-tools">
          <button
            type="button"
            className="button"
            aria-pressed={flow === "paused"}
            onClick={() => setFlow(flow === "paused" ? "live" : "paused")}
          >
            {flow === "paused" ? "Go on" : "Pause"}
          </button>
          <span aria-live="polite">
            {newer > 0 ? (
              <button
                type="button"
                className="pill"
                onClick={() => {
                  setFlow("live");
                  accept();
                }}
              >
                {formatNumber(newer)} newer {plural("signal", newer)}
              </button>
            ) : flow === "paused" ? (
              <small className="hush">Nothing newer</small>
            ) : null}
          </span>
        </div>
      }
    >
      <SignalFilters search={search} systems={workspace?.systems ?? []} onChange={change} />
      {error && !data ? <RefusalNote error={error} retry={() => void refetch()} /> : null}
      {data && latest.length === 0 ? <NoSignal narrowing={isNarrowed ? "narrowed" : "all"} /> : null}
      {shown.length > 0 ? (
        <div {...holdProps}>
          <SignalTable signals={shown} caption="Signals, the newest first" />
          {hasNextPage ? (
            <p className="show-more">
              <button
                type="button"
                className="text-button"
                disabled={isFetchingNextPage}
                onClick={() => void fetchNextPage()}
              >
                {isFetchingNextPage ? "Reading older signals" : "Show older signals"}
              </button>
            </p>
          ) : null}
        </div>
      ) : null}
    </SignalsFrame>
  );
}

function streamFinding(signals: readonly SignalSummary[], hasMore: boolean, isNarrowed: boolean): string {
  const waiting = signals.filter(({ system }) => system === null).length;
  const open = signals.filter(({ state }) => state === "open").length;
  const count = hasMore ? `The newest ${formatNumber(signals.length)}` : formatCount(signals.length, "start");
  const signalWord = plural("signal", signals.length);
  if (signals.length === 0) return isNarrowed ? "No signal is like that." : "No signal has arrived.";
  const facts = [
    open > 0 ? `${formatCount(open)} open` : null,
    waiting > 0 ? `${formatCount(waiting)} unassigned` : null,
  ];
  const said = facts.filter(Boolean).join(", ");
  return said === "" ? `${count} ${signalWord}.` : `${count} ${signalWord}: ${said}.`;
}

function NoSignal({ narrowing }: { readonly narrowing: "narrowed" | "all" }) {
  if (narrowing === "narrowed")
    return (
      <p className="lede">
        <PageLink className="name-link" to="/signals">
          Show all signals
        </PageLink>
      </p>
    );
  const address = `${window.location.origin}/v1/signals`;
  return (
    <div className="no-signal">
      <p className="lede">Send the first one; what it is about is asked afterwards.</p>
      <CopyCommand
        command={`curl -H 'content-type: text/csv' --data-binary $'system,metric,value,time\\nchurn,f1,0.71,2026-11-21T09:00:00Z' ${address}/readings`}
      />
      <p className="hush">
        Other tools are pointed at it on{" "}
        <PageLink className="name-link" to="/signals/sources">
          Sources
        </PageLink>
        .
      </p>
    </div>
  );
}

import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { AssignmentRulePage } from "../../src/contract/assignment-rule.ts";
import type { SignalDetail, SignalFilter, SignalPage, SourcePage } from "../../src/contract/signal-page.ts";
import { read } from "./request.ts";

/** How many signals are read at a time. */
const signalsAtOnce = 50;

/** Signals by when they occurred, the newest first, page after page. */
export function signalsQuery(filter: SignalFilter) {
  return infiniteQueryOptions({
    queryKey: ["signals", filter],
    queryFn: ({ signal, pageParam }) =>
      read<SignalPage>("/v1/signals", { ...filter, cursor: pageParam, limit: signalsAtOnce }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** A signal with what it was received in. */
export function signalQuery(id: string) {
  return queryOptions({
    queryKey: ["signal", id],
    queryFn: ({ signal }) => read<SignalDetail>(`/v1/signals/${encodeURIComponent(id)}`, {}, signal),
    // Another signal may not stand in for this one while it is read.
    placeholderData: (previous, query) => (query?.queryKey[1] === id ? previous : undefined),
  });
}

/** Who sent signals, the last heard of first. */
export const sourcesQuery = queryOptions({
  queryKey: ["sources"],
  queryFn: ({ signal }) => read<SourcePage>("/v1/sources", {}, signal),
});

/** Rules that say which system a signal is about, in the order in which they are asked. */
export const assignmentRulesQuery = queryOptions({
  queryKey: ["assignment-rules"],
  queryFn: ({ signal }) => read<AssignmentRulePage>("/v1/assignment-rules", {}, signal),
});

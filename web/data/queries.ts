import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { Quantification, RiskDetail, SystemDetail, Workspace } from "../../src/contract/detail.ts";
import type { CalibrationQuestionSets, IncidentFacts } from "../../src/contract/facts.ts";
import type { Change, HeatMap, Measure, Overview, timelineDay } from "../../src/contract/heat-map.ts";
import type { Settings } from "../../src/contract/portfolio.ts";
import type { Dependency } from "../../src/contract/record.ts";
import type { State } from "../../src/contract/score-report.ts";
import { readAll } from "./read-all.ts";
import { read } from "./request.ts";

export type TimelineDay = z.infer<typeof timelineDay>;

/** Which risks are shown. */
export interface RiskFilter {
  readonly system?: string | undefined;
  readonly category?: string | undefined;
  readonly owner?: string | undefined;
  readonly businessUnit?: string | undefined;
  readonly status?: string | undefined;
  readonly dependency?: string | undefined;
}

/** The day as of which everything is shown; undefined is live. */
export type AsOf = string | undefined;

export const workspaceQuery = queryOptions({
  queryKey: ["workspace"],
  queryFn: ({ signal }) => read<Workspace>("/v1/workspace", {}, signal),
});

export const timelineQuery = queryOptions({
  queryKey: ["timeline"],
  queryFn: ({ signal }) => read<TimelineDay[]>("/v1/timeline", {}, signal),
});

export function overviewQuery(asOf: AsOf) {
  return queryOptions({
    queryKey: ["overview", asOf],
    queryFn: ({ signal }) => read<Overview>("/v1/overview", { asOf }, signal),
  });
}

export function heatMapQuery(asOf: AsOf, by: State, measure: Measure, filter: RiskFilter) {
  return queryOptions({
    queryKey: ["heat-map", asOf, by, measure, filter],
    queryFn: ({ signal }) => read<HeatMap>("/v1/heat-map", { asOf, by, measure, ...filter }, signal),
  });
}

export function changesQuery(asOf: AsOf, limit: number) {
  return queryOptions({
    queryKey: ["changes", asOf, limit],
    queryFn: ({ signal }) => read<Change[]>("/v1/changes", { asOf, limit }, signal),
  });
}

export function riskQuery(id: string, asOf: AsOf) {
  return queryOptions({
    queryKey: ["risk", id, asOf],
    queryFn: ({ signal }) => read<RiskDetail>(`/v1/risks/${encodeURIComponent(id)}`, { asOf }, signal),
    // Another day of the same record may stand in while it is read, another record may not.
    placeholderData: (previous, query) => (query?.queryKey[1] === id ? previous : undefined),
  });
}

export function systemQuery(id: string, asOf: AsOf) {
  return queryOptions({
    queryKey: ["system", id, asOf],
    queryFn: ({ signal }) => read<SystemDetail>(`/v1/systems/${encodeURIComponent(id)}`, { asOf }, signal),
    // Another day of the same record may stand in while it is read, another record may not.
    placeholderData: (previous, query) => (query?.queryKey[1] === id ? previous : undefined),
  });
}

export function quantificationQuery(scope: string, asOf: AsOf) {
  return queryOptions({
    queryKey: ["quantification", scope, asOf],
    queryFn: ({ signal }) => read<Quantification>("/v1/quantification", { scope, asOf }, signal),
  });
}

/** What the register is measured by; only what was given is in it. */
export const settingsQuery = queryOptions({
  queryKey: ["settings"],
  queryFn: ({ signal }) => read<{ record: Settings; version: number }>("/v1/settings", {}, signal),
});

/** What systems depend on. */
export const dependenciesQuery = queryOptions({
  queryKey: ["dependencies"],
  queryFn: ({ signal }) => readAll<Dependency>("/v1/dependencies", signal),
});

/** Facts that are the same whatever happens in the register. */
export const calibrationQuestionsQuery = queryOptions({
  queryKey: ["facts", "calibration-questions"],
  queryFn: ({ signal }) => read<CalibrationQuestionSets>("/v1/facts/calibration-questions", {}, signal),
});

export function incidentsQuery(currency: string) {
  return queryOptions({
    queryKey: ["facts", "incidents", currency],
    queryFn: ({ signal }) => read<IncidentFacts>("/v1/facts/incidents", { currency }, signal),
  });
}

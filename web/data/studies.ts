import { queryOptions } from "@tanstack/react-query";
import type { Event } from "../../src/contract/event.ts";
import type { Study, StudyPage, StudySummary } from "../../src/contract/study.ts";
import type { StudyReport } from "../../src/contract/study-report.ts";
import type { AsOf } from "./queries.ts";
import { read } from "./request.ts";

/** A kept study with what the register knows of it. */
export interface StoredStudy {
  readonly record: Study;
  readonly version: number;
  readonly changedAt: string;
  readonly retiredOn: string | null;
}

/** Kept studies in use, the last changed first. */
export function studiesQuery(asOf: AsOf) {
  return queryOptions({
    queryKey: ["studies", asOf],
    queryFn: async ({ signal }) => {
      const studies: StudySummary[] = [];
      let cursor: string | undefined;
      do {
        const page: StudyPage = await read<StudyPage>("/v1/studies", { asOf, cursor, limit: 500 }, signal);
        studies.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      return studies.sort((a, b) => b.changedAt.localeCompare(a.changedAt) || a.id.localeCompare(b.id));
    },
  });
}

export function studyQuery(id: string, asOf: AsOf) {
  return queryOptions({
    queryKey: ["study", id, asOf],
    queryFn: ({ signal }) => read<StoredStudy>(pathOf(id), { asOf }, signal),
    // Another study may not stand in for this one while it is read.
    placeholderData: (previous, query) => (query?.queryKey[1] === id ? previous : undefined),
  });
}

/** What a study comes to. It is read anew for another version only. */
export function studyReportQuery({ id, version }: Pick<StudySummary, "id" | "version">, asOf: AsOf) {
  return queryOptions({
    queryKey: ["study-report", id, version, asOf],
    queryFn: ({ signal }) => read<StudyReport>(`${pathOf(id)}/report`, { asOf }, signal),
    placeholderData: (previous, query) => (query?.queryKey[1] === id ? previous : undefined),
  });
}

/** Id of who changed a study last; null where the last change is younger than what is shown. */
export function studyAuthorQuery({ id, changedAt }: Pick<StudySummary, "id" | "changedAt">) {
  return queryOptions({
    queryKey: ["study-author", id, changedAt],
    queryFn: async ({ signal }) => {
      const { items } = await read<{ items: Event[] }>("/v1/events", { subject: `study:${id}`, limit: 1 }, signal);
      const newest = items[0];
      return newest?.recordedAt === changedAt ? newest.actor.id : null;
    },
    placeholderData: (previous, query) => (query?.queryKey[1] === id ? previous : undefined),
  });
}

function pathOf(id: string): string {
  return `/v1/studies/${encodeURIComponent(id)}`;
}

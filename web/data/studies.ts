import { queryOptions } from "@tanstack/react-query";
import type { StoredStudy, StudyPage, StudySummary } from "../../src/contract/study.ts";
import type { StudyReport } from "../../src/contract/study-report.ts";
import type { AsOf } from "./queries.ts";
import { read } from "./request.ts";

/** Kept studies, the last changed first; retired ones are left out unless asked for. */
export function studiesQuery(asOf: AsOf, retired: "left-out" | "included" = "left-out") {
  return queryOptions({
    queryKey: ["studies", asOf, retired],
    queryFn: async ({ signal }) => {
      const studies: StudySummary[] = [];
      let cursor: string | undefined;
      do {
        const page: StudyPage = await read<StudyPage>("/v1/studies", { asOf, cursor, retired, limit: 500 }, signal);
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

function pathOf(id: string): string {
  return `/v1/studies/${encodeURIComponent(id)}`;
}

import { queryOptions } from "@tanstack/react-query";
import type { AuditDetail, AuditPage, AuditSummary } from "../../src/contract/kept-audit.ts";
import { type CubeColumns, cubeFromColumns } from "../../src/engine/fairness/cube/cube-columns.ts";
import type { AsOf } from "./queries.ts";
import { read } from "./request.ts";

/** Kept audits, newest first; of one system, or all. */
export function auditsQuery(system: string | undefined, asOf: AsOf) {
  return queryOptions({
    queryKey: ["audits", system, asOf],
    queryFn: async ({ signal }) => {
      const audits: AuditSummary[] = [];
      let cursor: string | undefined;
      do {
        const page: AuditPage = await read<AuditPage>("/v1/audits", { system, asOf, cursor, limit: 500 }, signal);
        audits.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      return audits;
    },
  });
}

/** A kept audit with its whole report. */
export function auditQuery(id: string, asOf: AsOf) {
  return queryOptions({
    queryKey: ["audit", id, asOf],
    queryFn: ({ signal }) => read<AuditDetail>(`/v1/audits/${encodeURIComponent(id)}`, { asOf }, signal),
    // Another audit may not stand in for this one while it is read.
    placeholderData: (previous, query) => (query?.queryKey[1] === id ? previous : undefined),
  });
}

/** The counts behind a kept audit's figures, ready to be counted on. */
export function auditCountsQuery(id: string) {
  return queryOptions({
    queryKey: ["audit-counts", id],
    queryFn: async ({ signal }) =>
      cubeFromColumns(await read<CubeColumns>(`/v1/audits/${encodeURIComponent(id)}/counts`, {}, signal)),
    placeholderData: (previous, query) => (query?.queryKey[1] === id ? previous : undefined),
    // They never change: whatever is recorded, they are not read again, and what is drawn from them stays.
    structuralSharing: false,
  });
}

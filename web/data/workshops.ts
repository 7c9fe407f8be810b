import { queryOptions } from "@tanstack/react-query";
import type { RegisterPage } from "../../src/contract/detail.ts";
import type { WorkshopDetail, WorkshopPage } from "../../src/contract/workshop.ts";
import type { AsOf } from "./queries.ts";
import { read } from "./request.ts";

export type StoredWorkshop = WorkshopPage["items"][number];

/** Every workshop, dropped ones too, the one opened last first. */
export function workshopsQuery(asOf: AsOf) {
  return queryOptions({
    queryKey: ["workshops", asOf],
    queryFn: async ({ signal }) => {
      const workshops: StoredWorkshop[] = [];
      let cursor: string | undefined;
      do {
        const question = { asOf, cursor, limit: 500, dropped: "included" };
        const page: WorkshopPage = await read<WorkshopPage>("/v1/workshops", question, signal);
        workshops.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      return workshops;
    },
  });
}

/** A workshop as `person` may see it: what one of them reads stands in for nobody else. */
export function workshopQuery(id: string, person: string | null, asOf: AsOf) {
  return queryOptions({
    queryKey: ["workshop", id, person, asOf] as const,
    queryFn: ({ signal }) => read<WorkshopDetail>(workshopPath(id), { asOf }, signal),
    placeholderData: (previous, query) =>
      query?.queryKey[1] === id && query.queryKey[2] === person && query.queryKey[3] === asOf ? previous : undefined,
  });
}

/** Which risks are offered to be rated together. */
export interface RiskQuestion {
  readonly q: string;
  readonly system: string;
  readonly category: string;
  readonly freshness: string;
}

/** As many risks as one workshop can take, of those that answer a question. */
export function risksToRateQuery({ q, system, category, freshness }: RiskQuestion) {
  const given = (value: string) => (value === "" ? undefined : value);
  const question = {
    q: given(q.trim()),
    system: given(system),
    category: given(category),
    freshness: given(freshness),
  };
  return queryOptions({
    queryKey: ["risks-to-rate", question],
    queryFn: ({ signal }) => read<RegisterPage>("/v1/risks", { ...question, limit: mostRisks }, signal),
  });
}

/** What the API takes. */
export const mostRisks = 100;
export const mostParticipants = 50;

export function workshopPath(id: string): string {
  return `/v1/workshops/${encodeURIComponent(id)}`;
}

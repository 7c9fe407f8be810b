import { queryOptions } from "@tanstack/react-query";
import type { Dependency, System } from "../../../src/contract/record.ts";
import { read } from "../../data/request.ts";

interface Page<T> {
  readonly items: readonly { readonly record: T }[];
  readonly next: string | null;
}

const mostPerPage = 500;

export const dependenciesQuery = queryOptions({
  queryKey: ["dependencies"],
  queryFn: ({ signal }) => readAll<Dependency>("/v1/dependencies", signal),
});

export const systemRecordsQuery = queryOptions({
  queryKey: ["system-records"],
  queryFn: ({ signal }) => readAll<System>("/v1/systems", signal),
});

/** Every record of a kind, page after page. */
async function readAll<T>(path: string, signal: AbortSignal): Promise<T[]> {
  const records: T[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<T> = await read<Page<T>>(path, { limit: mostPerPage, cursor }, signal);
    records.push(...page.items.map(({ record }) => record));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return records;
}

import { read } from "./request.ts";

interface Page<T> {
  readonly items: readonly { readonly record: T }[];
  readonly next: string | null;
}

const mostPerPage = 500;

/** Every record of a kind, page after page. */
export async function readAll<T>(path: string, signal: AbortSignal): Promise<T[]> {
  const records: T[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<T> = await read<Page<T>>(path, { limit: mostPerPage, cursor }, signal);
    records.push(...page.items.map(({ record }) => record));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return records;
}

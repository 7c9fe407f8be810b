import { readSharedSearch, type SharedSearch } from "../../search-parameters.ts";

/** The whole state of the page: whose loss, parted by systems or by risks, the tornado as a chart or a table. */
export interface ContributionsSearch extends SharedSearch {
  scope?: string | undefined;
  of?: "risks" | undefined;
  view?: "table" | undefined;
}

export function readContributionsSearch(search: Record<string, unknown>): ContributionsSearch {
  const read: ContributionsSearch = readSharedSearch(search);
  if (typeof search.scope === "string" && /^(system|category):[a-z0-9-]+$/.test(search.scope))
    read.scope = search.scope;
  if (search.of === "risks") read.of = search.of;
  if (search.view === "table") read.view = search.view;
  return read;
}

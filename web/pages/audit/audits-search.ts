import { readSharedSearch, type SharedSearch } from "../../search-parameters.ts";

/** The whole state of the list of audits, and of a new one: whose decisions. */
export interface AuditsSearch extends SharedSearch {
  system?: string;
}

export function readAuditsSearch(search: Record<string, unknown>): AuditsSearch {
  const read: AuditsSearch = readSharedSearch(search);
  if (typeof search.system === "string" && /^[a-z0-9-]{1,80}$/.test(search.system)) read.system = search.system;
  return read;
}

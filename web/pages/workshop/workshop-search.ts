import { readSharedSearch, type SharedSearch } from "../../search-parameters.ts";

/** What the address of a new workshop holds: which risks are offered. */
export interface NewWorkshopSearch extends SharedSearch {
  q?: string | undefined;
  system?: string | undefined;
  category?: string | undefined;
  freshness?: string | undefined;
}

export function readNewWorkshopSearch(search: Record<string, unknown>): NewWorkshopSearch {
  const read: NewWorkshopSearch = readSharedSearch(search);
  for (const name of ["q", "system", "category", "freshness"] as const) {
    const value = search[name];
    if (typeof value === "string" && value !== "") read[name] = value.slice(0, 200);
  }
  return read;
}

/** Plain `name=value` pairs: an address that a person can read, change and paste. Empty values are left out. */
export function parseSearchParameters(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

export function writeSearchParameters(search: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search))
    if (value !== undefined && value !== null && value !== "") query.set(name, String(value));
  return query.size > 0 ? `?${query}` : "";
}

/** What every page's address can hold: the day as of which it is shown. Nonsense is dropped, not shown as an error. */
export interface SharedSearch {
  asOf?: string | undefined;
}

export function readSharedSearch(search: Record<string, unknown>): SharedSearch {
  const asOf = search.asOf;
  return typeof asOf === "string" && /^\d{4}-\d{2}-\d{2}$/.test(asOf) && !Number.isNaN(Date.parse(asOf))
    ? { asOf }
    : {};
}

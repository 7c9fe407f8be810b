import { readSharedSearch, type SharedSearch } from "../../search-parameters.ts";

/** The whole state of the loss curve page: whose loss, of the year or of its largest event, as a curve or as a table. */
export interface CurveSearch extends SharedSearch {
  /** `system:ID`, `category:ID` or `risk:ID`; the whole portfolio without it. */
  scope?: string;
  view?: "table";
  /** The largest single event of a year in the place of the whole year. */
  of?: "largest-event";
}

export function readCurveSearch(search: Record<string, unknown>): CurveSearch {
  const read: CurveSearch = readSharedSearch(search);
  if (typeof search.scope === "string" && /^(system|category|risk):[a-z0-9-]+$/.test(search.scope))
    read.scope = search.scope;
  if (search.view === "table") read.view = "table";
  if (search.of === "largest-event") read.of = search.of;
  return read;
}

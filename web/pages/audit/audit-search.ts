import { readSharedSearch, type SharedSearch } from "../../search-parameters.ts";

/** The whole state of an audit's page. */
export interface AuditSearch extends SharedSearch {
  /** Attributes whose groups are shown, parted by commas as the report has them; all without it. */
  by?: string;
  /** Name of the metric that is drawn; the selection rate without it. */
  metric?: string;
  view?: "table";
  /** The figure that is opened to its counts: `group.3.accuracy`, `all.auc`, `disparity.12`. */
  figure?: string;
}

export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const read: AuditSearch = readSharedSearch(search);
  if (typeof search.by === "string" && search.by.length <= 4000) read.by = search.by;
  if (typeof search.metric === "string" && /^[a-zA-Z0-9]{1,60}$/.test(search.metric)) read.metric = search.metric;
  if (search.view === "table") read.view = "table";
  if (typeof search.figure === "string" && /^(all\.\w+|group\.\d+\.\w+|disparity\.\d+)$/.test(search.figure))
    read.figure = search.figure;
  return read;
}

/** Writes a part of the page's state into its address. */
export type ChangeAuditSearch = (
  part: { readonly [Name in keyof AuditSearch]?: AuditSearch[Name] | undefined },
) => void;

import { readSharedSearch, type SharedSearch } from "../../../search-parameters.ts";

/** The whole state of a what-if: what is tried, on whom, and at which costs. */
export interface WhatIfSearch extends SharedSearch {
  /** Attributes whose groups have thresholds, parted by commas; the first of the audit without it. */
  by?: string;
  /** One threshold for all ("0.62"), or one a group in their order ("0.55,0.62,none"). */
  t?: string;
  /** Cost of a false positive and of a false negative; 1 without it. */
  fp?: string;
  fn?: string;
  /** Rate that is drawn by group; the selection rate without it. */
  rate?: string;
  view?: "table";
}

const amount = /^\d{1,12}(\.\d{1,6})?$/;
const threshold = String.raw`(none|[01](\.\d{1,24})?)`;

export function readWhatIfSearch(search: Record<string, unknown>): WhatIfSearch {
  const read: WhatIfSearch = readSharedSearch(search);
  if (typeof search.by === "string" && search.by.length <= 4000) read.by = search.by;
  if (typeof search.t === "string" && new RegExp(`^${threshold}(,${threshold})*$`).test(search.t)) read.t = search.t;
  if (typeof search.fp === "string" && amount.test(search.fp)) read.fp = search.fp;
  if (typeof search.fn === "string" && amount.test(search.fn)) read.fn = search.fn;
  if (typeof search.rate === "string" && /^[a-zA-Z0-9]{1,60}$/.test(search.rate)) read.rate = search.rate;
  if (search.view === "table") read.view = "table";
  return read;
}

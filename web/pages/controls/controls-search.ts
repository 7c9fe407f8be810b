import { readSharedSearch, type SharedSearch } from "../../search-parameters.ts";

/** The whole state of the controls page: which controls are switched against what they are, and what may be spent. */
export interface ControlsSearch extends SharedSearch {
  /** Ids of controls that do not work and are tried, parted by commas. */
  on?: string;
  /** Ids of controls that work and are tried without. */
  off?: string;
  budget?: string;
  measure?: "expectedShortfall";
  /** Every control may be chosen anew; without it those that work stay. */
  from?: "nothing";
}

const ids = /^[a-z0-9-]+(,[a-z0-9-]+)*$/;

export function readControlsSearch(search: Record<string, unknown>): ControlsSearch {
  const read: ControlsSearch = readSharedSearch(search);
  if (typeof search.on === "string" && ids.test(search.on)) read.on = search.on;
  if (typeof search.off === "string" && ids.test(search.off)) read.off = search.off;
  if (typeof search.budget === "string" && /^\d{1,15}$/.test(search.budget)) read.budget = search.budget;
  if (search.measure === "expectedShortfall") read.measure = search.measure;
  if (search.from === "nothing") read.from = search.from;
  return read;
}

/** Writes a part of the page's state into its address. */
export type ChangeControlsSearch = (
  part: {
    readonly [Name in keyof ControlsSearch]?: ControlsSearch[Name] | undefined;
  },
) => void;

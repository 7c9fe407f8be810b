import type { Measure } from "../../../src/contract/heat-map.ts";
import type { State } from "../../../src/contract/score-report.ts";
import { readSharedSearch, type SharedSearch } from "../../search-parameters.ts";

const filterNames = ["system", "category", "owner", "businessUnit", "status", "dependency"] as const;
export type FilterName = (typeof filterNames)[number];
export const drawerTabs = ["why", "controls", "plan", "history"] as const;
export type DrawerTab = (typeof drawerTabs)[number];

/** The whole state of the portfolio page. What is missing has its default: residual, score, maps, no filter, no drawer. */
export interface PortfolioSearch extends SharedSearch, Partial<Record<FilterName, string | undefined>> {
  by?: State | undefined;
  measure?: Measure | undefined;
  /** The open risk. */
  risk?: string | undefined;
  tab?: DrawerTab | undefined;
  map?: "table" | undefined;
  matrix?: "table" | undefined;
}

export function readPortfolioSearch(search: Record<string, unknown>): PortfolioSearch {
  const read: PortfolioSearch = readSharedSearch(search);
  for (const name of filterNames) {
    const value = search[name];
    if (typeof value === "string" && value !== "") read[name] = value;
  }
  const by = oneOf(["inherent", "residual", "target"], search.by);
  if (by && by !== "residual") read.by = by;
  const measure = oneOf(["score", "expectedAnnualLoss", "exceedanceProbability"], search.measure);
  if (measure && measure !== "score") read.measure = measure;
  if (typeof search.risk === "string" && search.risk !== "") read.risk = search.risk;
  const tab = oneOf(drawerTabs, search.tab);
  if (tab && tab !== "why" && read.risk) read.tab = tab;
  if (search.map === "table") read.map = "table";
  if (search.matrix === "table") read.matrix = "table";
  return read;
}

function oneOf<T extends string>(choices: readonly T[], value: unknown): T | undefined {
  return choices.find((choice) => choice === value);
}

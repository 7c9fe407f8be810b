import { readSharedSearch, type SharedSearch } from "../../search-parameters.ts";

export const registerSorts = [
  "name",
  "system",
  "category",
  "status",
  "inherent",
  "residual",
  "target",
  "expectedAnnualLoss",
  "owner",
  "assessed",
  "deadline",
] as const;
export type RegisterSort = (typeof registerSorts)[number];

const registerFilters = ["system", "category", "owner", "status", "freshness"] as const;
export type RegisterFilter = (typeof registerFilters)[number];

/** The whole state of the register. What is missing has its default: every risk, highest residual score first. */
export interface RegisterSearch extends SharedSearch, Partial<Record<RegisterFilter, string>> {
  q?: string;
  sort?: RegisterSort;
  order?: "ascending" | "descending";
}

/** A part of the search that changes; undefined goes back to the default. */
export type RegisterSearchChange = { readonly [Name in keyof RegisterSearch]?: RegisterSearch[Name] | undefined };

/** Texts begin at A, dates at the earliest, scores and amounts at the highest. */
export function firstOrder(sort: RegisterSort): "ascending" | "descending" {
  switch (sort) {
    case "status":
    case "inherent":
    case "residual":
    case "target":
    case "expectedAnnualLoss":
      return "descending";
    default:
      return "ascending";
  }
}

/** The order of a search, defaults filled in. */
export function orderOf(search: RegisterSearch): { sort: RegisterSort; order: "ascending" | "descending" } {
  const sort = search.sort ?? "residual";
  return { sort, order: search.order ?? firstOrder(sort) };
}

export function readRegisterSearch(search: Record<string, unknown>): RegisterSearch {
  const read: RegisterSearch = readSharedSearch(search);
  if (typeof search.q === "string" && search.q.trim() !== "") read.q = search.q.slice(0, 200);
  for (const name of registerFilters) {
    const value = search[name];
    if (typeof value === "string" && value !== "") read[name] = value;
  }
  const sort = registerSorts.find((known) => known === search.sort);
  if (sort && sort !== "residual") read.sort = sort;
  const order = (["ascending", "descending"] as const).find((known) => known === search.order);
  if (order && order !== firstOrder(sort ?? "residual")) read.order = order;
  return read;
}

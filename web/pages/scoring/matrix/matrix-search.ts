import { readSharedSearch, type SharedSearch } from "../../../search-parameters.ts";

/** How the matrix is looked at; it lives in the address. */
export interface MatrixSearch extends SharedSearch {
  view?: "table" | undefined;
  cells?: "to-scale" | undefined;
}

export function readMatrixSearch(search: Record<string, unknown>): MatrixSearch {
  const read: MatrixSearch = readSharedSearch(search);
  if (search.view === "table") read.view = "table";
  if (search.cells === "to-scale") read.cells = "to-scale";
  return read;
}

import { readSharedSearch, type SharedSearch } from "../../search-parameters.ts";
import { isSheetKind, type SheetKind } from "./study-kinds.ts";

/** What the address of a new study holds: its kind, and the system that it is about. */
interface NewStudySearch extends SharedSearch {
  kind: SheetKind;
  system?: string | undefined;
}

export function readNewStudySearch(search: Record<string, unknown>): NewStudySearch {
  const { kind, system } = search;
  return {
    ...readSharedSearch(search),
    kind: typeof kind === "string" && isSheetKind(kind) ? kind : "fmea",
    ...(typeof system === "string" && system !== "" && { system }),
  };
}

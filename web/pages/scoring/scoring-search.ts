import type { StudyKind } from "../../../src/contract/study.ts";
import { readSharedSearch, type SharedSearch } from "../../search-parameters.ts";
import { isStudyKind } from "./study-kinds.ts";

/** What the address of the list holds: whether retired studies are in it. */
interface ScoringSearch extends SharedSearch {
  retired?: "included" | undefined;
}

/** What the address of a study holds: how it is looked at, and the version of its weights that figures use. */
interface StudySearch extends SharedSearch {
  view?: "table" | "test-first" | undefined;
  weights?: string | undefined;
}

/** What the address of a new study holds besides: its kind, and the system that it is about. */
interface NewStudySearch extends StudySearch {
  kind: StudyKind;
  system?: string | undefined;
}

export function readScoringSearch(search: Record<string, unknown>): ScoringSearch {
  return { ...readSharedSearch(search), ...(search.retired === "included" && { retired: "included" }) };
}

export function readStudySearch(search: Record<string, unknown>): StudySearch {
  const { view, weights } = search;
  return {
    ...readSharedSearch(search),
    ...((view === "table" || view === "test-first") && { view }),
    ...(typeof weights === "string" && weights !== "" && { weights }),
  };
}

export function readNewStudySearch(search: Record<string, unknown>): NewStudySearch {
  const { kind, system } = search;
  return {
    ...readStudySearch(search),
    kind: typeof kind === "string" && isStudyKind(kind) ? kind : "fmea",
    ...(typeof system === "string" && system !== "" && { system }),
  };
}

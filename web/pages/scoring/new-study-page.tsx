import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { workspaceQuery } from "../../data/queries.ts";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { useReadingOnly } from "../../shell/use-reading-only.ts";
import { readNewStudySearch } from "./scoring-search.ts";
import { studyEditors } from "./study-editors.ts";
import { kindWords } from "./study-kinds.ts";
import "../curve/curve.css";
import "../risk/assessment.css";
import "../risk/new-risk.css";
import "../scenario/scenario.css";
import "./scoring.css";

/** A study that nobody has kept yet: an empty sheet of its kind. */
export function NewStudyPage() {
  const { kind, system = "" } = readNewStudySearch(useSearch({ strict: false }));
  const closed = useReadingOnly();
  const { data: workspace } = useQuery(workspaceQuery);
  usePageTitle(`New: ${kindWords[kind].title.toLowerCase()}`, workspace?.organization);
  const Editor = studyEditors[kind];
  return <Editor key={kind} stored={null} system={system} closed={closed} />;
}

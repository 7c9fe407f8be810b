import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { workspaceQuery } from "../../data/queries.ts";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { useReadingOnly } from "../../shell/use-reading-only.ts";
import { AhpEditor } from "./ahp/ahp-editor.tsx";
import { FactorsEditor } from "./factors/factors-editor.tsx";
import { FmeaEditor } from "./fmea/fmea-editor.tsx";
import { readNewStudySearch } from "./scoring-search.ts";
import { kindWords } from "./study-kinds.ts";
import "../curve/curve.css";
import "../risk/assessment.css";
import "../risk/new-risk.css";
import "../scenario/scenario.css";
import "./scoring.css";

const editors = { ahp: AhpEditor, fmea: FmeaEditor, factors: FactorsEditor } as const;

/** A study that nobody has kept yet: an empty sheet of its kind. */
export function NewStudyPage() {
  const { kind, system = "" } = readNewStudySearch(useSearch({ strict: false }));
  const closed = useReadingOnly();
  const { data: workspace } = useQuery(workspaceQuery);
  usePageTitle(`New: ${kindWords[kind].title.toLowerCase()}`, workspace?.organization);
  const Editor = editors[kind];
  return <Editor key={kind} stored={null} system={system} closed={closed} />;
}

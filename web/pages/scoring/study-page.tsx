import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { workspaceQuery } from "../../data/queries.ts";
import { studyQuery } from "../../data/studies.ts";
import { PageLink } from "../../shell/page-link.tsx";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { useAsOf } from "../../shell/use-as-of.ts";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { useReadingOnly } from "../../shell/use-reading-only.ts";
import { studyEditors } from "./study-editors.ts";
import "../curve/curve.css";
import "../risk/assessment.css";
import "../risk/new-risk.css";
import "../scenario/scenario.css";
import "./scoring.css";

/** One kept study, as the sheet of its kind. */
export function StudyPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const [asOf] = useAsOf();
  const closed = useReadingOnly();
  const { data: workspace } = useQuery(workspaceQuery);
  const { data: stored, error, refetch } = useQuery(studyQuery(id, asOf));
  usePageTitle(stored?.record.name ?? "Scoring", workspace?.organization);
  if (error && !stored)
    return (
      <>
        <h1 className="head-line page-head">Study {id}</h1>
        <RefusalNote error={error} retry={() => void refetch()} />
        <p>
          <PageLink className="name-link" to="/scoring">
            All studies
          </PageLink>
        </p>
      </>
    );
  if (!stored)
    return (
      <h1 className="head-line page-head" aria-busy="true">
        Study {id}
      </h1>
    );
  const { kind } = stored.record;
  const why = stored.retiredOn === null ? closed : "It was taken out of use: it is read, not edited.";
  // Another day is another study: what was typed on one does not move to the other.
  const key = `${id} ${asOf ?? "live"}`;
  const Editor = studyEditors[kind];
  return <Editor key={key} stored={stored} system="" closed={why} />;
}

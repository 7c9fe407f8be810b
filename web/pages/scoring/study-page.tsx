import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { workspaceQuery } from "../../data/queries.ts";
import { type StoredStudy, studyQuery, studyReportQuery } from "../../data/studies.ts";
import { CopyCommand } from "../../shell/copy-command.tsx";
import { PageLink } from "../../shell/page-link.tsx";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { useAsOf } from "../../shell/use-as-of.ts";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { useReadingOnly } from "../../shell/use-reading-only.ts";
import { AhpEditor } from "./ahp/ahp-editor.tsx";
import { FactorsEditor } from "./factors/factors-editor.tsx";
import { FmeaEditor } from "./fmea/fmea-editor.tsx";
import { studyHeadline } from "./study-headline.ts";
import { kindWords } from "./study-kinds.ts";
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
  if (kind === "fmea") return <FmeaEditor key={key} stored={stored} system="" closed={why} />;
  if (kind === "ahp") return <AhpEditor key={key} stored={stored} system="" closed={why} />;
  if (kind === "factors") return <FactorsEditor key={key} stored={stored} system="" closed={why} />;
  return <WrittenStudy stored={stored} />;
}

/** A study of a kind that is written as a file. */
function WrittenStudy({ stored }: { readonly stored: StoredStudy }) {
  const [asOf] = useAsOf();
  const { id, kind, name } = stored.record;
  const { data: report, error, refetch } = useQuery(studyReportQuery({ id, version: stored.version }, asOf));
  return (
    <article className="study-page" aria-labelledby="study-name">
      <header className="page-head">
        <p className="hush">
          <PageLink className="name-link" to="/scoring">
            Scoring
          </PageLink>
          , {kindWords[kind].title.toLowerCase()}: {kindWords[kind].purpose}
        </p>
        <h1 className="head-line" id="study-name">
          {name}
        </h1>
      </header>
      {error && !report ? <RefusalNote error={error} retry={() => void refetch()} /> : null}
      <p className="quotable" aria-busy={!report && !error}>
        {report ? studyHeadline(report) : null}
      </p>
      <p className="measure">
        It is written as a file: <CopyCommand command={`plimsoll ${kind} ${id}.yaml`} />; the whole report is at{" "}
        <a className="name-link" href={`/v1/studies/${id}/report`}>
          /v1/studies/{id}/report
        </a>
      </p>
    </article>
  );
}

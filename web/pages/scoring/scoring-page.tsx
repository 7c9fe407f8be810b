import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { formatMoment } from "../../../src/chart/series/format-date.ts";
import { formatCount, plural } from "../../../src/chart/series/format-number.ts";
import type { Workspace } from "../../../src/contract/detail.ts";
import type { StudySummary } from "../../../src/contract/study.ts";
import { workspaceQuery } from "../../data/queries.ts";
import { studiesQuery, studyReportQuery } from "../../data/studies.ts";
import { wallClock } from "../../data/wall-clock.ts";
import { ShowMore, useShownRows } from "../../figure/show-more.tsx";
import { CopyCommand } from "../../shell/copy-command.tsx";
import { PageLink } from "../../shell/page-link.tsx";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { useAsOf } from "../../shell/use-as-of.ts";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { useReadingOnly } from "../../shell/use-reading-only.ts";
import { useToday } from "../../shell/use-today.ts";
import { readScoringSearch } from "./scoring-search.ts";
import { studyHeadline } from "./study-headline.ts";
import { kindWords, studyKinds } from "./study-kinds.ts";
import "../curve/curve.css";
import "./scoring.css";

const rowsAtOnce = 25;

/** Every kept study of structured scoring, each with what it comes to. */
export function ScoringPage() {
  const [asOf] = useAsOf();
  const closed = useReadingOnly();
  const { data: workspace } = useQuery(workspaceQuery);
  const { retired = "left-out" } = readScoringSearch(useSearch({ strict: false }));
  const { data: studies, error, refetch, isPlaceholderData } = useQuery(studiesQuery(asOf, retired));
  usePageTitle("Scoring", workspace?.organization);
  const { shown, more } = useShownRows(studies?.length ?? 0, rowsAtOnce);
  return (
    <section
      className="scoring-page"
      aria-labelledby="scoring-head"
      aria-busy={isPlaceholderData || (!studies && !error)}
    >
      <header className="page-head scoring-head">
        <div>
          <h1 className="head-line" id="scoring-head">
            {studies ? scoringFinding(studies.length, retired) : "Scoring"}
          </h1>
          <p className="lede">
            A study says why: what outweighs what, how it fails, what to test first. Its figures follow from judgements
            that can be read. Several people rate risks together in a{" "}
            <PageLink className="name-link" to="/workshops">
              workshop
            </PageLink>
            ; levels and bands are those of the{" "}
            <PageLink className="name-link" to="/scoring/matrix">
              matrix
            </PageLink>
            .
          </p>
        </div>
        {closed === null ? (
          <nav className="new-study" aria-label="New study">
            <span className="hush">New</span>
            {studyKinds.map((kind) => (
              <PageLink key={kind} className="button" to={`/scoring/new?kind=${kind}`}>
                {kindWords[kind].title}
              </PageLink>
            ))}
          </nav>
        ) : (
          <p className="hush">{closed}</p>
        )}
      </header>
      <nav className="choices" aria-label="Which studies">
        {(["left-out", "included"] as const).map((choice) => (
          <Link
            key={choice}
            to="/scoring"
            search={(before: object) => ({ ...before, retired: choice === "included" ? choice : undefined })}
            aria-current={retired === choice ? "true" : undefined}
          >
            {choice === "included" ? "With retired ones" : "In use"}
          </Link>
        ))}
      </nav>
      {error && !studies ? <RefusalNote error={error} retry={() => void refetch()} /> : null}
      {studies?.length === 0 ? <NoStudy /> : null}
      {studies && studies.length > 0 && workspace ? (
        <ol className="study-list">
          {studies.slice(0, shown).map((study) => (
            <StudyEntry key={study.id} study={study} workspace={workspace} />
          ))}
        </ol>
      ) : null}
      {studies ? <ShowMore shown={shown} total={studies.length} atOnce={rowsAtOnce} of="studies" more={more} /> : null}
    </section>
  );
}

function scoringFinding(count: number, retired: "left-out" | "included"): string {
  if (count === 0) return retired === "included" ? "No study is kept." : "No study is in use.";
  return `${formatCount(count, "start")} ${plural("study", count, "studies")}.`;
}

/** What stands where the studies will be: the kinds, each with a command that shows what it makes. */
function NoStudy() {
  return (
    <div className="no-study">
      <p className="lede">Start one above, or see what each kind makes of an example:</p>
      <dl className="commands">
        {studyKinds.map((kind) => (
          <div key={kind} className="command-pair">
            <dt>
              {kindWords[kind].title}: {kindWords[kind].purpose}
            </dt>
            <dd>
              <CopyCommand command={`plimsoll ${kind} ${kindWords[kind].example}`} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="hush">
        A study is the same document as the file of its command. A program keeps one by POST /v1/studies.
      </p>
    </div>
  );
}

function StudyEntry({ study, workspace }: { readonly study: StudySummary; readonly workspace: Workspace }) {
  const [asOf] = useAsOf();
  const { data: report, error } = useQuery(studyReportQuery(study, asOf));
  const { on: today, timeZone } = useToday();
  const clock = wallClock(study.changedAt, timeZone);
  const person = workspace.people.find(({ id }) => id === study.changedBy)?.name ?? study.changedBy;
  const system = workspace.systems.find(({ id }) => id === study.system)?.name ?? study.system;
  return (
    <li>
      <article aria-labelledby={`study-${study.id}`}>
        <div>
          <h2 className="finding" id={`study-${study.id}`}>
            <PageLink className="row-link" to={`/scoring/${study.id}`}>
              {study.name}
            </PageLink>
          </h2>
          <p className="quotable study-headline" aria-busy={!report && !error}>
            {report ? studyHeadline(report) : error ? "What it comes to could not be read." : "Computing"}
          </p>
        </div>
        <div>
          <p className="measure">
            {kindWords[study.kind].title};{" "}
            {study.system === null ? (
              "no system in particular"
            ) : (
              <PageLink className="name-link" to={`/systems/${study.system}`}>
                {system}
              </PageLink>
            )}
          </p>
          <p className="measure">
            {study.retiredOn === null ? "Changed" : "Taken out of use"}{" "}
            <time dateTime={study.changedAt}>{formatMoment(clock.on, clock.at, today)}</time>
            {person ? `, ${person}` : ""}
          </p>
          {study.retiredBecause === null ? null : <p className="measure">{study.retiredBecause}</p>}
        </div>
      </article>
    </li>
  );
}

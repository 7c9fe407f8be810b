import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { StatusMark } from "../../../src/chart/draw/status-mark.tsx";
import { formatDate } from "../../../src/chart/series/format-date.ts";
import { riskStatement } from "../../../src/chart/series/risk-statement.ts";
import { statusWord } from "../../../src/chart/series/status-word.ts";
import type { RiskDetail, Workspace } from "../../../src/contract/detail.ts";
import { riskQuery, workspaceQuery } from "../../data/queries.ts";
import { Refusal } from "../../data/request.ts";
import { PageLink } from "../../shell/page-link.tsx";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { useAsOf } from "../../shell/use-as-of.ts";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { useReadingOnly } from "../../shell/use-reading-only.ts";
import { useToday } from "../../shell/use-today.ts";
import { HistoryTab } from "../portfolio/history-tab.tsx";
import { AssessmentDialog } from "./assessment-dialog.tsx";
import { RetireRisk } from "./retire-risk.tsx";
import { RiskAssessments } from "./risk-assessments.tsx";
import { RiskControls } from "./risk-controls.tsx";
import { RiskPlan } from "./risk-plan.tsx";
import { RiskReasons } from "./risk-reasons.tsx";
import { RiskScenario } from "./risk-scenario.tsx";
import { RiskStates } from "./risk-states.tsx";
import "./risk.css";

export function RiskPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const [asOf] = useAsOf();
  const { data: workspace } = useQuery(workspaceQuery);
  const { data: detail, error, refetch } = useQuery(riskQuery(id, asOf));
  usePageTitle(detail?.figures.name ?? "Risk", workspace?.organization);
  if (error && (!detail || isGone(error)))
    return <NoRisk id={id} error={error} asOf={asOf} retry={() => void refetch()} />;
  if (!detail || !workspace)
    return (
      <h1 className="head-line risk-head" aria-busy="true">
        {id}
      </h1>
    );
  return <Risk detail={detail} workspace={workspace} asOf={asOf} />;
}

function Risk(props: { detail: RiskDetail; workspace: Workspace; asOf: string | undefined }) {
  const { detail, workspace, asOf } = props;
  const { figures, record } = detail;
  const { on, timeZone } = useToday();
  const today = asOf ?? on;
  const category = workspace.categories.find(({ id }) => id === figures.category)?.name ?? figures.category;
  return (
    <article className="risk-page" aria-labelledby="risk-name">
      <header className="risk-head">
        <p className="hush">
          <PageLink className="name-link" to={`/systems/${figures.system}`}>
            {figures.systemName}
          </PageLink>
          , {category.toLowerCase()}; owner {figures.ownerName}
        </p>
        <h1 className="head-line" id="risk-name">
          <StatusMark {...figures} word="nearby" /> {figures.name}
          <small className="risk-status">
            {statusWord(figures)}
            {figures.freshness === "stale" ? ", stale" : ""}
          </small>
        </h1>
        <Statement detail={detail} />
        <Actions detail={detail} asOf={asOf} />
      </header>
      <RiskStates detail={detail} workspace={workspace} today={today} />
      <div className="risk-columns">
        <div>
          <RiskReasons detail={detail} workspace={workspace} today={today} timeZone={timeZone} />
          <RiskScenario detail={detail} currency={workspace.currency} />
        </div>
        <div>
          <RiskControls detail={detail} currency={workspace.currency} today={today} />
          <RiskPlan detail={detail} today={today} />
          <RiskAssessments detail={detail} workspace={workspace} today={today} />
          <section className="block part" aria-label="History">
            <HistoryTab detail={detail} today={today} timeZone={timeZone} />
          </section>
        </div>
      </div>
      <p className="hush record-line">
        {record.id}, version {figures.version}
      </p>
    </article>
  );
}

function Statement({ detail }: { readonly detail: RiskDetail }) {
  const { because, event, soThat } = riskStatement(detail.record);
  return (
    <p className="statement">
      {because === null ? null : (
        <>
          <i>Because</i> {because},{" "}
        </>
      )}
      <b>{event}</b>
      {soThat === null ? null : (
        <>
          , <i>so that</i> {soThat}
        </>
      )}
    </p>
  );
}

/** What can be done with the risk as a whole; the past is only read, and nobody judges nameless. */
function Actions({ detail, asOf }: { readonly detail: RiskDetail; readonly asOf: string | undefined }) {
  const [isOpen, setIsOpen] = useState(false);
  const readingOnly = useReadingOnly();
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (asOf !== undefined)
    return (
      <p className="as-of-notice" role="note">
        <b>As of {formatDate(asOf)}.</b> The past is read, not edited.
      </p>
    );
  return (
    <p className="actions">
      <button
        ref={button}
        type="button"
        className="button first"
        aria-haspopup="dialog"
        disabled={readingOnly !== null}
        onClick={() => setIsOpen(true)}
      >
        Record an assessment
      </button>
      <RetireRisk risk={detail.figures} disabled={readingOnly !== null} />
      {readingOnly === null ? null : <small className="hush">{readingOnly}</small>}
      {isOpen ? <AssessmentDialog risk={detail.figures} onClose={() => setIsOpen(false)} /> : null}
    </p>
  );
}

function NoRisk(props: { id: string; error: Error; asOf: string | undefined; retry: () => void }) {
  const { id, error, asOf, retry } = props;
  if (!isGone(error))
    return (
      <>
        <h1 className="head-line risk-head">{id}</h1>
        <RefusalNote error={error} retry={retry} />
      </>
    );
  return (
    <section className="full-page">
      <h1 className="head-line">
        {asOf === undefined
          ? "No such risk is in the register."
          : `No such risk was in the register on ${formatDate(asOf)}.`}
      </h1>
      <p className="lede">{error.problem.detail}. It may have been renamed or retired; look it up by name.</p>
      <p>
        <PageLink to="/register" className="button">
          To the register
        </PageLink>
      </p>
    </section>
  );
}

/** Somebody may retire or rename the risk while it is on the screen: what was read before no longer stands. */
function isGone(error: Error): error is Refusal {
  return error instanceof Refusal && error.problem.status === 404;
}

import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { formatDate, formatMoment } from "../../../src/chart/series/format-date.ts";
import { formatNumber } from "../../../src/chart/series/format-number.ts";
import type { AuditDetail } from "../../../src/contract/kept-audit.ts";
import { auditCountsQuery, auditQuery } from "../../data/audit-queries.ts";
import { workspaceQuery } from "../../data/queries.ts";
import { Refusal } from "../../data/request.ts";
import { wallClock } from "../../data/wall-clock.ts";
import { PageLink } from "../../shell/page-link.tsx";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { useAsOf } from "../../shell/use-as-of.ts";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { useReadingOnly } from "../../shell/use-reading-only.ts";
import { useToday } from "../../shell/use-today.ts";
import { AuditDownloads } from "./audit-downloads.tsx";
import { type ChangeAuditSearch, readAuditSearch } from "./audit-search.ts";
import { AuditView } from "./audit-view.tsx";
import { BearsOn } from "./bears-on.tsx";
import { RetireAudit } from "./retire-audit.tsx";
import { StandingLimits } from "./standing-limits.tsx";
import "../risk/assessment.css";
import "./audits.css";

/** One kept audit. */
export function AuditPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const [asOf] = useAsOf();
  const { data: workspace } = useQuery(workspaceQuery);
  const { data: detail, error, refetch } = useQuery(auditQuery(id, asOf));
  usePageTitle(detail?.audit.name ?? "Audit", workspace?.organization);
  if (error && !detail) {
    const isMissing = error instanceof Refusal && error.problem.status === 404;
    return isMissing ? (
      <section className="full-page">
        <h1 className="head-line">
          {asOf === undefined ? "No such audit is kept." : `No such audit was kept on ${formatDate(asOf)}.`}
        </h1>
        <p className="lede">The address may have been cut short. Every kept audit is in the list.</p>
        <p>
          <PageLink to="/audits" className="button">
            To the audits
          </PageLink>
        </p>
      </section>
    ) : (
      <>
        <h1 className="head-line page-head">Audit</h1>
        <RefusalNote error={error} retry={() => void refetch()} />
      </>
    );
  }
  if (!detail)
    return (
      <h1 className="head-line page-head" aria-busy="true">
        Reading the audit
      </h1>
    );
  return <KeptAudit detail={detail} />;
}

function KeptAudit({ detail }: { readonly detail: AuditDetail }) {
  const { audit, report, limits, bearsOn } = detail;
  const search = readAuditSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const closed = useReadingOnly();
  const { on: today, timeZone } = useToday();
  const { data: workspace } = useQuery(workspaceQuery);
  const { data: cube } = useQuery({ ...auditCountsQuery(audit.id), enabled: report.scores !== "none" });
  const change: ChangeAuditSearch = (part) =>
    void navigate({
      to: ".",
      search: ((current: Record<string, unknown>) => readAuditSearch({ ...current, ...part })) as never,
      replace: !("figure" in part),
      resetScroll: false,
    });
  const nameOf = (person: string) => workspace?.people.find(({ id }) => id === person)?.name ?? person;
  const system = workspace?.systems.find(({ id }) => id === audit.system);
  const clock = wallClock(audit.at, timeZone);
  return (
    <AuditView
      report={report}
      cube={cube}
      search={search}
      onChange={change}
      nameOf={nameOf}
      name={audit.name}
      reportFile={`${audit.id}.json`}
      above={
        <p className="hush">
          <PageLink className="name-link" to="/audits">
            Audits
          </PageLink>
          {audit.system === null ? null : (
            <>
              {", "}
              <PageLink className="name-link" to={`/systems/${audit.system}`}>
                {system?.name ?? audit.system}
              </PageLink>
            </>
          )}
          : {audit.name}
          {audit.retiredOn === null ? null : <b>, retired on {formatDate(audit.retiredOn)}: it judges no limit</b>}
        </p>
      }
      provenance={
        <>
          {formatNumber(report.rows)} decisions, {report.source.name}; kept{" "}
          <time dateTime={audit.at}>{formatMoment(clock.on, clock.at, today)}</time> by {nameOf(audit.by)}.
        </>
      }
      tools={
        <>
          {report.scores === "none" ? null : (
            <PageLink className="button" to={`/audits/${audit.id}/what-if`}>
              What if
            </PageLink>
          )}
          {audit.retiredOn === null ? (
            <RetireAudit audit={audit} closed={closed} onRetired={() => void navigate({ to: "/audits" as never })} />
          ) : null}
        </>
      }
      beside={
        <>
          {bearsOn ? <BearsOn bearsOn={bearsOn} /> : null}
          {limits.length > 0 ? (
            <section className="block" aria-labelledby="standing-limits">
              <header>
                <div>
                  <h2 className="finding" id="standing-limits">
                    Where the system’s limits stand now
                  </h2>
                  <p className="measure">By the newest audit that measured them</p>
                </div>
              </header>
              <StandingLimits limits={limits} here={audit.id} />
            </section>
          ) : null}
          <AuditDownloads id={audit.id} />
        </>
      }
    />
  );
}

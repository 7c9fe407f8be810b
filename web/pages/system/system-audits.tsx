import { useQuery } from "@tanstack/react-query";
import { formatMoment } from "../../../src/chart/series/format-date.ts";
import { formatNumber, plural } from "../../../src/chart/series/format-number.ts";
import type { JudgedLimit } from "../../../src/contract/judged-limit.ts";
import { auditsQuery } from "../../data/audit-queries.ts";
import { wallClock } from "../../data/wall-clock.ts";
import { PageLink } from "../../shell/page-link.tsx";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { AuditSentences } from "../audit/audit-sentences.tsx";
import { StandingLimits } from "../audit/standing-limits.tsx";
import { VerdictCounts } from "../audit/verdict-counts.tsx";
import "../audit/audits.css";

interface SystemAuditsProps {
  readonly system: string;
  readonly limits: readonly JudgedLimit[];
  readonly asOf: string | undefined;
  readonly today: string;
  readonly timeZone: string;
}

/** The newest audit of a system, and where it puts the system's limits on disparities. */
export function SystemAudits({ system, limits, asOf, today, timeZone }: SystemAuditsProps) {
  const { data: audits, error, refetch } = useQuery(auditsQuery(system, asOf));
  const newest = audits?.[0];
  const clock = newest ? wallClock(newest.at, timeZone) : null;
  const older = (audits?.length ?? 0) - 1;
  return (
    <section className="block system-audits" aria-labelledby="system-audits">
      <header>
        <div>
          <h2 className="finding" id="system-audits">
            {audits === undefined
              ? "Audits"
              : newest === undefined
                ? "Its decisions were never audited"
                : newest.verdicts.outside > 0
                  ? `${formatNumber(newest.verdicts.outside)} ${plural("figure", newest.verdicts.outside)} of its newest audit ${newest.verdicts.outside === 1 ? "lies" : "lie"} outside a limit`
                  : newest.verdicts.notEnoughEvidence > 0
                    ? "Its newest audit leaves something undecided"
                    : newest.verdicts.within > 0
                      ? "Every judged figure of its newest audit lies within its limit"
                      : "Its newest audit was held against no limit"}
          </h2>
          {newest && clock ? (
            <p className="measure">
              {formatNumber(newest.rows)} decisions by {newest.attributes.join(" and ")},{" "}
              <time dateTime={newest.at}>{formatMoment(clock.on, clock.at, today)}</time>
            </p>
          ) : null}
        </div>
        <div className="choices">
          <PageLink className="text-button" to={`/audits/new?system=${system}`}>
            New audit
          </PageLink>
        </div>
      </header>
      {error && !audits ? <RefusalNote error={error} retry={() => void refetch()} /> : null}
      {audits && newest === undefined ? (
        <p className="lede">
          That is not the same as nothing to find: nobody has counted whom it selects. Drop a file of its decisions.
        </p>
      ) : null}
      {newest ? (
        <>
          <AuditSentences sentences={newest.sentences} />
          <VerdictCounts counts={newest.verdicts} />
          <p className="choices">
            <PageLink className="name-link" to={`/audits/${newest.id}`}>
              {newest.name}
            </PageLink>
            {older > 0 ? (
              <PageLink className="name-link" to={`/audits?system=${system}`}>
                {formatNumber(older)} earlier {plural("audit", older)}
              </PageLink>
            ) : null}
          </p>
        </>
      ) : null}
      {limits.length > 0 ? <StandingLimits limits={limits} /> : null}
    </section>
  );
}

import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { StatusMark } from "../../../src/chart/draw/status-mark.tsx";
import { shiftWords } from "../../../src/chart/series/change-words.ts";
import { limitsFinding } from "../../../src/chart/series/curve-sentences.ts";
import { formatDate, formatMoment } from "../../../src/chart/series/format-date.ts";
import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { formatNumber, plural } from "../../../src/chart/series/format-number.ts";
import { systemFacts, systemFinding } from "../../../src/chart/series/system-facts.ts";
import type { SystemDetail, Workspace } from "../../../src/contract/detail.ts";
import { systemQuery, workspaceQuery } from "../../data/queries.ts";
import { Refusal } from "../../data/request.ts";
import { wallClock } from "../../data/wall-clock.ts";
import { PageLink } from "../../shell/page-link.tsx";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { useAsOf } from "../../shell/use-as-of.ts";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { useToday } from "../../shell/use-today.ts";
import { CurveFigure } from "../curve/curve-figure.tsx";
import { LimitsTable } from "../curve/limits-table.tsx";
import { NewRisk } from "../risk/new-risk.tsx";
import { SystemAudits } from "./system-audits.tsx";
import { SystemDependencies } from "./system-dependencies.tsx";
import { SystemRisks } from "./system-risks.tsx";
import "./system.css";

export function SystemPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const [asOf] = useAsOf();
  const { data: workspace } = useQuery(workspaceQuery);
  const { data: detail, error, refetch } = useQuery(systemQuery(id, asOf));
  usePageTitle(detail?.record.name ?? "System", workspace?.organization);
  if (error && !detail) {
    const isMissing = error instanceof Refusal && error.problem.status === 404;
    return isMissing ? (
      <section className="full-page">
        <h1 className="head-line">
          {asOf === undefined
            ? "No such system is in the register."
            : `No such system was in the register on ${formatDate(asOf)}.`}
        </h1>
        <p className="lede">{error.problem.detail}. It may have been renamed or retired; look it up by name.</p>
        <p>
          <PageLink to="/systems" className="button">
            To the systems
          </PageLink>
        </p>
      </section>
    ) : (
      <>
        <h1 className="head-line system-head">{id}</h1>
        <RefusalNote error={error} retry={() => void refetch()} />
      </>
    );
  }
  if (!detail || !workspace)
    return (
      <h1 className="head-line system-head" aria-busy="true">
        {id}
      </h1>
    );
  return <System detail={detail} workspace={workspace} asOf={asOf} />;
}

function System(props: { detail: SystemDetail; workspace: Workspace; asOf: string | undefined }) {
  const { detail, workspace, asOf } = props;
  const { record, risks } = detail;
  const { on, timeZone } = useToday();
  const today = asOf ?? on;
  const people = new Map(workspace.people.map(({ id, name }) => [id, name]));
  const name = record.name ?? record.id;
  const owner = record.owner === undefined ? null : (people.get(record.owner) ?? record.owner);
  return (
    <article className="system-page" aria-labelledby="system-name">
      <header className="system-head">
        <p className="hush">
          <PageLink className="name-link" to="/systems">
            Systems
          </PageLink>
          {record.businessUnit ? `, ${record.businessUnit}` : ""};{" "}
          {owner === null ? "nobody owns it" : `owner ${owner}`}
          {asOf === undefined ? "" : `; as of ${formatDate(asOf)}`}
        </p>
        <h1 className="head-line" id="system-name">
          {name}
        </h1>
        <p className="lede">{record.description ?? "Nobody has described it yet."}</p>
      </header>
      <div className="system-columns">
        <div>
          <section className="block" aria-labelledby="system-risks">
            <header>
              <div>
                <h2 className="finding" id="system-risks">
                  {systemFinding(risks)}
                </h2>
                <p className="measure">
                  {formatNumber(risks.length)} {plural("risk", risks.length)}, worst first; money is the mean of a year
                </p>
              </div>
              <div className="choices">
                <PageLink className="text-button" to={`/register?system=${record.id}`}>
                  In the register
                </PageLink>
                <NewRisk system={record.id} />
              </div>
            </header>
            <SystemRisks risks={risks} workspace={workspace} today={today} />
          </section>
          <Money detail={detail} currency={workspace.currency} />
        </div>
        <div>
          <section className="block" aria-labelledby="system-facts">
            <header>
              <h2 className="finding" id="system-facts">
                What it is
              </h2>
            </header>
            <dl className="facts">
              {systemFacts(record).map(({ name: fact, text }) => (
                <div key={fact} className="fact">
                  <dt>{fact}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </section>
          <SystemAudits
            system={record.id}
            limits={detail.disparityLimits}
            asOf={asOf}
            today={today}
            timeZone={timeZone}
          />
          <SystemDependencies system={record} />
          <Changes detail={detail} today={today} timeZone={timeZone} />
        </div>
      </div>
      <p className="hush record-line">
        {record.id}, version {detail.version}; {detail.method.name} {detail.method.version}, revision{" "}
        {formatNumber(detail.revision)}
      </p>
    </article>
  );
}

function Money({ detail, currency }: { readonly detail: SystemDetail; readonly currency: string }) {
  const { annualLoss, limits, record } = detail;
  if (annualLoss === null)
    return (
      <section className="block" aria-labelledby="system-money">
        <header>
          <div>
            <h2 className="finding" id="system-money">
              It is not in money
            </h2>
            <p className="measure">None of its risks has a scenario, so no total contains it</p>
          </div>
        </header>
      </section>
    );
  const bad = annualLoss.residual.valueAtRisk["0.95"];
  return (
    <section className="block" aria-labelledby="system-money">
      <header>
        <div>
          <h2 className="finding" id="system-money">
            {bad === 0
              ? "19 years in 20 it costs nothing"
              : `1 year in 20 it costs more than ${formatMoney(bad, currency)}`}
          </h2>
          <p className="measure">
            Annual loss of this system;{" "}
            {limits.length === 0
              ? "no line is drawn for it, and the portfolio’s is not its own"
              : limitsFinding(limits).toLowerCase()}
          </p>
        </div>
        <div className="choices">
          <PageLink className="text-button" to={`/curve?scope=system:${record.id}`}>
            Curve and figures
          </PageLink>
        </div>
      </header>
      <CurveFigure curves={annualLoss} limits={limits} currency={currency} height={320} />
      {limits.length > 0 ? <LimitsTable limits={limits} currency={currency} target={null} /> : null}
    </section>
  );
}

function Changes({ detail, today, timeZone }: { detail: SystemDetail; today: string; timeZone: string }) {
  return (
    <section className="block" aria-labelledby="system-changes">
      <header>
        <div>
          <h2 className="finding" id="system-changes">
            What changed
          </h2>
          <p className="measure">Newest first; the system, its risks and their controls</p>
        </div>
      </header>
      {detail.changes.length === 0 ? <p className="measure">Nothing is recorded yet.</p> : null}
      <ol className="events">
        {detail.changes.map((change) => {
          const clock = wallClock(change.at, timeZone);
          const shift = shiftWords(change.shift);
          return (
            <li key={change.seq}>
              <time dateTime={change.at}>{formatMoment(clock.on, clock.at, today)}</time>
              <p>
                {change.title}
                <small>
                  {change.shift && !change.title.includes(change.shift.riskName) ? `${change.shift.riskName}; ` : ""}
                  {change.actor.name}
                  {change.actor.authenticated ? "" : ", not authenticated"}
                </small>
              </p>
              <p className="shift">
                {shift?.lead} {shift?.score ? <b>{shift.score}</b> : null}{" "}
                {change.shift ? <StatusMark status={change.shift.status} residual={change.shift.after} /> : null}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

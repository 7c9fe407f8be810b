import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { formatMoment } from "../../../src/chart/series/format-date.ts";
import { formatNumber } from "../../../src/chart/series/format-number.ts";
import type { Workspace } from "../../../src/contract/detail.ts";
import type { AuditSummary } from "../../../src/contract/kept-audit.ts";
import { auditsQuery } from "../../data/audit-queries.ts";
import { workspaceQuery } from "../../data/queries.ts";
import { wallClock } from "../../data/wall-clock.ts";
import { ShowMore, useShownRows } from "../../figure/show-more.tsx";
import { CopyCommand } from "../../shell/copy-command.tsx";
import { PageLink } from "../../shell/page-link.tsx";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { useAsOf } from "../../shell/use-as-of.ts";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { useReadingOnly } from "../../shell/use-reading-only.ts";
import { useToday } from "../../shell/use-today.ts";
import { AuditSentences } from "./audit-sentences.tsx";
import { auditsFinding } from "./audits-finding.ts";
import { readAuditsSearch } from "./audits-search.ts";
import { DropZone } from "./new-audit/drop-zone.tsx";
import { handedFile } from "./new-audit/handed-file.ts";
import { VerdictCounts } from "./verdict-counts.tsx";
import "../risk/assessment.css";
import "./audits.css";

const rowsAtOnce = 50;

/** Every audit that was kept, newest first, each in its own sentence. */
export function AuditsPage() {
  const search = readAuditsSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const { data: workspace } = useQuery(workspaceQuery);
  const { data: audits, error, refetch, isPlaceholderData } = useQuery(auditsQuery(search.system, search.asOf));
  usePageTitle("Audits", workspace?.organization);
  const { shown, more } = useShownRows(audits?.length ?? 0, rowsAtOnce);
  const choose = (system: string) =>
    void navigate({
      to: ".",
      search: ((current: object) => ({ ...current, system: system === "" ? undefined : system })) as never,
      replace: true,
    });
  const address = search.system === undefined ? "/audits/new" : `/audits/new?system=${search.system}`;
  const system = workspace?.systems.find(({ id }) => id === search.system);
  return (
    <section className="audits-page" aria-labelledby="audits-head" aria-busy={isPlaceholderData || (!audits && !error)}>
      <header className="page-head audits-head">
        <div>
          <h1 className="head-line" id="audits-head">
            {audits
              ? search.system && audits.length === 0
                ? `No audit of ${system?.name ?? search.system} is kept.`
                : auditsFinding(audits)
              : "Audits"}
          </h1>
          <p className="lede">
            An audit counts decisions by group, with an interval on every figure, and holds them against limits that
            were written down.
          </p>
        </div>
        <div className="audits-tools">
          <SystemField workspace={workspace} chosen={search.system} onChange={choose} />
          <PageLink className="button first" to={address}>
            New audit
          </PageLink>
        </div>
      </header>
      {error && !audits ? <RefusalNote error={error} retry={() => void refetch()} /> : null}
      {audits?.length === 0 ? <NoAudit system={search.system} address={address} /> : null}
      {audits && audits.length > 0 && workspace ? (
        <AuditList audits={audits.slice(0, shown)} workspace={workspace} />
      ) : null}
      {audits ? <ShowMore shown={shown} total={audits.length} atOnce={rowsAtOnce} of="audits" more={more} /> : null}
    </section>
  );
}

function SystemField(props: {
  workspace: Workspace | undefined;
  chosen: string | undefined;
  onChange: (system: string) => void;
}) {
  const { workspace, chosen, onChange } = props;
  return (
    <div className="plain-field">
      <label htmlFor="audits-system">System</label>
      <select id="audits-system" value={chosen ?? ""} onChange={(event) => onChange(event.target.value)}>
        <option value="">All systems</option>
        {workspace?.systems.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function NoAudit({ system, address }: { readonly system: string | undefined; readonly address: string }) {
  const navigate = useNavigate();
  const closed = useReadingOnly();
  const [asOf] = useAsOf();
  return (
    <div className="no-audit">
      <DropZone
        closed={asOf === undefined ? null : closed}
        onFile={(file) => {
          handedFile.give(file);
          void navigate({ to: address as never });
        }}
      />
      <dl className="commands">
        <dt>By command</dt>
        <dd>
          <CopyCommand command="plimsoll audit decisions.csv --protected sex,race --decision approved" />
        </dd>
        {system === undefined ? (
          <>
            <dt>To try it</dt>
            <dd>
              drop <code>examples/hiring-audit/applicants.csv</code>: 2,000 applicants who do not exist
            </dd>
          </>
        ) : null}
      </dl>
    </div>
  );
}

function AuditList({ audits, workspace }: { readonly audits: readonly AuditSummary[]; readonly workspace: Workspace }) {
  const { on: today, timeZone } = useToday();
  const systems = new Map(workspace.systems.map(({ id, name }) => [id, name]));
  const people = new Map(workspace.people.map(({ id, name }) => [id, name]));
  return (
    <ol className="audit-list">
      {audits.map((audit) => {
        const clock = wallClock(audit.at, timeZone);
        return (
          <li key={audit.id}>
            <article aria-labelledby={`audit-${audit.id}`}>
              <div>
                <h2 className="finding" id={`audit-${audit.id}`}>
                  <PageLink className="row-link" to={`/audits/${audit.id}`}>
                    {audit.name}
                  </PageLink>
                </h2>
                <AuditSentences sentences={audit.sentences} />
              </div>
              <div className="audit-facts">
                <VerdictCounts counts={audit.verdicts} />
                <p className="measure">
                  {audit.system === null ? (
                    "no system named"
                  ) : (
                    <PageLink className="name-link" to={`/systems/${audit.system}`}>
                      {systems.get(audit.system) ?? audit.system}
                    </PageLink>
                  )}
                  ; {formatNumber(audit.rows)} decisions by {audit.attributes.join(" and ")}
                </p>
                <p className="measure">
                  <time dateTime={audit.at}>{formatMoment(clock.on, clock.at, today)}</time>,{" "}
                  {people.get(audit.by) ?? audit.by}
                </p>
              </div>
            </article>
          </li>
        );
      })}
    </ol>
  );
}

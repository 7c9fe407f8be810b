import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { auditCountsQuery, auditQuery } from "../../data/audit-queries.ts";
import { workspaceQuery } from "../../data/queries.ts";
import { PageLink } from "../../shell/page-link.tsx";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { useAsOf } from "../../shell/use-as-of.ts";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { WhatIf } from "./what-if/what-if.tsx";
import "../curve/curve.css";
import "./audit.css";

/** What other thresholds would do, on the counts of a kept audit. */
export function AuditWhatIfPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const [asOf] = useAsOf();
  const { data: workspace } = useQuery(workspaceQuery);
  const audit = useQuery(auditQuery(id, asOf));
  const counts = useQuery(auditCountsQuery(id));
  usePageTitle("What if", audit.data?.audit.name, workspace?.organization);
  const error = audit.error ?? counts.error;
  return (
    <article aria-labelledby="what-if-head" aria-busy={!error && (!audit.data || !counts.data)}>
      <header className="page-head">
        <p className="hush">
          <PageLink className="name-link" to="/audits">
            Audits
          </PageLink>
          {", "}
          <PageLink className="name-link" to={`/audits/${id}`}>
            {audit.data?.audit.name ?? id}
          </PageLink>
        </p>
        <h1 className="head-line" id="what-if-head" tabIndex={-1}>
          What if the threshold were another
        </h1>
      </header>
      {audit.data && counts.data ? (
        <WhatIf counts={counts.data} report={audit.data.report} />
      ) : error ? (
        <RefusalNote
          error={error}
          retry={() => {
            void audit.refetch();
            void counts.refetch();
          }}
        />
      ) : null}
    </article>
  );
}

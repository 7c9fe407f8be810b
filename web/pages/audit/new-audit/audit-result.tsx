import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { formatNumber } from "../../../../src/chart/series/format-number.ts";
import type { MadeAudit } from "../../../../src/contract/kept-audit.ts";
import type { DecisionCube } from "../../../../src/engine/fairness/cube/decision-cube.ts";
import { workspaceQuery } from "../../../data/queries.ts";
import { PageLink } from "../../../shell/page-link.tsx";
import type { AuditSearch } from "../audit-search.ts";
import { AuditView } from "../audit-view.tsx";
import type { AuditDraft } from "./audit-draft.ts";
import type { AuditMistakes } from "./audit-mistakes.ts";
import { KeepFields } from "./keep-fields.tsx";

interface AuditResultProps {
  readonly made: MadeAudit;
  readonly cube: DecisionCube;
  readonly draft: AuditDraft;
  readonly mistakes: AuditMistakes;
  readonly refusal: string | null;
  /** In the place of the buttons while it is being kept. */
  readonly progress: ReactNode;
  /** Why it may not be kept now; null where it may. */
  readonly closed: string | null;
  readonly onChange: (part: Partial<AuditDraft>) => void;
  readonly onKeep: () => void;
  readonly onBack: () => void;
}

/** An audit that was only looked at, with the way to keep it. */
export function AuditResult(props: AuditResultProps) {
  const { made, cube, draft, mistakes, refusal, progress, closed, onChange, onKeep, onBack } = props;
  const { report } = made;
  const { data: workspace } = useQuery(workspaceQuery);
  // It has no address of its own until it is kept.
  const [search, setSearch] = useState<AuditSearch>({});
  return (
    <AuditView
      report={report}
      cube={cube}
      search={search}
      onChange={(part) =>
        setSearch((current) =>
          Object.fromEntries(Object.entries({ ...current, ...part }).filter(([, value]) => value !== undefined)),
        )
      }
      nameOf={(person) => workspace?.people.find(({ id }) => id === person)?.name ?? person}
      name={draft.name}
      reportFile={null}
      above={
        <p className="hush">
          <PageLink className="name-link" to="/audits">
            Audits
          </PageLink>
          : <b>looked at, not saved</b>
        </p>
      }
      provenance={`${formatNumber(report.rows)} decisions, ${report.source.name}.`}
      tools={
        <>
          <button type="button" className="button" onClick={onBack}>
            Change the mapping
          </button>
          <a className="button first" href="#keep-audit">
            Save it
          </a>
        </>
      }
      beside={
        workspace ? (
          <section className="block keep-block" aria-labelledby="keep-audit">
            <header>
              <div>
                <h2 className="finding" id="keep-audit">
                  Save it to the register
                </h2>
                <p className="measure">
                  With its counts, never the rows. A system’s own limits are applied when it is saved.
                </p>
              </div>
            </header>
            <KeepFields workspace={workspace} draft={draft} mistakes={mistakes} onChange={onChange} />
            {refusal === null ? null : (
              <p className="missing" role="alert" tabIndex={-1}>
                <b>Not saved, and nothing is lost:</b> {refusal}.
              </p>
            )}
            {progress ?? (
              <p className="actions">
                <button type="button" className="button first" disabled={closed !== null} onClick={onKeep}>
                  Save to the register
                </button>
                {closed === null ? null : <small className="hush">{closed}</small>}
              </p>
            )}
          </section>
        ) : null
      }
    />
  );
}

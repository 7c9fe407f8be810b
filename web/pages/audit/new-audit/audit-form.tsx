import { type ReactNode, useLayoutEffect, useRef } from "react";
import type { Workspace } from "../../../../src/contract/detail.ts";
import type { ReceivedDecisions } from "../../../../src/contract/kept-audit.ts";
import type { AuditDraft } from "./audit-draft.ts";
import type { AuditMistakes } from "./audit-mistakes.ts";
import { ColumnTable } from "./column-table.tsx";
import { KeepFields } from "./keep-fields.tsx";
import { LimitFields } from "./limit-fields.tsx";
import { MeaningFields } from "./meaning-fields.tsx";
import { SettingsFields } from "./settings-fields.tsx";
import { SystemLimits } from "./system-limits.tsx";

interface AuditFormProps {
  readonly received: ReceivedDecisions;
  readonly draft: AuditDraft;
  readonly workspace: Workspace;
  readonly mistakes: AuditMistakes;
  /** What was refused that is about no field. */
  readonly refusal: string | null;
  readonly stopped: boolean;
  /** Why nothing may be audited now; null where it may. */
  readonly past: string | null;
  /** Why nothing may be kept now; null where it may. */
  readonly closed: string | null;
  /** Stands in the place of the buttons while the file is being counted. */
  readonly progress: ReactNode;
  readonly today: string;
  readonly approver: string;
  readonly onChange: (draft: AuditDraft) => void;
  readonly onSubmit: (after: "keep" | "look") => void;
  readonly onFile: (file: File) => void;
}

/** What a file's columns mean, how it is measured and against what, and what becomes of it. */
export function AuditForm(props: AuditFormProps) {
  const { received, draft, workspace, mistakes, refusal, stopped, past, closed, progress, today, approver } = props;
  const { onChange, onSubmit, onFile } = props;
  const change = (part: Partial<AuditDraft>) => onChange({ ...draft, ...part });
  const settings = useRef<HTMLDetailsElement>(null);
  const hasMistakes = settingsFields.some((field) => mistakes[field] !== undefined);
  // Opened where a mistake is in it, and not closed again while that is being corrected.
  useLayoutEffect(() => {
    if (hasMistakes && settings.current) settings.current.open = true;
  }, [hasMistakes]);
  return (
    <form
      className="audit-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!progress && past === null) onSubmit("look");
      }}
    >
      <section className="block" aria-labelledby="audit-columns">
        <header>
          <div>
            <h2 className="finding" id="audit-columns">
              {received.columns.length} columns
            </h2>
            <p className="measure">Distinct, missing and frequent values of the first 5,000 rows</p>
          </div>
          <label className="text-button other-file">
            Another file
            <input
              type="file"
              className="visually-hidden"
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                if (file) onFile(file);
              }}
            />
          </label>
        </header>
        <ColumnTable received={received} draft={draft} mistake={mistakes.columns} onChange={onChange} />
        <MeaningFields received={received} draft={draft} mistakes={mistakes} onChange={change} />
      </section>
      <section className="block" aria-labelledby="audit-whose">
        <header>
          <h2 className="finding" id="audit-whose">
            Whose decisions, and against which limits
          </h2>
        </header>
        <KeepFields workspace={workspace} draft={draft} mistakes={mistakes} onChange={change} />
        <SystemLimits workspace={workspace} system={draft.system} />
        <LimitFields
          limits={draft.limits}
          mistakes={mistakes}
          approver={approver}
          today={today}
          onChange={(limits) => change({ limits })}
        />
      </section>
      <details className="block" ref={settings}>
        <summary>
          <h2 className="finding">How it is measured</h2>
          <span className="measure">
            {draft.level} % intervals, {draft.profile === "" ? "no tables of a law" : "with tables of a law"}, seed{" "}
            {draft.seed}
          </span>
        </summary>
        <SettingsFields received={received} draft={draft} mistakes={mistakes} onChange={change} />
      </details>
      <div className="audit-submit">
        {refusal === null ? null : (
          <p className="missing" role="alert" tabIndex={-1}>
            <b>Not audited, and nothing is lost:</b> {refusal}.
          </p>
        )}
        {stopped ? (
          <p className="missing" role="status">
            Stopped: nothing was counted, nothing kept.
          </p>
        ) : null}
        {progress ?? (
          <p className="actions">
            <button type="submit" className="button first" disabled={past !== null}>
              Audit
            </button>
            <button type="button" className="button" disabled={closed !== null} onClick={() => onSubmit("keep")}>
              Audit and save to the register
            </button>
            <small className="hush">
              {past ??
                (closed === null
                  ? "“Audit” only looks: nothing is kept until you save it."
                  : `“Audit” only looks. To save it: ${closed}`)}
            </small>
          </p>
        )}
      </div>
    </form>
  );
}

const settingsFields = [
  "task",
  "level",
  "comparison",
  "reference",
  "minimumSupport",
  "adjustment",
  "profile",
  "dataSeenOn",
  "seed",
  "replicates",
];

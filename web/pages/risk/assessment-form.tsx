import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import type { RiskDetail, Workspace } from "../../../src/contract/detail.ts";
import { actingPerson } from "../../data/acting-person.ts";
import { useObservable } from "../../data/observable.ts";
import { useToday } from "../../shell/use-today.ts";
import { type AssessmentDraft, assessmentBody, draftOf, missingIn, placeOf, type RatingDraft } from "./rating-draft.ts";
import { RatingFields } from "./rating-fields.tsx";
import type { RiskChange } from "./use-save-risk.ts";

interface AssessmentFormProps {
  readonly detail: RiskDetail;
  readonly workspace: Workspace;
  readonly onRecord: (change: RiskChange) => void;
  readonly onCancel: () => void;
  /** What became of an earlier try. */
  readonly children?: ReactNode;
}

/** One dated judgement of a risk: before controls, and with them either derived or vouched for by a person. */
export function AssessmentForm({ detail, workspace, onRecord, onCancel, children }: AssessmentFormProps) {
  // The version is the one the person began on: what somebody else saves meanwhile must not be overwritten unseen.
  const [begun] = useState({ record: detail.record, version: detail.figures.version });
  const [draft, setDraft] = useState(() => draftOf(begun.record));
  const [tried, setTried] = useState<"not-yet" | "tried">("not-yet");
  const person = useObservable(actingPerson);
  const { on: today } = useToday();
  const problems = useRef<HTMLUListElement>(null);
  const missing = missingIn(draft, { today, person });
  const change = (part: Partial<AssessmentDraft>) => setDraft({ ...draft, ...part });
  const fields = useId();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried("tried");
    if (missing.length > 0 || person === null) {
      requestAnimationFrame(() => problems.current?.focus());
      return;
    }
    onRecord({
      risk: begun.record.id,
      riskName: detail.figures.name,
      version: begun.version,
      said: saidOf(draft, workspace.scale),
      request: { verb: "POST", path: "assessments", body: assessmentBody(draft, { risk: begun.record, person }) },
    });
  };

  return (
    <form className="assessment-form" onSubmit={submit} noValidate>
      {detail.figures.source === "scenario" ? (
        <p className="measure">
          This risk has a scenario, and its place follows from it. A rating is kept beside it, and a difference between
          the two is reported as a finding.
        </p>
      ) : null}
      <RatingSection
        title="Inherent"
        measure="before any control"
        draft={draft.inherent}
        workspace={workspace}
        onChange={(inherent) => change({ inherent })}
      />
      <section className="block" aria-labelledby={`${fields}-residual`}>
        <header>
          <h3 className="finding" id={`${fields}-residual`}>
            Residual
          </h3>
          <fieldset className="choices bare">
            <legend className="visually-hidden">How the residual score is made</legend>
            <label className="choice">
              <input
                type="radio"
                name={`${fields}-basis`}
                checked={draft.basis === "derived"}
                onChange={() => change({ basis: "derived" })}
              />
              Derived from the working controls
            </label>
            <label className="choice">
              <input
                type="radio"
                name={`${fields}-basis`}
                checked={draft.basis === "judged"}
                onChange={() => change({ basis: "judged" })}
              />
              Judged by me
            </label>
          </fieldset>
        </header>
        {draft.basis === "judged" ? (
          <>
            <RatingFields draft={draft.judged} workspace={workspace} onChange={(judged) => change({ judged })} />
            <div className="text-fields">
              <div className="text-field">
                <label htmlFor={`${fields}-reason`}>Reason, required</label>
                <textarea
                  id={`${fields}-reason`}
                  rows={3}
                  value={draft.reason}
                  maxLength={4000}
                  onChange={({ target }) => change({ reason: target.value })}
                />
              </div>
              <div className="text-field">
                <label htmlFor={`${fields}-review`}>Review by, required</label>
                <input
                  id={`${fields}-review`}
                  type="date"
                  value={draft.reviewBy}
                  onChange={({ target }) => change({ reviewBy: target.value })}
                />
              </div>
            </div>
          </>
        ) : null}
      </section>
      <div className="text-field">
        <label htmlFor={`${fields}-note`}>Note</label>
        <textarea
          id={`${fields}-note`}
          rows={2}
          value={draft.note}
          maxLength={4000}
          onChange={({ target }) => change({ note: target.value })}
        />
      </div>
      {tried === "tried" && missing.length > 0 ? (
        <ul className="missing" role="alert" tabIndex={-1} ref={problems}>
          {missing.map(({ field, what }) => (
            <li key={field}>{what}</li>
          ))}
        </ul>
      ) : null}
      {children}
      <p className="actions">
        <button type="submit" className="button first">
          Record the assessment
        </button>
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
        <small className="hush">Dated today, kept forever, and marked “not authenticated” until sign-in exists.</small>
      </p>
    </form>
  );
}

function RatingSection(props: {
  title: string;
  measure: string;
  draft: RatingDraft;
  workspace: Workspace;
  onChange: (rating: RatingDraft) => void;
}) {
  const heading = useId();
  return (
    <section className="block" aria-labelledby={heading}>
      <header>
        <h3 className="finding" id={heading}>
          {props.title}
        </h3>
        <p className="measure">{props.measure}</p>
      </header>
      <RatingFields {...props} />
    </section>
  );
}

function saidOf(draft: AssessmentDraft, scale: Workspace["scale"]): string {
  const inherent = placeOf(draft.inherent, scale);
  const judged = draft.basis === "judged" ? placeOf(draft.judged, scale) : null;
  return [
    inherent ? `inherent ${inherent.score}` : "not rated",
    judged ? `residual judged ${judged.score}` : "residual derived",
  ].join(", ");
}

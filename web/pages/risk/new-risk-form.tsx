import { useId, useState } from "react";
import type { Workspace } from "../../../src/contract/detail.ts";
import { DraftField } from "../../shell/draft-field.tsx";
import { RatingFields } from "./rating-fields.tsx";
import { emptyRiskDraft, idOf, type RiskDraft, type RiskField, type RiskMistakes } from "./risk-draft.ts";

interface NewRiskFormProps {
  readonly draft: RiskDraft;
  readonly workspace: Workspace;
  readonly mistakes: RiskMistakes;
  /** What the server refused that is about no field. */
  readonly refusal: string | null;
  readonly state: "open" | "saving";
  readonly onChange: (part: Partial<RiskDraft>) => void;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
}

export function NewRiskForm(props: NewRiskFormProps) {
  const { draft, workspace, mistakes, refusal, state, onChange, onSubmit, onCancel } = props;
  const [rating, setRating] = useState<"later" | "now">(
    draft.inherent.likelihood === null && draft.inherent.impact === null ? "later" : "now",
  );
  const fields = useId();
  const rate = (next: "later" | "now") => {
    setRating(next);
    if (next === "later") onChange({ inherent: emptyRiskDraft.inherent });
  };
  return (
    <form
      className="assessment-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (state === "open") onSubmit();
      }}
    >
      <div className="new-risk-fields">
        <DraftField title="Name, required" hint="The label on the map" mistake={mistakes.name}>
          {(field) => (
            <input {...field} maxLength={60} value={draft.name} onChange={(e) => onChange({ name: e.target.value })} />
          )}
        </DraftField>
        <DraftField title="Id, required" hint="Permanent; proposed from the name" mistake={mistakes.id}>
          {(field) => (
            <input
              {...field}
              maxLength={80}
              spellCheck={false}
              autoCapitalize="off"
              value={idOf(draft)}
              onChange={(e) => onChange({ id: e.target.value })}
            />
          )}
        </DraftField>
        <Choice name="system" title="System" of={workspace.systems} {...{ draft, mistakes, onChange }} />
        <Choice name="category" title="Category" of={workspace.categories} {...{ draft, mistakes, onChange }} />
        <Choice name="owner" title="Owner" of={workspace.people} {...{ draft, mistakes, onChange }} />
        <Sentence name="cause" title="Cause" hint="What would bring it about" {...{ draft, mistakes, onChange }} />
        <Sentence
          name="event"
          title="Event, required"
          hint="What would happen: the loss event, not an error of a model"
          {...{ draft, mistakes, onChange }}
        />
        <Sentence
          name="consequence"
          title="Consequence"
          hint="What would follow, for people and for us"
          {...{ draft, mistakes, onChange }}
        />
      </div>
      <section className="block" aria-labelledby={`${fields}-rating`}>
        <header>
          <h3 className="finding" id={`${fields}-rating`}>
            First rating
          </h3>
          <fieldset className="choices bare">
            <legend className="visually-hidden">Whether it is rated now</legend>
            {(["later", "now"] as const).map((when) => (
              <label key={when} className="choice">
                <input type="radio" name={`${fields}-when`} checked={rating === when} onChange={() => rate(when)} />
                {when === "later" ? "Not rated yet" : "Rate it now, before any control"}
              </label>
            ))}
          </fieldset>
        </header>
        {rating === "now" ? (
          <RatingFields draft={draft.inherent} workspace={workspace} onChange={(inherent) => onChange({ inherent })} />
        ) : (
          <p className="measure">It is listed as not rated: counted as such, not placed on the map, never as low.</p>
        )}
        {mistakes.inherent ? (
          <p className="field-mistake missing" role="alert" tabIndex={-1}>
            {mistakes.inherent}
          </p>
        ) : null}
      </section>
      {refusal === null ? null : (
        <p className="missing" role="alert" tabIndex={-1}>
          <b>Not saved, and nothing is lost:</b> {refusal}.
        </p>
      )}
      <p className="actions">
        <button type="submit" className="button first" aria-disabled={state === "saving"}>
          Write it down
        </button>
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
        <small className="hush">Esc keeps what you typed for later, Cancel gives it up.</small>
      </p>
    </form>
  );
}

type Named<Name extends RiskField> = Pick<NewRiskFormProps, "draft" | "mistakes" | "onChange"> & {
  readonly name: Name;
  readonly title: string;
};

function Choice(
  props: Named<"system" | "category" | "owner"> & { readonly of: readonly { id: string; name: string }[] },
) {
  const { name, title, of, draft, mistakes, onChange } = props;
  return (
    <DraftField title={`${title}, required`} mistake={mistakes[name]}>
      {(field) => (
        <select {...field} value={draft[name]} onChange={(event) => onChange({ [name]: event.target.value })}>
          <option value="">choose</option>
          {of.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      )}
    </DraftField>
  );
}

function Sentence(props: Named<"cause" | "event" | "consequence"> & { readonly hint: string }) {
  const { name, title, hint, draft, mistakes, onChange } = props;
  return (
    <DraftField title={title} hint={hint} mistake={mistakes[name]} className="is-wide">
      {(field) => (
        <textarea
          {...field}
          rows={2}
          maxLength={4000}
          value={draft[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </DraftField>
  );
}

import type { DistributionSample } from "../../../src/chart/series/distribution-sample.ts";
import { quantityWords } from "../../../src/chart/series/quantity-words.ts";
import type { Workspace } from "../../../src/contract/detail.ts";
import { DraftField } from "../../shell/draft-field.tsx";
import type { EstimateDraft, EstimateFormName, LeafKind, QuantileDraft, TextField } from "./estimate-draft.ts";
import { fieldsOf, formHints, formsFor, formTitles, inForm } from "./form-fields.ts";
import type { EstimateMistake } from "./read-estimate.ts";

export interface EstimateFieldsProps {
  readonly draft: EstimateDraft;
  readonly kind: LeafKind;
  readonly who: "whole" | "expert";
  readonly mistakes: readonly EstimateMistake[];
  readonly sample: DistributionSample | undefined;
  readonly workspace: Workspace;
  readonly onChange: (draft: EstimateDraft) => void;
}

/** The choice of a form and its own fields. */
export function EstimateFields(props: EstimateFieldsProps) {
  const { draft, kind, who, mistakes, sample, workspace, onChange } = props;
  const mistakeAt = (field: string) => mistakes.find((each) => each.field === field)?.what;
  const type = (field: TextField, text: string) => onChange({ ...draft, text: { ...draft.text, [field]: text } });
  const levels = kind === "money" ? workspace.scale.impact : workspace.scale.likelihood;
  return (
    <div className="estimate-fields">
      <DraftField title="Form" hint={formHints[draft.form]} className="form-choice">
        {(field) => (
          <select
            {...field}
            value={draft.form}
            onChange={({ target }) => onChange(inForm(draft, target.value as EstimateFormName, { sample, kind }))}
          >
            {formsFor(kind, who).map((form) => (
              <option key={form} value={form}>
                {formTitles[form]}
              </option>
            ))}
          </select>
        )}
      </DraftField>
      {draft.form === "pert" ? <PertEnds draft={draft} onChange={onChange} /> : null}
      {fieldsOf(draft).map(({ field: name, title, hint }) => (
        <DraftField key={name} title={title} hint={hint} mistake={mistakeAt(name)}>
          {(field) => (
            <input
              {...field}
              className="number-input"
              inputMode="text"
              autoComplete="off"
              spellCheck={false}
              value={draft.text[name] ?? ""}
              onChange={({ target }) => type(name, target.value)}
            />
          )}
        </DraftField>
      ))}
      {draft.form === "level" ? (
        <DraftField title="Level" mistake={mistakeAt("level")}>
          {(field) => (
            <select {...field} value={draft.text.level ?? ""} onChange={({ target }) => type("level", target.value)}>
              <option value="">choose</option>
              {levels.map(({ name, from, to }, index) => (
                <option key={name} value={String(index + 1)}>
                  {index + 1} {name}, {levelRange(from, to, kind, workspace.currency)}
                </option>
              ))}
            </select>
          )}
        </DraftField>
      ) : null}
      {draft.form === "samples" ? (
        <DraftField title="Observations" mistake={mistakeAt("samples")} className="is-wide">
          {(field) => (
            <textarea
              {...field}
              rows={2}
              spellCheck={false}
              value={draft.text.samples ?? ""}
              onChange={({ target }) => type("samples", target.value)}
            />
          )}
        </DraftField>
      ) : null}
      {draft.form === "quantiles" ? <QuantileFields {...props} mistakeAt={mistakeAt} /> : null}
      {mistakeAt("") ? <p className="field-mistake is-wide">{mistakeAt("")}</p> : null}
    </div>
  );
}

function levelRange(from: number, to: number, kind: LeafKind, currency: string): string {
  const quantity = kind === "money" ? ({ of: "money", currency } as const) : ({ of: "events" } as const);
  return `${quantityWords(from, quantity)} to ${quantityWords(to, quantity)}`;
}

function PertEnds({ draft, onChange }: Pick<EstimateFieldsProps, "draft" | "onChange">) {
  return (
    <DraftField title="The ends are">
      {(field) => (
        <select
          {...field}
          value={draft.ends}
          onChange={({ target }) => onChange({ ...draft, ends: target.value as EstimateDraft["ends"] })}
        >
          <option value="bounds">the least and the most</option>
          <option value="percentiles">1 in 20 below and above</option>
        </select>
      )}
    </DraftField>
  );
}

function QuantileFields(props: EstimateFieldsProps & { readonly mistakeAt: (field: string) => string | undefined }) {
  const { draft, mistakeAt, onChange } = props;
  const { quantiles } = draft;
  const type = (index: number, part: Partial<QuantileDraft>) =>
    onChange({ ...draft, quantiles: quantiles.with(index, { ...quantiles[index]!, ...part }) });
  const names = ["First", "Second", "Third"] as const;
  return (
    <>
      {quantiles.map((point, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: points have an order and no name of their own
        <div className="quantile-fields" key={index}>
          <DraftField
            title={`${names[index] ?? `Point ${index + 1}`}: lies below`}
            mistake={mistakeAt(`quantiles.${index}.p`)}
          >
            {(field) => (
              <input
                {...field}
                className="number-input"
                value={point.p}
                onChange={({ target }) => type(index, { p: target.value })}
              />
            )}
          </DraftField>
          <DraftField title="Value" mistake={mistakeAt(`quantiles.${index}.value`)}>
            {(field) => (
              <input
                {...field}
                className="number-input"
                value={point.value}
                onChange={({ target }) => type(index, { value: target.value })}
              />
            )}
          </DraftField>
        </div>
      ))}
      <p className="field-actions">
        {quantiles.length < 3 ? (
          <button
            type="button"
            className="text-button"
            onClick={() =>
              onChange({ ...draft, quantiles: [quantiles[0]!, { p: "50 %", value: "" }, ...quantiles.slice(1)] })
            }
          >
            A third one, between
          </button>
        ) : (
          <button
            type="button"
            className="text-button"
            onClick={() => onChange({ ...draft, quantiles: quantiles.toSpliced(1, 1) })}
          >
            Without the second
          </button>
        )}
      </p>
    </>
  );
}

import type { DistributionSample } from "../../../src/chart/series/distribution-sample.ts";
import { distributionRange } from "../../../src/chart/series/distribution-words.ts";
import type { Quantity } from "../../../src/chart/series/quantity-words.ts";
import type { poolingRules } from "../../../src/contract/pooling-rules.ts";
import { DraftField } from "../../shell/draft-field.tsx";
import { type ExpertDraft, emptyExpert } from "./estimate-draft.ts";
import { EstimateFields, type EstimateFieldsProps } from "./estimate-fields.tsx";

interface ExpertFieldsProps extends EstimateFieldsProps {
  readonly quantity: Quantity;
  /** What each of them said, drawn; in their order, undefined where one cannot be read. */
  readonly experts: readonly (DistributionSample | undefined)[];
}

const rules: Readonly<Record<(typeof poolingRules)[number], string>> = {
  linear: "Mixed: their disagreement stays as spread",
  quantiles: "Quantiles averaged: the typical width of one of them",
};

/** What several people said, one under the other, and the rule that makes them one. */
export function ExpertFields(props: ExpertFieldsProps) {
  const { draft, mistakes, onChange, quantity } = props;
  const change = (index: number, part: Partial<ExpertDraft>) =>
    onChange({ ...draft, experts: draft.experts.with(index, { ...draft.experts[index]!, ...part }) });
  const none = mistakes.find(({ field }) => field === "experts")?.what;
  return (
    <div className="expert-fields">
      <DraftField title="Pooled" hint={rules[draft.pool]}>
        {(field) => (
          <select
            {...field}
            value={draft.pool}
            onChange={({ target }) => onChange({ ...draft, pool: target.value as (typeof poolingRules)[number] })}
          >
            <option value="linear">linear: mixture</option>
            <option value="quantiles">quantiles: average</option>
          </select>
        )}
      </DraftField>
      {draft.experts.map((expert, index) => {
        const at = `experts.${index}.`;
        const own = mistakes
          .filter(({ field }) => field.startsWith(at))
          .map(({ field, what }) => ({ field: field.slice(at.length), what }));
        const mistakeAt = (name: string) => own.find(({ field }) => field === name)?.what;
        const sample = props.experts[index];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: experts have an order, and a name only while it is typed
          <fieldset className="expert" key={index}>
            <legend>
              {expert.by.trim() || `Expert ${index + 1}`}
              {sample ? <small>{distributionRange(sample, quantity)}</small> : null}
            </legend>
            <div className="estimate-fields">
              {(
                [
                  ["by", "Who"],
                  ["weight", "Weight"],
                  ["on", "On"],
                  ["source", "Source"],
                ] as const
              ).map(([name, title]) => (
                <DraftField
                  key={name}
                  title={title}
                  mistake={mistakeAt(name)}
                  hint={name === "weight" ? "1 unless given" : undefined}
                >
                  {(field) => (
                    <input
                      {...field}
                      type={name === "on" ? "date" : "text"}
                      value={expert[name]}
                      onChange={({ target }) => change(index, { [name]: target.value })}
                    />
                  )}
                </DraftField>
              ))}
            </div>
            <EstimateFields
              {...props}
              who="expert"
              draft={expert.estimate}
              sample={sample}
              mistakes={own
                .filter(({ field }) => field.startsWith("estimate."))
                .map(({ field, what }) => ({ field: field.slice("estimate.".length), what }))}
              onChange={(estimate) => change(index, { estimate })}
            />
            <p className="field-actions">
              <button
                type="button"
                className="text-button"
                onClick={() => onChange({ ...draft, experts: draft.experts.toSpliced(index, 1) })}
              >
                Leave out<span className="visually-hidden"> {expert.by.trim() || `expert ${index + 1}`}</span>
              </button>
            </p>
          </fieldset>
        );
      })}
      {none ? <p className="field-mistake">{none}</p> : null}
      <p className="field-actions">
        <button
          type="button"
          className="button"
          onClick={() => onChange({ ...draft, experts: [...draft.experts, emptyExpert] })}
        >
          Add what {draft.experts.length === 0 ? "somebody" : "somebody else"} says
        </button>
      </p>
    </div>
  );
}

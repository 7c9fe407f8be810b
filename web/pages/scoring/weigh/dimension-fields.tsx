import { useEffect, useRef } from "react";
import type { Weighting } from "../../../../src/contract/weigh-file.ts";
import { DraftField } from "../../../shell/draft-field.tsx";
import { versionOfPairs, weighsDimension } from "./kept-weights.ts";
import {
  type DimensionDraft,
  labelOf,
  type WeighSheet,
  withDimension,
  withNewDimension,
  withoutDimension,
} from "./weigh-draft.ts";

interface DimensionFieldsProps {
  readonly sheet: WeighSheet;
  /** Versions of the weights that are kept. */
  readonly kept: readonly Weighting[];
  readonly mistakes: ReadonlyMap<string, string>;
  readonly closed: string | null;
  readonly onChange: (sheet: WeighSheet, field?: string) => void;
}

/** What harm is weighed by: names, what the levels mean, and what counts as least and most. */
export function DimensionFields({ sheet, kept, mistakes, closed, onChange }: DimensionFieldsProps) {
  const list = useRef<HTMLUListElement>(null);
  const isAdding = useRef(false);
  useEffect(() => {
    if (!isAdding.current) return;
    isAdding.current = false;
    list.current?.querySelector<HTMLInputElement>("li:last-child input")?.focus();
  });
  const pairs = versionOfPairs(kept);
  return (
    <section className="block" aria-labelledby="dimensions-title">
      <header>
        <div>
          <h2 className="finding" id="dimensions-title">
            Dimensions
          </h2>
          <p className="measure">What kinds of harm there are, and what their levels mean</p>
        </div>
      </header>
      <ul className="dimension-fields" ref={list}>
        {sheet.dimensions.map((dimension) => (
          <DimensionEntry
            key={dimension.key}
            dimension={dimension}
            mistakes={mistakes}
            closed={closed}
            weighed={dimension.id === "" ? undefined : kept.find((one) => weighsDimension(one, dimension.id))?.version}
            onChange={(next, field) => onChange(withDimension(sheet, next), `dimension ${dimension.key} ${field}`)}
            onRemove={() => onChange(withoutDimension(sheet, dimension.key))}
          />
        ))}
      </ul>
      {closed === null ? (
        <p className="actions">
          <button
            type="button"
            className="button"
            disabled={pairs !== null || sheet.dimensions.length >= 50}
            onClick={() => {
              isAdding.current = true;
              onChange(withNewDimension(sheet));
            }}
          >
            Add a dimension
          </button>
          {pairs === null ? null : (
            <small className="hush">
              Version {pairs} compares all dimensions in pairs: another one would change its scores. Begin a new study.
            </small>
          )}
        </p>
      ) : null}
    </section>
  );
}

interface DimensionEntryProps {
  readonly dimension: DimensionDraft;
  readonly mistakes: ReadonlyMap<string, string>;
  readonly closed: string | null;
  /** A kept version that gives it weight. */
  readonly weighed: string | undefined;
  readonly onChange: (dimension: DimensionDraft, field: string) => void;
  readonly onRemove: () => void;
}

function DimensionEntry({ dimension, mistakes, closed, weighed, onChange, onRemove }: DimensionEntryProps) {
  const { key, id } = dimension;
  const mistakeOf = (field: "name" | "anchors") => mistakes.get(`dimension.${key}.${field}`);
  const isWrong = mistakeOf("name") !== undefined || mistakeOf("anchors") !== undefined;
  return (
    <li>
      <details open={id === "" || isWrong || undefined}>
        <summary>{labelOf(dimension) || "A new dimension"}</summary>
        <DraftField title="Name" mistake={mistakeOf("name")}>
          {(props) => (
            <input
              {...props}
              maxLength={200}
              value={dimension.name}
              placeholder={id}
              disabled={closed !== null}
              onChange={({ target }) => onChange({ ...dimension, name: target.value }, "name")}
            />
          )}
        </DraftField>
        <DraftField title="What the levels mean">
          {(props) => (
            <textarea
              {...props}
              rows={2}
              maxLength={4000}
              value={dimension.criterion}
              disabled={closed !== null}
              onChange={({ target }) => onChange({ ...dimension, criterion: target.value }, "criterion")}
            />
          )}
        </DraftField>
        <DraftField
          title="Anchors"
          hint="Raw score and its value from 0 to 1, such as 1: 0, 10: 0.5, 25: 1. Empty: a straight line from the least to the most"
          mistake={mistakeOf("anchors")}
        >
          {(props) => (
            <input
              {...props}
              maxLength={400}
              value={dimension.anchors}
              disabled={closed !== null}
              onChange={({ target }) => onChange({ ...dimension, anchors: target.value }, "anchors")}
            />
          )}
        </DraftField>
        {closed === null ? (
          weighed === undefined ? (
            <button type="button" className="text-button" onClick={onRemove}>
              Remove<span className="visually-hidden"> {labelOf(dimension) || "the new dimension"}</span>
            </button>
          ) : (
            <small className="hush">Version {weighed} weighs it. To leave it out, give it 0 in a new version.</small>
          )
        ) : null}
      </details>
    </li>
  );
}

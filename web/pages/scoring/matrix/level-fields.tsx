import { useState } from "react";
import { sentenceCase } from "../../../../src/chart/series/matrix-words.ts";
import { impactKinds } from "../../../../src/contract/impact-kinds.ts";
import { DraftField } from "../../../shell/draft-field.tsx";
import { withLevel, withLevelAbove, withoutLevel, withTop } from "./change-draft.ts";
import { type Axis, type LevelDraft, type MatrixDraft, sizes } from "./matrix-draft.ts";

interface LevelFieldsProps {
  readonly draft: MatrixDraft;
  readonly axis: Axis;
  readonly currency: string;
  readonly mistakes: ReadonlyMap<string, string>;
  readonly closed: string | null;
  readonly onChange: (draft: MatrixDraft, field?: string) => void;
}

const longest = { name: 200, criterion: 4000 };

/** The levels of an axis, highest first as they stand in the matrix: names, bounds, and when to choose each. */
export function LevelFields({ draft, axis, currency, mistakes, closed, onChange }: LevelFieldsProps) {
  const { levels, top } = draft[axis];
  const [kind, setKind] = useState<string>(axis === "likelihood" ? "criterion" : "money");
  const [least, most] = [sizes.levels.least, sizes.levels.most];
  const unit = axis === "likelihood" ? "Loss events a year" : `Loss of one event, ${currency}`;
  return (
    <section className="block level-fields" aria-labelledby={`${axis}-levels`}>
      <header>
        <div>
          <h2 className="finding" id={`${axis}-levels`}>
            {axis === "likelihood" ? "Levels of likelihood" : "Levels of impact"}
          </h2>
          <p className="measure">{unit}; a level reaches to where the next one starts</p>
        </div>
        {axis === "impact" ? <KindChoice kind={kind} onChoose={setKind} /> : null}
      </header>
      <ol className="levels">
        <li className="level-top">
          <DraftField title="Top" mistake={mistakes.get(`${axis}.top`)} className="bound-field">
            {(field) => (
              <input
                {...field}
                className="number-input"
                inputMode="decimal"
                value={top}
                maxLength={40}
                disabled={closed !== null}
                onChange={({ target }) => onChange(withTop(draft, axis, target.value), `${axis} top`)}
              />
            )}
          </DraftField>
        </li>
        {levels
          .map((level, index) => (
            <LevelRow
              key={level.key}
              level={level}
              number={index + 1}
              axis={axis}
              kind={kind}
              mistakes={mistakes}
              closed={closed}
              onLevel={(changed, field) => onChange(withLevel(draft, axis, changed), `${axis} ${level.key} ${field}`)}
              onAdd={levels.length < most ? () => onChange(withLevelAbove(draft, axis, index)) : null}
              onRemove={levels.length > least ? () => onChange(withoutLevel(draft, axis, index)) : null}
            />
          ))
          .toReversed()}
      </ol>
      {closed === null && (levels.length === least || levels.length === most) ? (
        <p className="measure">
          {levels.length === least
            ? `An axis has at least ${least} levels: none of these can be removed.`
            : `An axis has at most ${most} levels: none can be added.`}
        </p>
      ) : null}
    </section>
  );
}

function KindChoice({ kind, onChoose }: { readonly kind: string; readonly onChoose: (kind: string) => void }) {
  return (
    <fieldset className="choices">
      <legend className="visually-hidden">Criteria of which kind of harm</legend>
      {impactKinds.map((each) => (
        <button key={each} type="button" aria-pressed={each === kind} onClick={() => onChoose(each)}>
          {sentenceCase(each)}
        </button>
      ))}
    </fieldset>
  );
}

interface LevelRowProps {
  readonly level: LevelDraft;
  readonly number: number;
  readonly axis: Axis;
  readonly kind: string;
  readonly mistakes: ReadonlyMap<string, string>;
  readonly closed: string | null;
  readonly onLevel: (level: LevelDraft, field: string) => void;
  readonly onAdd: (() => void) | null;
  readonly onRemove: (() => void) | null;
}

function LevelRow({ level, number, axis, kind, mistakes, closed, onLevel, onAdd, onRemove }: LevelRowProps) {
  const name = level.name.trim() || `level ${number}`;
  const isLowest = number === 1;
  return (
    <li className="level-row">
      <fieldset disabled={closed !== null}>
        <legend className="visually-hidden">
          {sentenceCase(axis)} {number}
        </legend>
        <span className="level-number" aria-hidden="true">
          {number}
        </span>
        <DraftField title="Name" mistake={mistakes.get(`${axis}.${level.key}.name`)}>
          {(field) => (
            <input
              {...field}
              value={level.name}
              maxLength={longest.name}
              onChange={({ target }) => onLevel({ ...level, name: target.value }, "name")}
            />
          )}
        </DraftField>
        {isLowest ? (
          <div className="text-field bound-field">
            <span className="field-title">From</span>
            <span className="bound-fixed">0</span>
          </div>
        ) : (
          <DraftField title="From" mistake={mistakes.get(`${axis}.${level.key}.from`)} className="bound-field">
            {(field) => (
              <input
                {...field}
                className="number-input"
                inputMode="decimal"
                value={level.from}
                maxLength={40}
                onChange={({ target }) => onLevel({ ...level, from: target.value }, "from")}
              />
            )}
          </DraftField>
        )}
        <DraftField
          title={axis === "likelihood" ? "Chosen when" : `Chosen when, for ${kind}`}
          className="criterion-field"
        >
          {(field) => (
            <textarea
              {...field}
              rows={2}
              value={level.criteria[kind] ?? ""}
              maxLength={longest.criterion}
              onChange={({ target }) =>
                onLevel({ ...level, criteria: { ...level.criteria, [kind]: target.value } }, kind)
              }
            />
          )}
        </DraftField>
        {closed === null ? (
          <span className="level-actions">
            <button type="button" className="text-button" disabled={onAdd === null} onClick={() => onAdd?.()}>
              Add above<span className="visually-hidden"> {name}</span>
            </button>
            <button type="button" className="text-button" disabled={onRemove === null} onClick={() => onRemove?.()}>
              Remove<span className="visually-hidden"> {name}</span>
            </button>
          </span>
        ) : null}
      </fieldset>
    </li>
  );
}

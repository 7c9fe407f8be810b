import { DraftField } from "../../../shell/draft-field.tsx";
import { AnchorFields } from "./anchor-fields.tsx";
import { HowOptions } from "./factor-row.tsx";
import type { FactorPlace } from "./factor-tree.ts";
import { type FactorDraft, type FactorHow, hasParts } from "./factors-draft.ts";

interface FactorFieldsProps {
  readonly place: FactorPlace;
  readonly mistakes: ReadonlyMap<string, string>;
  readonly closed: string | null;
  /** Changes of the same field, one after another, are taken back as one. */
  readonly onChange: (factor: FactorDraft, field: string) => void;
}

type TextField = "id" | "weight" | "level" | "levels" | "value" | "low" | "high" | "unit" | "count";

/** Everything that a file says of one factor, as fields. */
export function FactorFields({ place, mistakes, closed, onChange }: FactorFieldsProps) {
  const { factor, parent } = place;
  const { how, key } = factor;
  const disabled = closed !== null;
  const input = (field: TextField, title: string, options: { hint?: string; at?: string } = {}) => (
    <DraftField title={title} hint={options.hint} mistake={mistakes.get(`${key}.${options.at ?? field}`)}>
      {(props) => (
        <input
          {...props}
          value={factor[field]}
          maxLength={200}
          disabled={disabled}
          onChange={({ target }) => onChange({ ...factor, [field]: target.value }, field)}
        />
      )}
    </DraftField>
  );
  const long = (field: "source" | "criterion", title: string) => (
    <DraftField title={title} className="is-wide">
      {(props) => (
        <textarea
          {...props}
          rows={2}
          maxLength={4000}
          value={factor[field]}
          disabled={disabled}
          onChange={({ target }) => onChange({ ...factor, [field]: target.value }, field)}
        />
      )}
    </DraftField>
  );
  return (
    <div className="factor-fields">
      <DraftField title="Name of the factor" className="is-wide" mistake={mistakes.get(`${key}.name`)}>
        {(props) => (
          <input
            {...props}
            value={factor.name === "" ? factor.id : factor.name}
            maxLength={200}
            disabled={disabled}
            onChange={({ target }) => onChange({ ...factor, name: target.value }, "name")}
          />
        )}
      </DraftField>
      <DraftField title="Read from">
        {(props) => (
          <select
            {...props}
            value={how}
            disabled={disabled}
            onChange={({ target }) => onChange({ ...factor, how: target.value as FactorHow }, "")}
          >
            <HowOptions />
          </select>
        )}
      </DraftField>
      {parent?.how === "weighted" ? input("weight", "Weight", { hint: "Beside its siblings; 1 unless given" }) : null}
      {how === "judged" ? (
        <>
          {input("level", "Level", { at: "reading" })}
          {input("levels", "Of how many levels")}
        </>
      ) : null}
      {how === "measured" ? (
        <>
          {input("value", "Measured value", { at: "reading" })}
          {input("unit", "Unit")}
          {input("low", "At least", { hint: "Empty for no range" })}
          {input("high", "At most")}
        </>
      ) : null}
      {how === "counted" ? input("count", "Counted", { at: "reading", hint: "How many of how many: 31/4200" }) : null}
      {how === "measured" || how === "counted" ? (
        <DraftField title="What raises the factor">
          {(props) => (
            <select
              {...props}
              value={factor.raises}
              disabled={disabled}
              onChange={({ target }) => onChange({ ...factor, raises: target.value as FactorDraft["raises"] }, "")}
            >
              <option value="higher">more of it</option>
              <option value="lower">less of it</option>
            </select>
          )}
        </DraftField>
      ) : null}
      {how === "judged" ? long("criterion", "Criterion of the levels") : null}
      {how === "measured" || how === "counted" ? (
        <AnchorFields factor={factor} mistakes={mistakes} closed={closed} onChange={onChange} />
      ) : null}
      {input("id", "Id in the file", { hint: "Proposed by the name" })}
      {long("source", hasParts(factor) ? "Where its make-up comes from" : "Where it comes from")}
    </div>
  );
}

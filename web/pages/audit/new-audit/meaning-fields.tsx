import type { ReceivedDecisions } from "../../../../src/contract/kept-audit.ts";
import { DraftField } from "../../../shell/draft-field.tsx";
import { type AuditDraft, columnWith } from "./audit-draft.ts";
import type { AuditMistakes } from "./audit-mistakes.ts";

export interface AuditFieldsProps {
  readonly received: ReceivedDecisions;
  readonly draft: AuditDraft;
  readonly mistakes: AuditMistakes;
  readonly onChange: (part: Partial<AuditDraft>) => void;
}

/** What the values of the chosen columns mean. */
export function MeaningFields({ received, draft, mistakes, onChange }: AuditFieldsProps) {
  const label = columnWith(draft, "label");
  const decision = columnWith(draft, "decision");
  const score = columnWith(draft, "score");
  return (
    <div className="audit-fields">
      {decision === undefined ? null : (
        <ClassField
          title={`Favourable value of ${decision}`}
          hint="The decision a person would want"
          mistake={mistakes.favourableDecision}
          values={valuesOf(received, decision)}
          value={draft.favourableDecision}
          onChange={(favourableDecision) => onChange({ favourableDecision })}
        />
      )}
      {decision !== undefined && (draft.stages !== "" || valuesOf(received, decision).length > 2) ? (
        <DraftField
          title="Or stages in order"
          hint="Such as applied, interviewed, offered: the furthest one reached, the last is favourable"
          mistake={mistakes.stages}
        >
          {(field) => (
            <input
              {...field}
              value={draft.stages}
              spellCheck={false}
              onChange={(event) => onChange({ stages: event.target.value })}
            />
          )}
        </DraftField>
      ) : null}
      {label === undefined || draft.task === "regression" ? null : (
        <ClassField
          title={`Positive value of ${label}`}
          hint="What the decision should have found"
          mistake={mistakes.positiveLabel}
          values={valuesOf(received, label)}
          value={draft.positiveLabel}
          onChange={(positiveLabel) => onChange({ positiveLabel })}
        />
      )}
      {score !== undefined && decision === undefined ? (
        <DraftField
          title={`Selected from this ${score} on`}
          hint="No column says what was decided; without a threshold there are no selection rates"
          mistake={mistakes.threshold}
        >
          {(field) => (
            <input
              {...field}
              inputMode="decimal"
              value={draft.threshold}
              onChange={(event) => onChange({ threshold: event.target.value })}
            />
          )}
        </DraftField>
      ) : null}
      {columnWith(draft, "time") === undefined ? null : (
        <DraftField title="Time is counted by">
          {(field) => (
            <select
              {...field}
              value={draft.every}
              onChange={(event) => onChange({ every: event.target.value as AuditDraft["every"] })}
            >
              <option value="year">year</option>
              <option value="month">month</option>
              <option value="day">day</option>
            </select>
          )}
        </DraftField>
      )}
      <DraftField
        title="Texts that mean a missing value"
        hint="Parted by commas, such as ?, n/a"
        mistake={mistakes.missing}
      >
        {(field) => (
          <input
            {...field}
            value={draft.missing}
            spellCheck={false}
            onChange={(event) => onChange({ missing: event.target.value })}
          />
        )}
      </DraftField>
    </div>
  );
}

function ClassField(props: {
  title: string;
  hint: string;
  mistake: string | undefined;
  values: readonly string[];
  value: string;
  onChange: (value: string) => void;
}) {
  const { title, hint, mistake, values, value, onChange } = props;
  const isPlain = values.length > 0 && values.every((each) => /^(0|1|true|false)$/i.test(each));
  return (
    <DraftField title={title} hint={hint} mistake={mistake}>
      {(field) => (
        <select {...field} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{isPlain ? "1 or true" : "choose"}</option>
          {values.includes(value) || value === "" ? null : <option value={value}>{value}</option>}
          {values.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      )}
    </DraftField>
  );
}

export function valuesOf({ columns }: ReceivedDecisions, name: string): string[] {
  return columns.find((column) => column.name === name)?.values.map(({ value }) => value) ?? [];
}

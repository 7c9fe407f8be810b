import type { AuditProfileName } from "../../../../src/contract/audit-request.ts";
import { DraftField } from "../../../shell/draft-field.tsx";
import { type AuditDraft, columnsWith } from "./audit-draft.ts";
import { type AuditFieldsProps, valuesOf } from "./meaning-fields.tsx";

const comparisons: readonly (readonly [AuditDraft["comparison"], string])[] = [
  ["between-groups", "between the groups furthest apart"],
  ["to-reference", "with the reference group"],
  ["to-overall", "with everybody together"],
];
const references: readonly (readonly [AuditDraft["reference"], string])[] = [
  ["largest", "the largest"],
  ["best-rate", "the one selected most often"],
  ["named", "one that is named"],
];
const adjustments: readonly (readonly [AuditDraft["adjustment"], string])[] = [
  ["holm", "Holm: none wrong by chance"],
  ["benjamini-hochberg", "Benjamini–Hochberg: few wrong among found"],
  ["benjamini-yekutieli", "Benjamini–Yekutieli: the same, whatever depends on what"],
  ["hierarchical", "hierarchical: attributes first, then intersections"],
];
// The list itself stands beside schemas, which no page loads.
const profileWords: Readonly<Record<AuditProfileName, string>> = {
  "four-fifths": "EEOC four-fifths, 29 CFR 1607.4(D)",
  ll144: "NYC Local Law 144, no threshold",
  lending: "fair lending, against a control group",
  art10: "EU AI Act Article 10, what the data are",
};
const profiles: readonly (readonly [AuditDraft["profile"], string])[] = [
  ["", "none"],
  ...(Object.entries(profileWords) as [AuditProfileName, string][]),
];
const tasks: readonly (readonly [AuditDraft["task"], string])[] = [
  ["classification", "one class is the favourable one"],
  ["multiclass", "several classes, each against the rest"],
  ["regression", "a number"],
];

/** How is measured: what a person may leave as it is. */
export function SettingsFields({ received, draft, mistakes, onChange }: AuditFieldsProps) {
  return (
    <div className="audit-fields">
      <Choice
        title="What is decided"
        of={tasks}
        value={draft.task}
        mistake={mistakes.task}
        onChange={(task) => onChange({ task })}
      />
      <DraftField title="Confidence of intervals, %" mistake={mistakes.level}>
        {(field) => (
          <input
            {...field}
            inputMode="decimal"
            value={draft.level}
            onChange={(event) => onChange({ level: event.target.value })}
          />
        )}
      </DraftField>
      <Choice
        title="Gaps are measured"
        of={comparisons}
        value={draft.comparison}
        mistake={mistakes.comparison}
        onChange={(comparison) => onChange({ comparison })}
      />
      <Choice
        title="Reference group"
        of={references}
        value={draft.reference}
        mistake={mistakes.reference}
        onChange={(reference) => onChange({ reference })}
      />
      {draft.reference === "named"
        ? columnsWith(draft, "protected").map((name) => (
            <DraftField key={name} title={`Reference: ${name}`}>
              {(field) => (
                <select
                  {...field}
                  value={draft.referenceGroup[name] ?? ""}
                  onChange={(event) =>
                    onChange({ referenceGroup: { ...draft.referenceGroup, [name]: event.target.value } })
                  }
                >
                  <option value="">any</option>
                  {valuesOf(received, name).map((value) => (
                    <option key={value} value={value}>
                      {value}
                    </option>
                  ))}
                </select>
              )}
            </DraftField>
          ))
        : null}
      <DraftField
        title="Fewest rows of a group"
        hint="Smaller groups are listed and take no part"
        mistake={mistakes.minimumSupport}
      >
        {(field) => (
          <input
            {...field}
            inputMode="numeric"
            value={draft.minimumSupport}
            onChange={(event) => onChange({ minimumSupport: event.target.value })}
          />
        )}
      </DraftField>
      <Choice
        title="Many tests at once"
        of={adjustments}
        value={draft.adjustment}
        mistake={mistakes.adjustment}
        onChange={(adjustment) => onChange({ adjustment })}
      />
      <Choice
        title="Tables of a law"
        of={profiles}
        value={draft.profile}
        mistake={mistakes.profile}
        onChange={(profile) => onChange({ profile })}
      />
      <DraftField
        title="Decisions first looked at on"
        hint="Limits approved on that day or later are marked"
        mistake={mistakes.dataSeenOn}
      >
        {(field) => (
          <input
            {...field}
            type="date"
            value={draft.dataSeenOn}
            onChange={(event) => onChange({ dataSeenOn: event.target.value })}
          />
        )}
      </DraftField>
      <DraftField title="Seed of tests" hint="The same seed gives the same audit" mistake={mistakes.seed}>
        {(field) => (
          <input
            {...field}
            inputMode="numeric"
            value={draft.seed}
            onChange={(event) => onChange({ seed: event.target.value })}
          />
        )}
      </DraftField>
      <DraftField title="Shufflings of a test" mistake={mistakes.replicates}>
        {(field) => (
          <input
            {...field}
            inputMode="numeric"
            value={draft.replicates}
            onChange={(event) => onChange({ replicates: event.target.value })}
          />
        )}
      </DraftField>
    </div>
  );
}

function Choice<Value extends string>(props: {
  title: string;
  of: readonly (readonly [Value, string])[];
  value: Value;
  mistake: string | undefined;
  onChange: (value: Value) => void;
}) {
  const { title, of, value, mistake, onChange } = props;
  return (
    <DraftField title={title} mistake={mistake}>
      {(field) => (
        <select {...field} value={value} onChange={(event) => onChange(event.target.value as Value)}>
          {of.map(([each, words]) => (
            <option key={each} value={each}>
              {words}
            </option>
          ))}
        </select>
      )}
    </DraftField>
  );
}

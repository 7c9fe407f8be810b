import type { Workspace } from "../../../src/contract/detail.ts";
import { DraftField } from "../../shell/draft-field.tsx";
import type { EstimateDraft, LeafKind, TextField } from "./estimate-draft.ts";
import type { EstimateMistake } from "./read-estimate.ts";

interface CutFieldsProps {
  readonly draft: EstimateDraft;
  readonly kind: LeafKind;
  readonly workspace: Workspace;
  readonly mistakes: readonly EstimateMistake[];
  readonly onChange: (draft: EstimateDraft) => void;
}

interface CutField {
  readonly field: TextField;
  readonly title: string;
  readonly hint?: string;
}

const truncation: readonly CutField[] = [
  { field: "truncateFrom", title: "Not below", hint: "what lies below is drawn anew" },
  { field: "truncateTo", title: "Not above", hint: "what lies above is drawn anew" },
];
const money: readonly CutField[] = [
  { field: "cap", title: "Capped at", hint: "what lies above counts as this" },
  { field: "capShare", title: "or at a share of turnover", hint: "the greater of both holds" },
  { field: "deductible", title: "Insurance: deductible", hint: "borne of each loss first" },
  { field: "limit", title: "Insurance: limit", hint: "the most it pays of one loss" },
  { field: "currency", title: "In another currency", hint: "converted at the file’s rate" },
];
const other: readonly CutField[] = [{ field: "cap", title: "Capped at", hint: "what lies above counts as this" }];

const provenance: readonly CutField[] = [
  { field: "source", title: "Source", hint: "a log, a study, a contract" },
  { field: "by", title: "Said by" },
  { field: "on", title: "On" },
];

/** What is cut off an estimate, and where the estimate comes from; folded away until it is wanted, unless it is given. */
export function CutFields(props: CutFieldsProps) {
  const cuts = [...truncation, ...(props.kind === "money" ? money : other)];
  return (
    <div className="cut-fields">
      <Folded {...props} title="Cap, truncation, insurance" fields={props.kind === "money" ? cuts : cuts} />
      <Folded {...props} title="Where it comes from" fields={provenance} />
    </div>
  );
}

function Folded({
  draft,
  mistakes,
  workspace,
  onChange,
  title,
  fields,
}: CutFieldsProps & { title: string; fields: readonly CutField[] }) {
  const given = fields.filter(({ field }) => (draft.text[field] ?? "").trim() !== "");
  const wrong = fields.some(({ field }) => mistakes.some((mistake) => mistake.field === field));
  return (
    <details open={wrong || undefined}>
      <summary>
        {title}
        <small>
          {given.length === 0 ? "none given" : given.map((each) => words(each, draft, workspace)).join(" · ")}
        </small>
      </summary>
      <div className="estimate-fields">
        {fields.map(({ field: name, title, hint }) => (
          <DraftField key={name} title={title} hint={hint} mistake={mistakes.find(({ field }) => field === name)?.what}>
            {(field) => (
              <input
                {...field}
                type={name === "on" ? "date" : "text"}
                autoComplete="off"
                list={name === "by" ? "people-of-register" : undefined}
                value={draft.text[name] ?? ""}
                onChange={({ target }) => onChange({ ...draft, text: { ...draft.text, [name]: target.value } })}
              />
            )}
          </DraftField>
        ))}
      </div>
    </details>
  );
}

function words({ field, title }: CutField, draft: EstimateDraft, workspace: Workspace): string {
  const text = draft.text[field]?.trim() ?? "";
  if (field === "by") return workspace.people.find(({ id }) => id === text)?.name ?? text;
  return field === "source" || field === "on" ? text : `${title.toLowerCase()} ${text}`;
}

import { useQuery } from "@tanstack/react-query";
import type { Workspace } from "../../../../src/contract/detail.ts";
import { systemQuery } from "../../../data/queries.ts";
import { DraftField } from "../../../shell/draft-field.tsx";
import type { AuditDraft } from "./audit-draft.ts";
import type { AuditMistakes } from "./audit-mistakes.ts";

interface KeepFieldsProps {
  readonly workspace: Workspace;
  readonly draft: AuditDraft;
  readonly mistakes: AuditMistakes;
  readonly onChange: (part: Partial<AuditDraft>) => void;
}

/** Under which name an audit is kept, whose decisions they are, and which risk it bears on. */
export function KeepFields({ workspace, draft, mistakes, onChange }: KeepFieldsProps) {
  const { data: system } = useQuery({ ...systemQuery(draft.system, undefined), enabled: draft.system !== "" });
  return (
    <div className="audit-fields">
      <DraftField title="System" hint="Its own limits on disparities are applied" mistake={mistakes.system}>
        {(field) => (
          <select
            {...field}
            value={draft.system}
            onChange={(event) => onChange({ system: event.target.value, risk: "" })}
          >
            <option value="">none</option>
            {workspace.systems.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </DraftField>
      <DraftField
        title="Risk it bears on"
        hint="The money of that risk is shown beside the audit"
        mistake={mistakes.risk}
      >
        {(field) => (
          <select
            {...field}
            disabled={draft.system === ""}
            value={draft.risk}
            onChange={(event) => onChange({ risk: event.target.value })}
          >
            <option value="">{draft.system === "" ? "choose a system first" : "none"}</option>
            {draft.system === ""
              ? null
              : system?.risks.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
          </select>
        )}
      </DraftField>
      <DraftField title="Name" hint="Of the kept audit" mistake={mistakes.name}>
        {(field) => (
          <input
            {...field}
            maxLength={200}
            value={draft.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </DraftField>
    </div>
  );
}

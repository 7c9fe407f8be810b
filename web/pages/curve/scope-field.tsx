import { useId } from "react";
import type { Workspace } from "../../../src/contract/detail.ts";

interface ScopeFieldProps {
  readonly workspace: Workspace;
  readonly scope: string;
  readonly onChange: (scope: string | undefined) => void;
}

/** Whose loss a page is about: the whole portfolio, a system, or a category. */
export function ScopeField(props: ScopeFieldProps) {
  const { workspace, scope, onChange } = props;
  const field = useId();
  const isRisk = scope.startsWith("risk:");
  return (
    <div className="scope-field">
      <label htmlFor={field}>Whose loss</label>
      <select
        id={field}
        value={scope}
        onChange={({ target }) => onChange(target.value === "portfolio" ? undefined : target.value)}
      >
        <option value="portfolio">The whole portfolio</option>
        {isRisk ? <option value={scope}>Risk {scope.slice("risk:".length)}</option> : null}
        <optgroup label="A system">
          {workspace.systems.map(({ id, name }) => (
            <option key={id} value={`system:${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label="A category">
          {workspace.categories.map(({ id, name }) => (
            <option key={id} value={`category:${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
      </select>
    </div>
  );
}

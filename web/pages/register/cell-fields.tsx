import { type KeyboardEvent, useRef, useState } from "react";
import type { RiskFigures } from "../../../src/contract/heat-map.ts";

interface FieldProps {
  readonly risk: RiskFigures;
  readonly onEdited: (risk: RiskFigures, field: "name" | "owner", value: string) => void;
  /** The editor is closed and nothing is asked for. */
  readonly onLeft: () => void;
}

/** Edits a name in its cell: Enter or leaving it saves, Esc gives up. */
export function NameField({ risk, onEdited, onLeft }: FieldProps) {
  const [name, setName] = useState(risk.name);
  const isGivenUp = useRef(false);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.key === "Escape") {
      isGivenUp.current = true;
      onLeft();
    } else if (event.key === "Enter") {
      event.preventDefault();
      event.currentTarget.blur();
    }
  };
  return (
    <input
      className="cell-field"
      aria-label={`Name of ${risk.name}`}
      // biome-ignore lint/a11y/noAutofocus: the cell was asked to become this field
      autoFocus
      value={name}
      maxLength={60}
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => setName(target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        if (isGivenUp.current) return;
        const next = name.trim();
        if (next === "" || next === risk.name) onLeft();
        else onEdited(risk, "name", next);
      }}
    />
  );
}

/** Chooses an owner in the cell: a choice saves, Esc gives up. */
export function OwnerField({
  risk,
  people,
  onEdited,
  onLeft,
}: FieldProps & { readonly people: readonly { readonly id: string; readonly name: string }[] }) {
  const [owner, setOwner] = useState(risk.owner);
  const isDone = useRef(false);
  const finish = () => {
    if (isDone.current) return;
    isDone.current = true;
    if (owner === risk.owner) onLeft();
    else onEdited(risk, "owner", owner);
  };
  return (
    <select
      className="cell-field"
      aria-label={`Owner of ${risk.name}`}
      // biome-ignore lint/a11y/noAutofocus: the cell was asked to become this field
      autoFocus
      value={owner}
      onChange={({ target }) => setOwner(target.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") {
          isDone.current = true;
          onLeft();
        } else if (event.key === "Enter") {
          event.preventDefault();
          finish();
        }
      }}
      onBlur={finish}
    >
      {people.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

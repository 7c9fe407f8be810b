import type { Workspace } from "../../../src/contract/detail.ts";
import { DraftField } from "../../shell/draft-field.tsx";

interface LevelSelectProps {
  readonly axis: "likelihood" | "impact";
  readonly title: string;
  readonly scale: Workspace["scale"];
  readonly value: number | null;
  readonly hint?: string | undefined;
  readonly mistake?: string | undefined;
  readonly onChange: (level: number | null) => void;
}

/** A level of one axis, chosen by its number and word. */
export function LevelSelect({ axis, title, scale, value, hint, mistake, onChange }: LevelSelectProps) {
  return (
    <DraftField title={title} hint={hint} mistake={mistake}>
      {(field) => (
        <select
          {...field}
          value={value ?? ""}
          onChange={({ target }) => onChange(target.value === "" ? null : Number(target.value))}
        >
          <option value="">choose</option>
          {scale[axis].map(({ name }, index) => (
            <option key={name} value={index + 1}>
              {index + 1} {name}
            </option>
          ))}
        </select>
      )}
    </DraftField>
  );
}

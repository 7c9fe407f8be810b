import { useId } from "react";

interface LevelFieldProps {
  readonly legend: string;
  readonly levels: readonly { readonly name: string; readonly range: string; readonly criterion: string | null }[];
  readonly value: number | null;
  readonly onChange: (level: number) => void;
}

/** One level of an ordered scale, chosen by the words that say when it holds; the highest stands first, as on the map. */
export function LevelField({ legend, levels, value, onChange }: LevelFieldProps) {
  const group = useId();
  return (
    <fieldset className="level-field">
      <legend>{legend}</legend>
      {levels
        .map((level, index) => ({ ...level, level: index + 1 }))
        .toReversed()
        .map(({ level, name, range, criterion }) => (
          <label key={level} className="level">
            <input type="radio" name={group} value={level} checked={value === level} onChange={() => onChange(level)} />
            <b>
              {level} {name}
            </b>
            <span className="hush">{range}</span>
            {criterion ? <small>{criterion}</small> : null}
          </label>
        ))}
    </fieldset>
  );
}

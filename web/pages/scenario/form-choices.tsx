import { type LossForm, lossForms } from "../../../src/engine/quantification/loss-forms.ts";
import { formNames } from "./scenario-tree.ts";

interface FormChoicesProps {
  readonly title: string;
  readonly chosen: readonly LossForm[];
  readonly mistake: string | undefined;
  readonly readingOnly: boolean;
  readonly onChange: (forms: LossForm[]) => void;
}

/** Which of the six forms of loss there are. */
export function FormChoices({ title, chosen, mistake, readingOnly, onChange }: FormChoicesProps) {
  return (
    <fieldset className="form-choices tree-below" disabled={readingOnly}>
      <legend className="visually-hidden">{title}</legend>
      {lossForms.map((form) => (
        <label key={form} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(form)}
            onChange={({ target }) =>
              onChange(lossForms.filter((each) => (each === form ? target.checked : chosen.includes(each))))
            }
          />
          {formNames[form]}
        </label>
      ))}
      {mistake ? <p className="field-mistake">{mistake}</p> : null}
    </fieldset>
  );
}

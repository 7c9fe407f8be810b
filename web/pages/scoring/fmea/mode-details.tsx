import { formatQuantity } from "../../../../src/chart/series/format-number.ts";
import type { FmeaReport } from "../../../../src/contract/fmea-report.ts";
import { DraftField } from "../../../shell/draft-field.tsx";
import { RiskField } from "../risk-field.tsx";
import { type FailureField, failureFields, type ModeDraft } from "./fmea-draft.ts";

const texts = [
  ["function", "What the part is to do"],
  ["failure", "How it fails to"],
  ["effect", "What that does to people and to the organisation"],
  ["cause", "Why"],
  ["prevention", "What keeps the cause from arising"],
  ["detector", "What notices it before it does harm"],
] as const;

const failureTitles: Readonly<Record<FailureField, string>> = {
  perYear: "Failures a year, of any mode",
  modeShare: "Share that are of this mode",
  effectProbability: "Probability of its effect",
  years: "Years",
};

interface ModeDetailsProps {
  readonly mode: ModeDraft;
  /** Id of the system whose risks are offered; empty for those of all. */
  readonly system: string;
  readonly figures: FmeaReport["modes"][number] | undefined;
  readonly mistakes: ReadonlyMap<string, string>;
  readonly closed: string | null;
  readonly onChange: (mode: ModeDraft, field: string) => void;
  readonly onDelete: () => void;
}

type Task = NonNullable<ModeDraft["rest"]["actions"]>[number];

/** The failure mode that the sheet stands on, in words: function, effect, cause, what prevents and notices it, actions. */
export function ModeDetails(props: ModeDetailsProps) {
  const { mode, system, figures, mistakes, closed, onChange, onDelete } = props;
  const { rest } = mode;
  const actions = rest.actions ?? [];
  const changeActions = (next: readonly Task[], field: string) => {
    const { actions: _, ...others } = rest;
    onChange({ ...mode, rest: { ...others, ...(next.length > 0 && { actions: [...next] }) } }, field);
  };
  const changeTask = (at: number, field: "task" | "owner" | "due" | "done", value: string) => {
    const next = actions.map((each, place) => {
      if (place !== at) return each;
      const { [field]: _, ...others } = each;
      return (value === "" && field !== "task" ? others : { ...others, [field]: value }) as Task;
    });
    changeActions(next, `action ${at} ${field}`);
  };
  return (
    <section className="block mode-details" aria-labelledby="mode-details">
      <header>
        <div>
          <h2 className="finding" id="mode-details">
            {mode.id || "A new failure mode"}
          </h2>
          <p className="measure">In words, for whoever asks why it is rated so</p>
        </div>
      </header>
      <div className="mode-texts">
        {texts.map(([field, title]) => (
          <DraftField key={field} title={title}>
            {(props) => (
              <textarea
                {...props}
                rows={2}
                maxLength={4000}
                value={rest[field] ?? ""}
                disabled={closed !== null}
                onChange={({ target }) => {
                  const { [field]: _, ...others } = rest;
                  onChange(
                    { ...mode, rest: target.value === "" ? others : { ...others, [field]: target.value } },
                    field,
                  );
                }}
              />
            )}
          </DraftField>
        ))}
      </div>
      <RiskField
        title="Risk of the register that it belongs to"
        value={rest.risk ?? ""}
        system={system}
        closed={closed}
        onChoose={(risk) => {
          const { risk: _, ...others } = rest;
          onChange({ ...mode, rest: risk === "" ? others : { ...others, risk } }, "");
        }}
      />
      <fieldset className="mode-failures">
        <legend>
          Expected failures
          {figures?.expectedFailures == null ? (
            <small className="hush">empty where nobody counts them</small>
          ) : (
            <small>{expectedWords(figures.expectedFailures, mode.failures.years)}</small>
          )}
        </legend>
        {failureFields.map((field) => (
          <DraftField
            key={field}
            title={failureTitles[field]}
            mistake={mistakes.get(`${mode.key}.failures.${field}`)}
            hint={field === "years" ? "1 unless given" : undefined}
          >
            {(props) => (
              <input
                {...props}
                className="number-input"
                value={mode.failures[field]}
                maxLength={40}
                disabled={closed !== null}
                onChange={({ target }) =>
                  onChange({ ...mode, failures: { ...mode.failures, [field]: target.value } }, `failures ${field}`)
                }
              />
            )}
          </DraftField>
        ))}
      </fieldset>
      {actions.map((action, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an action has no name but its place
        <fieldset key={at} className="mode-action">
          <legend>Action {at + 1}</legend>
          <DraftField
            title="What is done"
            mistake={action.task.trim() === "" ? "missing; say what is done" : undefined}
          >
            {(props) => (
              <input
                {...props}
                value={action.task}
                disabled={closed !== null}
                onChange={({ target }) => changeTask(at, "task", target.value)}
              />
            )}
          </DraftField>
          <DraftField title="By whom">
            {(props) => (
              <input
                {...props}
                value={action.owner ?? ""}
                disabled={closed !== null}
                onChange={({ target }) => changeTask(at, "owner", target.value)}
              />
            )}
          </DraftField>
          {(["due", "done"] as const).map((field) => (
            <DraftField key={field} title={field === "due" ? "Due on" : "Done on"}>
              {(props) => (
                <input
                  {...props}
                  type="date"
                  value={action[field] ?? ""}
                  disabled={closed !== null}
                  onChange={({ target }) => changeTask(at, field, target.value)}
                />
              )}
            </DraftField>
          ))}
          {closed === null ? (
            <button
              type="button"
              className="text-button"
              onClick={() =>
                changeActions(
                  actions.filter((_, place) => place !== at),
                  "",
                )
              }
            >
              Remove action {at + 1}
            </button>
          ) : null}
        </fieldset>
      ))}
      {closed === null ? (
        <p className="actions">
          <button type="button" className="button" onClick={() => changeActions([...actions, { task: "" }], "")}>
            Add an action
          </button>
          <button type="button" className="button" onClick={onDelete}>
            Delete this failure mode
          </button>
        </p>
      ) : null}
    </section>
  );
}

/** "12 failures with this effect in a year" */
function expectedWords(expected: number, years: string): string {
  const span = years.trim() === "" || years.trim() === "1" ? "a year" : `${years.trim()} years`;
  return `${formatQuantity(expected)} with this effect in ${span}`;
}

import { DraftField } from "../../../shell/draft-field.tsx";
import type { ModeDraft } from "./fmea-draft.ts";

const texts = [
  ["function", "What the part is to do"],
  ["failure", "How it fails to"],
  ["effect", "What that does to people and to the organisation"],
  ["cause", "Why"],
  ["prevention", "What keeps the cause from arising"],
  ["detector", "What notices it before it does harm"],
] as const;

interface ModeDetailsProps {
  readonly mode: ModeDraft;
  readonly closed: string | null;
  readonly onChange: (mode: ModeDraft, field: string) => void;
  readonly onDelete: () => void;
}

type Task = NonNullable<ModeDraft["rest"]["actions"]>[number];

/** The failure mode that the sheet stands on, in words: function, effect, cause, what prevents and notices it, actions. */
export function ModeDetails({ mode, closed, onChange, onDelete }: ModeDetailsProps) {
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

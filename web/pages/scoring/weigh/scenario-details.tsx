import { DraftField } from "../../../shell/draft-field.tsx";
import { useToday } from "../../../shell/use-today.ts";
import { labelOf, type ScenarioDraft } from "./weigh-draft.ts";

interface ScenarioDetailsProps {
  readonly scenario: ScenarioDraft;
  readonly closed: string | null;
  readonly onChange: (scenario: ScenarioDraft, field: string) => void;
  readonly onDelete: () => void;
}

type Text = "description" | "test" | "owner" | "tested";

/** The scenario that the sheet stands on, in words: what happens, how it is found out, by whom, and when it last was. */
export function ScenarioDetails({ scenario, closed, onChange, onDelete }: ScenarioDetailsProps) {
  const { rest } = scenario;
  const { on: today } = useToday();
  const write = (field: Text, text: string) => {
    const { [field]: _, ...others } = rest;
    onChange({ ...scenario, rest: text === "" ? others : { ...others, [field]: text } }, field);
  };
  return (
    <section className="block scenario-details" aria-labelledby="scenario-details">
      <header>
        <div>
          <h2 className="finding" id="scenario-details">
            {labelOf(scenario) || "A new scenario"}
          </h2>
          <p className="measure">In words, for whoever is to test it</p>
        </div>
      </header>
      <div className="scenario-texts">
        {(
          [
            ["description", "What happens"],
            ["test", "How the team finds out whether it does"],
          ] as const
        ).map(([field, title]) => (
          <DraftField key={field} title={title}>
            {(props) => (
              <textarea
                {...props}
                rows={3}
                maxLength={4000}
                value={rest[field] ?? ""}
                disabled={closed !== null}
                onChange={({ target }) => write(field, target.value)}
              />
            )}
          </DraftField>
        ))}
        <DraftField title="Owner">
          {(props) => (
            <input
              {...props}
              maxLength={200}
              value={rest.owner ?? ""}
              disabled={closed !== null}
              onChange={({ target }) => write("owner", target.value)}
            />
          )}
        </DraftField>
        <DraftField title="Tested on" hint="The last day, with a result that was accepted">
          {(props) => (
            <input
              {...props}
              type="date"
              max={today}
              value={rest.tested ?? ""}
              disabled={closed !== null}
              onChange={({ target }) => write("tested", target.value)}
            />
          )}
        </DraftField>
      </div>
      {closed === null ? (
        <p className="actions">
          <button type="button" className="button" onClick={onDelete}>
            Delete this scenario
          </button>
        </p>
      ) : null}
    </section>
  );
}

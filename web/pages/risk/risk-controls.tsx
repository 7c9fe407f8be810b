import { controlStatuses } from "../../../src/contract/control-statuses.ts";
import type { RiskDetail } from "../../../src/contract/detail.ts";
import type { Control } from "../../../src/contract/record.ts";
import { useReadingOnly } from "../../shell/use-reading-only.ts";
import { ControlsTab } from "../portfolio/controls-tab.tsx";
import { refusalWords } from "./save-note.tsx";
import { type ControlSaveState, useSaveControl } from "./use-save-control.ts";

interface RiskControlsProps {
  readonly detail: RiskDetail;
  readonly currency: string;
  readonly today: string;
}

/** The controls of a risk; the status of each can be changed, for every risk that it acts on. */
export function RiskControls({ detail, currency, today }: RiskControlsProps) {
  const { state, save, dismiss } = useSaveControl();
  const readingOnly = useReadingOnly();
  const statusOf = (control: Control) => {
    const isSaving = state.kind === "saving" && state.change.control === control.id;
    return (
      <select
        className="status-select"
        aria-label={`Status of ${control.name ?? control.id}`}
        value={isSaving ? state.change.to : control.status}
        disabled={readingOnly !== null || state.kind === "saving"}
        title={readingOnly ?? "For every risk that it acts on"}
        onChange={({ target }) =>
          void save({
            control: control.id,
            name: control.name ?? control.id,
            from: control.status,
            to: target.value as Control["status"],
          })
        }
      >
        {controlStatuses.map((status) => (
          <option key={status} value={status}>
            {status}
          </option>
        ))}
      </select>
    );
  };
  return (
    <section className="block part" aria-label="Controls">
      <ControlsTab detail={detail} currency={currency} today={today} status={statusOf} />
      <div role="status">
        <ControlNote state={state} residual={detail.figures.residual?.score ?? null} save={save} dismiss={dismiss} />
      </div>
    </section>
  );
}

interface ControlNoteProps {
  readonly state: ControlSaveState;
  readonly residual: number | null;
  readonly save: ReturnType<typeof useSaveControl>["save"];
  readonly dismiss: () => void;
}

function ControlNote({ state, residual, save, dismiss }: ControlNoteProps) {
  if (state.kind === "idle" || state.kind === "saving") return null;
  const { change } = state;
  if (state.kind === "saved")
    return (
      <p className="measure">
        Saved: {change.name} is {change.to}, for every risk that it acts on.
        {residual === null ? "" : ` This one is at ${residual} now.`}
      </p>
    );
  return (
    <div className="save-note">
      <p>
        <b>Not saved: </b>
        {state.kind === "differs"
          ? `${change.name} is ${state.now} by now; it was ${change.from} when you chose ${change.to}.`
          : refusalWords(state.error)}
      </p>
      <p className="actions">
        <button
          type="button"
          className="button first"
          onClick={() => void save(state.kind === "differs" ? { ...change, from: state.now } : change)}
        >
          {state.kind === "differs" ? `Make it ${change.to} all the same` : "Save again"}
        </button>
        <button type="button" className="button" onClick={dismiss}>
          Leave it
        </button>
      </p>
    </div>
  );
}

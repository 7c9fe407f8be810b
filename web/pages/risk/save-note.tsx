import { formatMoment } from "../../../src/chart/series/format-date.ts";
import { Refusal, ServerGone } from "../../data/request.ts";
import { wallClock } from "../../data/wall-clock.ts";
import { useToday } from "../../shell/use-today.ts";
import type { RiskChange, SaveState } from "./use-save-risk.ts";

interface SaveNoteProps {
  readonly state: SaveState;
  readonly save: (change: RiskChange) => void;
  readonly dismiss: () => void;
}

/** What became of a change that could not simply be saved, and what can be done; the change itself is kept. */
export function SaveNote({ state, save, dismiss }: SaveNoteProps) {
  return (
    <div className="save-note-place" role="status">
      {state.kind === "saved" ? (
        <p className="visually-hidden">
          Saved: {state.change.riskName}, {state.change.said}.
        </p>
      ) : null}
      {state.kind === "changed-since" ? <ChangedSince {...state} save={save} dismiss={dismiss} /> : null}
      {state.kind === "refused" ? (
        <div className="save-note">
          <p>
            <b>Not saved: </b>
            {refusalWords(state.error)}
          </p>
          <p className="hush">
            Kept: {state.change.riskName}, {state.change.said}
          </p>
          <p className="actions">
            <button type="button" className="button" onClick={() => save(state.change)}>
              Save again
            </button>
            <button type="button" className="button" onClick={dismiss}>
              Give it up
            </button>
          </p>
        </div>
      ) : null}
    </div>
  );
}

function ChangedSince(props: Extract<SaveState, { kind: "changed-since" }> & Pick<SaveNoteProps, "save" | "dismiss">) {
  const { change, latest, save, dismiss } = props;
  const today = useToday();
  const newest = latest.changes[0];
  const clock = newest ? wallClock(newest.at, today.timeZone) : null;
  return (
    <div className="save-note">
      <p>
        <b>Not saved: </b>
        {newest && clock
          ? `${newest.actor.name} was faster, ${formatMoment(clock.on, clock.at, today.on)}: ${newest.title}.`
          : `${change.riskName} was changed since you opened it.`}
      </p>
      <p className="hush">
        Yours is kept: {change.riskName}, {change.said}
      </p>
      <p className="actions">
        <button
          type="button"
          className="button first"
          onClick={() =>
            save({
              ...change,
              version: latest.figures.version,
              request: change.requestFor?.(latest.record) ?? change.request,
            })
          }
        >
          Save mine on top
        </button>
        <button type="button" className="button" onClick={dismiss}>
          Give up mine, show theirs
        </button>
      </p>
    </div>
  );
}

/** Why something was not saved, and what to do. */
export function refusalWords(error: Error): string {
  if (error instanceof ServerGone) return "the server does not answer; start it again with plimsoll serve.";
  if (!(error instanceof Refusal)) return `${error.message}.`;
  const { detail, remedy, mistakes = [] } = error.problem;
  const first = mistakes[0];
  return `${first ? `${first.what}; ${first.remedy}` : remedy ? `${detail}; ${remedy}` : detail}.`;
}

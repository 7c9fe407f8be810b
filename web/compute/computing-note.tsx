import type { TaskName } from "./tasks.ts";
import type { Computed } from "./use-computed.ts";

interface ComputingNoteProps {
  /** What is computed, such as "the frontier". */
  readonly what: string;
  readonly computed: Pick<Computed<TaskName>, "state" | "progress" | "message" | "stop" | "again">;
}

/** How far a long computation is, with the way to stop it; why it failed, with the way to try again. */
export function ComputingNote({ what, computed }: ComputingNoteProps) {
  const { state, progress, message, stop, again } = computed;
  if (state === "answered") return null;
  if (state === "refused" || state === "stopped")
    return (
      <div className="computing-note" role={state === "refused" ? "alert" : "status"}>
        <p>{state === "stopped" ? `Stopped: ${what} was not computed.` : <>Not computed: {message}</>}</p>
        <button type="button" className="button" onClick={again}>
          {state === "stopped" ? "Compute it" : "Try again"}
        </button>
      </div>
    );
  return (
    <div className="computing-note" role="status">
      <p className="hush">Computing {what}</p>
      {progress ? (
        <progress aria-label={`Computing ${what}`} value={progress.done} max={Math.max(1, progress.of)} />
      ) : null}
      {state === "computing" ? (
        <button type="button" className="text-button" onClick={stop}>
          Stop
        </button>
      ) : null}
    </div>
  );
}

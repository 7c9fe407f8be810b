import { Refusal } from "../../data/request.ts";
import { refusalWords } from "../risk/save-note.tsx";
import type { WorkshopActs } from "./use-workshop-act.ts";

interface RefusedNoteProps {
  readonly acts: WorkshopActs;
  /** Which acts it answers for, where it stands. */
  readonly of: readonly NonNullable<WorkshopActs["act"]>["kind"][];
  /** Where it answers for votes on one risk only. */
  readonly risk?: string;
}

const notDone = { vote: "Vote not kept", reveal: "Not revealed", close: "Not closed", drop: "Not dropped" } as const;

/** What became of an act that was refused, and what can be done; what was typed stays. */
export function RefusedNote({ acts, of, risk }: RefusedNoteProps) {
  const { state, act, error, run, dismiss } = acts;
  const answersFor = (one: NonNullable<WorkshopActs["act"]>) =>
    of.includes(one.kind) && (risk === undefined || (one.kind === "vote" && one.risk === risk));
  return (
    <div role="status">
      {state === "refused" && act !== null && error !== null && answersFor(act) ? (
        <div className="save-note">
          <p>
            <b>{notDone[act.kind]}: </b>
            {isOvertaken(error)
              ? "somebody revised a vote since you looked. The votes above are the newest: look again, then close."
              : refusalWords(error)}
          </p>
          <p className="actions">
            {isOvertaken(error) ? null : (
              <button type="button" className="button" onClick={() => void run(act)}>
                Try again
              </button>
            )}
            <button type="button" className="button" onClick={dismiss}>
              Understood
            </button>
          </p>
        </div>
      ) : null}
    </div>
  );
}

export function isOvertaken(error: Error | null): boolean {
  return error instanceof Refusal && error.problem.code === "changed-since";
}

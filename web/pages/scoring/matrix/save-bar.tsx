import type { StoredSettings } from "../../../data/settings.ts";
import { refusalWords } from "../../risk/save-note.tsx";
import type { ScaleSaving } from "./use-save-scale.ts";

interface SaveBarProps {
  readonly saving: ScaleSaving;
  readonly isChanged: boolean;
  readonly canUndo: boolean;
  /** Why nothing may be changed now; null where it may. */
  readonly closed: string | null;
  /** Why it may be tried and not saved; null where it may be saved. */
  readonly notSaved: string | null;
  /** First mistake, once saving was tried. */
  readonly missing: string | null;
  readonly effect: string | null;
  readonly onSave: () => void;
  readonly onUndo: () => void;
  readonly onReset: () => void;
  readonly onAgain: () => void;
  readonly onDismiss: () => void;
  readonly onMine: (latest: StoredSettings) => void;
  readonly onTheirs: (latest: StoredSettings) => void;
}

/** Saving stays in view: what state the scale is in, and what became of the last save. */
export function SaveBar(props: SaveBarProps) {
  const { saving, isChanged, canUndo, closed, notSaved, missing, effect, onSave, onUndo, onReset } = props;
  const isSaving = saving.kind === "saving";
  return (
    <div className="study-actions">
      {closed === null ? (
        <p className="actions">
          {notSaved === null ? (
            <button
              type="button"
              className="button first"
              aria-disabled={!isChanged || isSaving}
              onClick={() => {
                if (isChanged && !isSaving) onSave();
              }}
            >
              Save
            </button>
          ) : null}
          <button type="button" className="button" disabled={!canUndo} onClick={onUndo}>
            Undo
          </button>
          <button type="button" className="button" disabled={!isChanged} onClick={onReset}>
            Reset
          </button>
          <small className="hush" role="status">
            {isSaving
              ? "Saving"
              : isChanged
                ? ["Changed, not saved.", effect].filter(Boolean).join(" ")
                : saving.kind === "saved"
                  ? "Saved."
                  : "As saved."}
          </small>
        </p>
      ) : (
        <p className="hush">{closed}</p>
      )}
      {closed === null && notSaved !== null ? <p className="hush">{notSaved}</p> : null}
      {missing !== null ? (
        <p className="missing" role="alert">
          <b>Not saved:</b> {missing}.
        </p>
      ) : null}
      <Outcome {...props} />
    </div>
  );
}

function Outcome({ saving, onAgain, onDismiss, onMine, onTheirs }: SaveBarProps) {
  return (
    <div role="status">
      {saving.kind === "changed-since" ? (
        <div className="save-note">
          <p>
            <b>Not saved: </b>somebody else changed the scale since you opened it. Yours is kept here.
          </p>
          <p className="actions">
            <button type="button" className="button first" onClick={() => onMine(saving.latest)}>
              Save mine on top
            </button>
            <button type="button" className="button" onClick={() => onTheirs(saving.latest)}>
              Give up mine, show theirs
            </button>
          </p>
        </div>
      ) : null}
      {saving.kind === "refused" ? (
        <div className="save-note">
          <p>
            <b>Not saved: </b>
            {refusalWords(saving.error)}
          </p>
          <p className="actions">
            <button type="button" className="button" onClick={onAgain}>
              Save again
            </button>
            <button type="button" className="button" onClick={onDismiss}>
              Go on editing
            </button>
          </p>
        </div>
      ) : null}
    </div>
  );
}

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { formatMoment } from "../../../src/chart/series/format-date.ts";
import type { StoredStudy, StudyKind } from "../../../src/contract/study.ts";
import { workspaceQuery } from "../../data/queries.ts";
import { wallClock } from "../../data/wall-clock.ts";
import { CopyCommand } from "../../shell/copy-command.tsx";
import { DraftField } from "../../shell/draft-field.tsx";
import { PageLink } from "../../shell/page-link.tsx";
import { useToday } from "../../shell/use-today.ts";
import { refusalWords } from "../risk/save-note.tsx";
import { LeaveDialog } from "../scenario/leave-dialog.tsx";
import { useLeaveGuard } from "../scenario/use-leave-guard.ts";
import { RetireStudy } from "./retire-study.tsx";
import { kindWords } from "./study-kinds.ts";
import type { StudySaving } from "./use-save-study.ts";
import type { StudyDraft, useStudyDraft } from "./use-study-draft.ts";

interface StudyFrameProps<Sheet> {
  readonly kind: StudyKind;
  readonly work: ReturnType<typeof useStudyDraft<Sheet>>;
  readonly saving: StudySaving;
  /** Why nothing may be changed now; null where it may. */
  readonly closed: string | null;
  /** What stands in the way of saving; null where nothing does. */
  readonly missing: string | null;
  readonly tried: "not-yet" | "tried";
  readonly onSave: (version: number | null) => void;
  readonly onDismiss: () => void;
  /** The file that the command of the kind reads; null while it cannot be written. */
  readonly file: { readonly name: string; readonly text: string } | null;
  readonly children: ReactNode;
}

/** What every sheet of structured scoring stands in: its name and system over it, saving and the file under it. */
export function StudyFrame<Sheet>(props: StudyFrameProps<Sheet>) {
  const { kind, work, saving, closed, missing, tried, onSave, onDismiss, file, children } = props;
  const { begun, draft, isChanged, canUndo, change, undo, reset, beginOn } = work;
  const { data: workspace } = useQuery(workspaceQuery);
  const heading = useId();
  const guard = useLeaveGuard(isChanged && saving.kind !== "saving" && saving.kind !== "saved");
  const name = draft.name.trim() || kindWords[kind].title;
  return (
    <article className="study-page" aria-labelledby={heading}>
      <header className="page-head">
        <p className="hush">
          <PageLink className="name-link" to="/scoring">
            Scoring
          </PageLink>
          , {kindWords[kind].title.toLowerCase()}: {kindWords[kind].purpose}
        </p>
        <h1 className="head-line" id={heading}>
          {name}
        </h1>
        {begun === null ? null : <Provenance study={begun} />}
      </header>
      <StudyFields draft={draft} closed={closed} tried={tried} systems={workspace?.systems ?? []} onChange={change} />
      {children}
      <div className="study-actions">
        {closed === null ? (
          <p className="actions">
            <button
              type="button"
              className="button first"
              aria-disabled={!isChanged || saving.kind === "saving"}
              onClick={() => {
                if (isChanged && saving.kind !== "saving") onSave(begun?.version ?? null);
              }}
            >
              Save
            </button>
            <button type="button" className="button" disabled={!canUndo} onClick={undo}>
              Undo
            </button>
            <button
              type="button"
              className="button"
              disabled={!isChanged}
              onClick={() => {
                onDismiss();
                reset();
              }}
            >
              Reset
            </button>
            <small className="hush" role="status">
              {saving.kind === "saving"
                ? "Saving"
                : isChanged
                  ? "Typed, not saved."
                  : saving.kind === "saved"
                    ? "Saved."
                    : begun === null
                      ? "Nothing is typed yet."
                      : "As saved."}
            </small>
          </p>
        ) : (
          <p className="hush">{closed}</p>
        )}
        {tried === "tried" && missing !== null && isChanged ? (
          <p className="missing" role="alert">
            <b>Not saved:</b> {missing}.
          </p>
        ) : null}
        <SaveOutcome
          saving={saving}
          onAgain={onSave}
          version={begun?.version ?? null}
          onDismiss={onDismiss}
          onTheirs={(latest) => {
            onDismiss();
            beginOn(latest);
          }}
        />
      </div>
      {file === null ? null : <TakeAlong kind={kind} file={file} />}
      {begun === null ? null : <RetireStudy study={begun} typed={isChanged ? "unsaved" : "nothing"} />}
      {guard.isAsking ? <LeaveDialog what="study" name={name} leave={guard.leave} stay={guard.stay} /> : null}
    </article>
  );
}

function Provenance({ study: { changedAt, changedBy, retiredOn, retiredBecause } }: { readonly study: StoredStudy }) {
  const { data: workspace } = useQuery(workspaceQuery);
  const { on: today, timeZone } = useToday();
  const clock = wallClock(changedAt, timeZone);
  const person = workspace?.people.find((each) => each.id === changedBy)?.name ?? changedBy;
  return (
    <>
      <p className="measure">
        {retiredOn === null ? "Changed" : "Taken out of use"}{" "}
        <time dateTime={changedAt}>{formatMoment(clock.on, clock.at, today)}</time>
        {person ? `, ${person}` : ""}
      </p>
      {retiredBecause === null ? null : <p className="quotable study-retired">{retiredBecause}</p>}
    </>
  );
}

function StudyFields<Sheet>(props: {
  draft: StudyDraft<Sheet>;
  closed: string | null;
  tried: "not-yet" | "tried";
  systems: readonly { readonly id: string; readonly name: string }[];
  onChange: (part: Partial<StudyDraft<Sheet>>, field: string) => void;
}) {
  const { draft, closed, tried, systems, onChange } = props;
  const isNameless = tried === "tried" && draft.name.trim() === "";
  return (
    <div className="study-fields">
      <DraftField title="Name" mistake={isNameless ? "missing; a kept study has a name" : undefined}>
        {(field) => (
          <input
            {...field}
            value={draft.name}
            maxLength={200}
            disabled={closed !== null}
            onChange={({ target }) => onChange({ name: target.value }, "name")}
          />
        )}
      </DraftField>
      <DraftField title="System">
        {(field) => (
          <select
            {...field}
            value={draft.system}
            disabled={closed !== null}
            onChange={({ target }) => onChange({ system: target.value }, "system")}
          >
            <option value="">No system in particular</option>
            {systems.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
            {draft.system !== "" && systems.every((each) => each.id !== draft.system) ? (
              <option value={draft.system}>{draft.system}</option>
            ) : null}
          </select>
        )}
      </DraftField>
    </div>
  );
}

function SaveOutcome(props: {
  saving: StudySaving;
  version: number | null;
  onAgain: (version: number | null) => void;
  onDismiss: () => void;
  onTheirs: (latest: Extract<StudySaving, { kind: "changed-since" }>["latest"]) => void;
}) {
  const { saving, version, onAgain, onDismiss, onTheirs } = props;
  return (
    <div role="status">
      {saving.kind === "changed-since" ? (
        <div className="save-note">
          <p>
            <b>Not saved: </b>somebody else saved this study since you opened it. Yours is kept here.
          </p>
          <p className="actions">
            <button type="button" className="button first" onClick={() => onAgain(saving.latest.version)}>
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
            <button type="button" className="button" onClick={() => onAgain(version)}>
              Save again
            </button>
            <button type="button" className="button" onClick={onDismiss}>
              Go on typing
            </button>
          </p>
        </div>
      ) : null}
    </div>
  );
}

function TakeAlong({ kind, file }: { readonly kind: StudyKind; readonly file: { name: string; text: string } }) {
  const download = () => {
    const address = URL.createObjectURL(new Blob([file.text], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };
  return (
    <p className="take-along">
      <button type="button" className="button" onClick={download}>
        Export the file
      </button>
      <span className="measure">
        The same figures by command: <CopyCommand command={`plimsoll ${kind} ${file.name}`} />
      </span>
    </p>
  );
}

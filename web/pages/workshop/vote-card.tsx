import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef } from "react";
import { formatDate } from "../../../src/chart/series/format-date.ts";
import type { Workspace } from "../../../src/contract/detail.ts";
import type { Vote, WorkshopDetail } from "../../../src/contract/workshop.ts";
import { RatingFields } from "../risk/rating-fields.tsx";
import { RiskWords } from "./risk-words.tsx";
import { differsFrom, type VoteDraft, voteBody } from "./vote-draft.ts";

interface VoteCardProps {
  readonly risk: WorkshopDetail["risks"][number];
  readonly at: number;
  readonly of: number;
  readonly draft: VoteDraft;
  readonly given: Vote | undefined;
  readonly workspace: Workspace;
  readonly state: "ready" | "sending";
  /** Moving here was asked for: then the focus moves along. */
  readonly arrival: "moved" | "opened";
  readonly onChange: (draft: VoteDraft) => void;
  readonly onVote: () => void;
  readonly onGo: (step: 1 | -1) => void;
}

/** One risk to be rated blind by the written criteria of both axes. */
export function VoteCard(props: VoteCardProps) {
  const { risk, at, of, draft, given, workspace, state, arrival, onChange, onVote, onGo } = props;
  const heading = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (arrival === "moved") firstField(form.current)?.focus();
  }, [arrival]);
  useSteps(onGo);
  const isReady = voteBody(draft) !== null && state === "ready";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) onVote();
  };
  return (
    <form ref={form} className="block vote-card" aria-labelledby={heading} onSubmit={submit} onKeyDown={chooseByKeys}>
      <header>
        <div>
          <p className="measure">
            Risk {at + 1} of {of}, {risk.system.name}
          </p>
          <h2 className="head-line" id={heading}>
            {risk.name}
          </h2>
        </div>
        <p className="actions vote-steps">
          <button type="button" className="button" disabled={of < 2} onClick={() => onGo(-1)}>
            Previous
          </button>
          <button type="button" className="button" disabled={of < 2} onClick={() => onGo(1)}>
            Next
          </button>
        </p>
      </header>
      <RiskWords risk={risk} />
      {risk.retiredOn === null ? (
        <>
          <RatingFields
            draft={draft.rating}
            workspace={workspace}
            onChange={(rating) => onChange({ ...draft, rating })}
          />
          <div className="text-field vote-reason">
            <label htmlFor={`${heading}-reason`}>Why, where you expect others to see it differently</label>
            <textarea
              id={`${heading}-reason`}
              rows={2}
              maxLength={4000}
              value={draft.reason}
              onChange={({ target }) => onChange({ ...draft, reason: target.value })}
            />
          </div>
          <p className="actions vote-actions">
            <button type="submit" className="button first" aria-disabled={!isReady}>
              {given === undefined ? "Give this vote" : "Change my vote"}
            </button>
            <small className="hush" role="status">
              {stateWords(draft, given, state)}
            </small>
          </p>
          <p className="measure vote-keys">
            Rate before any control. By keys: a digit chooses a level, Enter gives the vote, n and p go to the next and
            the previous risk. Nobody sees your vote until all are revealed.
          </p>
        </>
      ) : (
        <p className="lede">It was taken out of use on {formatDate(risk.retiredOn)} and is no longer rated.</p>
      )}
    </form>
  );
}

function stateWords(draft: VoteDraft, given: Vote | undefined, state: VoteCardProps["state"]): string {
  if (state === "sending") return "Keeping it";
  if (differsFrom(draft, given)) return voteBody(draft) === null ? "Choose both levels." : "Chosen, not given.";
  return given === undefined ? "Not rated yet." : "Your vote is kept; you can change it until votes are revealed.";
}

/** A digit chooses the level of the axis that has the focus. */
function chooseByKeys(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || event.altKey || event.metaKey) return;
  if (key === "Enter" && event.ctrlKey) {
    event.preventDefault();
    event.currentTarget.requestSubmit();
    return;
  }
  if (event.ctrlKey || !/^\d$/.test(key) || !target.matches("input[type=radio]")) return;
  const level = target.closest("fieldset")?.querySelector<HTMLInputElement>(`input[type=radio][value="${key}"]`);
  if (!level) return;
  event.preventDefault();
  level.click();
  level.focus();
}

/** n and p go on and back, wherever the focus is, unless something is written or chosen there. */
function useSteps(onGo: (step: 1 | -1) => void): void {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey } = event;
      if ((key !== "n" && key !== "p") || ctrlKey || metaKey || altKey) return;
      if (target instanceof Element && target.closest("input:not([type=radio]), select, textarea, dialog") !== null)
        return;
      event.preventDefault();
      onGo(key === "n" ? 1 : -1);
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [onGo]);
}

function firstField(form: HTMLFormElement | null): HTMLElement | null {
  return (
    form?.querySelector<HTMLElement>("input[type=radio]:checked") ??
    form?.querySelector<HTMLElement>("input[type=radio]") ??
    form?.querySelector<HTMLElement>("button") ??
    null
  );
}

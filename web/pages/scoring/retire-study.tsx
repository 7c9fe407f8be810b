import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import type { StoredStudy } from "../../../src/contract/study.ts";
import { send } from "../../data/request.ts";
import { DraftField } from "../../shell/draft-field.tsx";
import { useReadingOnly } from "../../shell/use-reading-only.ts";
import { refusalWords } from "../risk/save-note.tsx";

interface RetireStudyProps {
  readonly study: StoredStudy;
  /** What is typed and not saved would be left behind. */
  readonly typed: "unsaved" | "nothing";
}

/** Takes a study out of use, with the reason, and into use again; either can be taken back at once. */
export function RetireStudy({ study, typed }: RetireStudyProps) {
  const { id, name } = study.record;
  const queries = useQueryClient();
  const closed = useReadingOnly();
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const again = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<"idle" | "asked" | "sending">("idle");
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [done, setDone] = useState<{ readonly what: "retired" | "restored"; readonly reason: string } | null>(null);
  useEffect(() => {
    if (state !== "idle" && !dialog.current?.open) dialog.current?.showModal();
  }, [state]);
  const isRetired = study.retiredOn !== null;
  useEffect(() => {
    // The button that was pressed is gone: the one that takes it back has the focus.
    if (done && (done.what === "retired") === isRetired) again.current?.focus();
  }, [done, isRetired]);

  const change = async (what: "retired" | "restored", why: string) => {
    setRefusal(null);
    const path = `/v1/studies/${encodeURIComponent(id)}`;
    try {
      const now =
        what === "retired"
          ? await send<StoredStudy>("DELETE", path, why.trim() === "" ? {} : { reason: why.trim() })
          : await send<StoredStudy>("POST", `${path}/restore`);
      dialog.current?.close();
      queries.setQueryData(["study", id, undefined], now);
      void queries.invalidateQueries();
      setDone({ what, reason: why });
      setReason("");
    } catch (error) {
      setRefusal(refusalWords(error instanceof Error ? error : new Error(String(error))));
    }
  };
  const why = closed ?? (typed === "unsaved" ? "Save or reset what is typed first." : null);
  return (
    <div className="retire-study">
      {isRetired ? (
        <p className="actions" role="status">
          {done?.what === "retired" ? <span>Taken out of use.</span> : null}
          <button
            ref={again}
            type="button"
            className="button"
            disabled={closed !== null}
            title={closed ?? undefined}
            onClick={() => void change("restored", done?.reason ?? study.retiredBecause ?? "")}
          >
            {done?.what === "retired" ? "Undo" : "Take into use again"}
          </button>
        </p>
      ) : (
        <p className="actions" role="status">
          {done?.what === "restored" ? (
            <>
              <span>In use again.</span>
              <button
                ref={again}
                type="button"
                className="button"
                disabled={why !== null}
                title={why ?? undefined}
                onClick={() => void change("retired", done.reason)}
              >
                Undo
              </button>
            </>
          ) : null}
          <button
            type="button"
            className="button"
            aria-haspopup="dialog"
            disabled={why !== null}
            title={why ?? undefined}
            onClick={() => setState("asked")}
          >
            Retire
          </button>
        </p>
      )}
      {refusal !== null && state === "idle" ? (
        <p className="missing" role="alert">
          <b>Not changed:</b> {refusal}
        </p>
      ) : null}
      {state === "idle" ? null : (
        <dialog
          ref={dialog}
          className="assessment-dialog confirm-dialog"
          aria-labelledby={heading}
          onClose={() => {
            setState("idle");
            setRefusal(null);
          }}
        >
          <h2 className="finding" id={heading}>
            Retire {name}?
          </h2>
          <p className="lede">
            It leaves the list of studies and is no longer edited. It is kept with its history, stays readable at its
            address, and can be taken into use again.
          </p>
          <DraftField title="Why">
            {(field) => (
              <textarea
                {...field}
                rows={2}
                maxLength={4000}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
            )}
          </DraftField>
          {refusal === null ? null : (
            <p className="missing" role="alert">
              <b>Not retired:</b> {refusal}
            </p>
          )}
          <p className="actions">
            <button
              type="button"
              className="button first"
              aria-disabled={state === "sending"}
              onClick={() => {
                if (state === "sending") return;
                setState("sending");
                void change("retired", reason).then(() => setState((now) => (now === "sending" ? "asked" : now)));
              }}
            >
              Retire the study
            </button>
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              Keep it
            </button>
          </p>
        </dialog>
      )}
    </div>
  );
}

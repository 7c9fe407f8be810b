import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import type { AuditSummary } from "../../../src/contract/kept-audit.ts";
import { send } from "../../data/request.ts";
import { workRefusal } from "./new-audit/use-new-audit.ts";

interface RetireAuditProps {
  readonly audit: AuditSummary;
  /** Why it may not be done now; null where it may. */
  readonly closed: string | null;
  readonly onRetired: () => void;
}

/** Takes an audit out of use, once its consequences were read. */
export function RetireAudit({ audit, closed, onRetired }: RetireAuditProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const queries = useQueryClient();
  const [state, setState] = useState<"closed" | "asked" | "retiring">("closed");
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    if (state !== "closed" && !dialog.current?.open) dialog.current?.showModal();
  }, [state]);
  const retire = async () => {
    if (state === "retiring") return;
    setState("retiring");
    setRefusal(null);
    try {
      await send("DELETE", `/v1/audits/${encodeURIComponent(audit.id)}`);
    } catch (error) {
      setRefusal(workRefusal(error instanceof Error ? error : new Error(String(error))));
      setState("asked");
      return;
    }
    dialog.current?.close();
    void queries.invalidateQueries();
    onRetired();
  };
  return (
    <>
      <button
        type="button"
        className="button"
        aria-haspopup="dialog"
        disabled={closed !== null}
        title={closed ?? undefined}
        onClick={() => setState("asked")}
      >
        Retire
      </button>
      {state === "closed" ? null : (
        <dialog
          ref={dialog}
          className="assessment-dialog confirm-dialog"
          aria-labelledby={heading}
          onClose={() => setState("closed")}
        >
          <h2 className="finding" id={heading}>
            Retire {audit.name}?
          </h2>
          <p className="lede">
            From now on it judges no limit, and the audit before it speaks for its system again. It is kept with its
            figures and its counts, and stays readable at its address.
          </p>
          {refusal === null ? null : (
            <p className="missing" role="alert">
              <b>Not retired:</b> {refusal}.
            </p>
          )}
          <p className="actions">
            <button
              type="button"
              className="button first"
              aria-disabled={state === "retiring"}
              onClick={() => void retire()}
            >
              Retire the audit
            </button>
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              Keep it
            </button>
          </p>
        </dialog>
      )}
    </>
  );
}

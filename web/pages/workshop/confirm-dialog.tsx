import { type ReactNode, useEffect, useId, useRef } from "react";

interface ConfirmDialogProps {
  readonly question: string;
  readonly confirm: string;
  readonly keep: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({ question, confirm, keep, onConfirm, onClose, children }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="assessment-dialog confirm-dialog" aria-labelledby={heading} onClose={onClose}>
      <h2 className="finding" id={heading}>
        {question}
      </h2>
      <div className="lede">{children}</div>
      <p className="actions">
        <button
          type="button"
          className="button first"
          onClick={() => {
            dialog.current?.close();
            onConfirm();
          }}
        >
          {confirm}
        </button>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {keep}
        </button>
      </p>
    </dialog>
  );
}

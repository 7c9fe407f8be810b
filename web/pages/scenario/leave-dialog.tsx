import { useEffect, useRef } from "react";

interface LeaveDialogProps {
  readonly what: "scenario" | "study" | "vote" | "workshop" | "matrix";
  readonly name: string;
  readonly leave: () => void;
  readonly stay: () => void;
}

/** Asks before what is typed is given up. */
export function LeaveDialog({ what, name, leave, stay }: LeaveDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="assessment-dialog leave-dialog" aria-labelledby="leave-question" onClose={stay}>
      <header>
        <h2 className="head-line" id="leave-question">
          The {what} is not saved.
        </h2>
        <p className="lede">What you typed for “{name}” is lost when you leave this page.</p>
      </header>
      <p className="actions">
        <button type="button" className="button first" onClick={() => dialog.current?.close()}>
          Stay here
        </button>
        <button type="button" className="button" onClick={leave}>
          Leave without saving
        </button>
      </p>
    </dialog>
  );
}

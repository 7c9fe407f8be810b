import { useEffect, useRef } from "react";
import type { SettingsPlan } from "../../../../src/contract/settings-plan.ts";
import { PlanTable, planHeadline, statusSentence } from "./plan-table.tsx";

interface SaveDialogProps {
  readonly organization: string;
  readonly plan: SettingsPlan;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** Shows what the new scale does to the register before it is anybody's. */
export function SaveDialog({ organization, plan, onSave, onClose }: SaveDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open) return;
    dialog.current?.showModal();
    heading.current?.focus();
  }, []);
  const heading = useRef<HTMLHeadingElement>(null);
  const isRefused = plan.refusals.length > 0;
  return (
    <dialog
      ref={dialog}
      className="assessment-dialog leave-dialog save-dialog"
      aria-labelledby="save-question"
      onClose={onClose}
    >
      <header>
        <h2 ref={heading} className="head-line" id="save-question" tabIndex={-1}>
          {planHeadline(plan)}
        </h2>
        <p className="lede">
          {statusSentence(plan) ?? "No risk crosses its line."} The scale is that of{" "}
          {organization || "the whole register"}: every map, table and report reads it.
        </p>
      </header>
      <PlanTable plan={plan} />
      <p className="actions">
        {isRefused ? null : (
          <button type="button" className="button first" onClick={onSave}>
            Save for the organisation
          </button>
        )}
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          Go on editing
        </button>
      </p>
    </dialog>
  );
}

import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useRef } from "react";
import type { RiskFigures } from "../../../src/contract/heat-map.ts";
import { riskQuery, workspaceQuery } from "../../data/queries.ts";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { AssessmentForm } from "./assessment-form.tsx";
import { SaveNote } from "./save-note.tsx";
import { useSaveRisk } from "./use-save-risk.ts";
import "./assessment.css";

interface AssessmentDialogProps {
  readonly risk: Pick<RiskFigures, "id" | "name" | "systemName">;
  readonly onClose: () => void;
  readonly onSaved?: (risk: RiskFigures) => void;
}

/** Records an assessment over the page one came from. What is typed stays until it is recorded or given up. */
export function AssessmentDialog({ risk, onClose, onSaved }: AssessmentDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const { data: workspace } = useQuery(workspaceQuery);
  const { data: detail, error, refetch } = useQuery(riskQuery(risk.id, undefined));
  const { state, save, dismiss } = useSaveRisk(onSaved);

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const close = () => dialog.current?.close();

  return (
    <dialog ref={dialog} className="assessment-dialog" aria-labelledby={heading} onClose={onClose}>
      <header>
        <h2 className="head-line" id={heading}>
          Assess {risk.name}
        </h2>
        <p className="measure">{risk.systemName}</p>
      </header>
      {error && !detail ? <RefusalNote error={error} retry={() => void refetch()} /> : null}
      {detail && workspace ? (
        <AssessmentForm
          detail={detail}
          workspace={workspace}
          onCancel={close}
          onRecord={(change) => void save(change).then((saved) => saved && close())}
        >
          <SaveNote
            state={state}
            save={(change) => void save(change).then((saved) => saved && close())}
            dismiss={() => {
              dismiss();
              close();
            }}
          />
        </AssessmentForm>
      ) : (
        <p className="hush" aria-busy="true">
          Reading the risk
        </p>
      )}
    </dialog>
  );
}

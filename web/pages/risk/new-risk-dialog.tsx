import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useId, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { actingPerson } from "../../data/acting-person.ts";
import { workspaceQuery } from "../../data/queries.ts";
import { Refusal, ServerGone, send } from "../../data/request.ts";
import { useToday } from "../../shell/use-today.ts";
import { NewRiskForm } from "./new-risk-form.tsx";
import {
  emptyRiskDraft,
  mistakesInRisk,
  placeRefusal,
  type RiskDraft,
  type RiskMistakes,
  riskBody,
  riskFields,
} from "./risk-draft.ts";
import "./assessment.css";
import "./new-risk.css";

/** What was typed when the dialog was closed by accident, until it is written down or given up. */
let interrupted: RiskDraft | null = null;

interface NewRiskDialogProps {
  readonly system: string | undefined;
  readonly onClose: () => void;
}

/** Writes down a risk and opens its page. Esc closes and keeps what was typed, Cancel gives it up. */
export function NewRiskDialog({ system, onClose }: NewRiskDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: workspace } = useQuery(workspaceQuery);
  const { on: today } = useToday();
  const [draft, setDraft] = useState<RiskDraft>(
    () => interrupted ?? { ...emptyRiskDraft, system: system ?? "", owner: actingPerson.get() ?? "" },
  );
  const [mistakes, setMistakes] = useState<RiskMistakes>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [state, setState] = useState<"open" | "saving">("open");

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const change = (part: Partial<RiskDraft>) => {
    const next = { ...draft, ...part };
    interrupted = next;
    setDraft(next);
    // What is corrected is no longer marked as wrong; whether it is right is asked when it is sent again.
    setMistakes((known) => {
      const left = { ...known };
      for (const field of riskFields) if (field in part || (field === "id" && "name" in part)) delete left[field];
      return left;
    });
  };
  const point = (found: RiskMistakes, whole: string | null) => {
    setMistakes(found);
    setRefusal(whole);
    setState("open");
    requestAnimationFrame(() =>
      dialog.current?.querySelector<HTMLElement>("[aria-invalid=true], .missing[tabindex]")?.focus(),
    );
  };
  const submit = async () => {
    const found = mistakesInRisk(draft);
    if (Object.keys(found).length > 0) return point(found, null);
    setState("saving");
    const body = riskBody(draft, today);
    try {
      await send("POST", "/v1/risks", body);
    } catch (error) {
      if (error instanceof Refusal) {
        const { fields, whole } = placeRefusal(error.problem);
        return point(fields, whole);
      }
      const why =
        error instanceof ServerGone ? "the server does not answer; start it again with plimsoll serve" : String(error);
      return point({}, why);
    }
    interrupted = null;
    void queries.invalidateQueries();
    dialog.current?.close();
    void navigate({ to: `/risks/${body.id}` as never });
  };

  return createPortal(
    <dialog ref={dialog} className="assessment-dialog" aria-labelledby={heading} onClose={onClose}>
      <header>
        <h2 className="head-line" id={heading}>
          New risk
        </h2>
        <p className="measure">What could go wrong with one system, as a loss event that a person could recognise</p>
      </header>
      {workspace ? (
        <NewRiskForm
          draft={draft}
          workspace={workspace}
          mistakes={mistakes}
          refusal={refusal}
          state={state}
          onChange={change}
          onSubmit={() => void submit()}
          onCancel={() => {
            interrupted = null;
            dialog.current?.close();
          }}
        />
      ) : null}
    </dialog>,
    document.body,
  );
}

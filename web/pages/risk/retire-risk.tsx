import { useNavigate } from "@tanstack/react-router";
import { useEffect, useId, useRef, useState } from "react";
import type { RiskFigures } from "../../../src/contract/heat-map.ts";
import { SaveNote } from "./save-note.tsx";
import { useSaveRisk } from "./use-save-risk.ts";

/** Takes a risk out of use once its consequences were read; then its system is shown, whose history says so. */
export function RetireRisk({ risk, disabled }: { readonly risk: RiskFigures; readonly disabled: boolean }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // The version is the one that stood on the page when the person asked: a later change is not retired unseen.
  const [asked, setAsked] = useState<RiskFigures | null>(null);
  const navigate = useNavigate();
  const { state, save, dismiss } = useSaveRisk();
  useEffect(() => {
    if (asked && !dialog.current?.open) dialog.current?.showModal();
  }, [asked]);
  const close = () => dialog.current?.close();
  const retire = async (change: Parameters<typeof save>[0]) => {
    if (await save(change)) void navigate({ to: `/systems/${risk.system}` as never });
  };
  return (
    <>
      <button
        type="button"
        className="button"
        aria-haspopup="dialog"
        disabled={disabled}
        onClick={() => setAsked(risk)}
      >
        Retire
      </button>
      {asked ? (
        <dialog
          ref={dialog}
          className="assessment-dialog confirm-dialog"
          aria-labelledby={heading}
          onClose={() => {
            setAsked(null);
            dismiss();
          }}
        >
          <h2 className="finding" id={heading}>
            Retire {asked.name}?
          </h2>
          <p className="lede">
            From today it is no longer counted: not in the register, on the maps, in the money or in any limit. It is
            kept with its assessments and its history, which stay readable as of any earlier day. Its controls stay as
            they are.
          </p>
          <SaveNote
            state={state}
            save={(again) => void retire(again)}
            dismiss={() => {
              dismiss();
              close();
            }}
          />
          {state.kind === "idle" || state.kind === "saving" ? (
            <p className="actions">
              <button
                type="button"
                className="button first"
                aria-disabled={state.kind === "saving"}
                onClick={() => {
                  if (state.kind === "saving") return;
                  void retire({
                    risk: asked.id,
                    riskName: asked.name,
                    version: asked.version,
                    said: "retired",
                    request: { verb: "POST", path: "retire" },
                  });
                }}
              >
                Retire the risk
              </button>
              <button type="button" className="button" onClick={close}>
                Keep it
              </button>
            </p>
          ) : null}
        </dialog>
      ) : null}
    </>
  );
}

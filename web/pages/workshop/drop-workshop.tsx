import { useState } from "react";
import type { Workshop } from "../../../src/contract/workshop.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import type { WorkshopActs } from "./use-workshop-act.ts";

interface DropWorkshopProps {
  readonly workshop: Workshop;
  readonly acts: WorkshopActs;
}

/** Ends a workshop without an outcome, once its consequences were read. */
export function DropWorkshop({ workshop, acts }: DropWorkshopProps) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <button type="button" className="button" aria-haspopup="dialog" onClick={() => setIsAsking(true)}>
        Drop the workshop
      </button>
      {isAsking ? (
        <ConfirmDialog
          question={`Drop ${workshop.name}?`}
          confirm="Drop it"
          keep="Keep it"
          onConfirm={() => void acts.run({ kind: "drop" })}
          onClose={() => setIsAsking(false)}
        >
          <p>
            It ends without an outcome, and no risk is rated anew. It stays in the list as dropped.{" "}
            {workshop.state === "open" ? "Votes that are still blind are destroyed unseen." : "Its votes stay."} It
            cannot be taken back.
          </p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}

import { useEffect, useRef, useState } from "react";
import { useReadingOnly } from "../../shell/use-reading-only.ts";
import { NewRiskDialog } from "./new-risk-dialog.tsx";

/** The button that writes down a risk; where nothing may be written it says why. `system` is chosen beforehand. */
export function NewRisk({ system }: { readonly system?: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const readingOnly = useReadingOnly();
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <span className="new-risk">
      <button
        ref={button}
        type="button"
        className="button"
        aria-haspopup="dialog"
        disabled={readingOnly !== null}
        title={readingOnly ?? undefined}
        onClick={() => setIsOpen(true)}
      >
        New risk
      </button>
      {isOpen ? <NewRiskDialog system={system} onClose={() => setIsOpen(false)} /> : null}
    </span>
  );
}

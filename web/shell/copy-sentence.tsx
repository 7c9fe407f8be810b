import { useState } from "react";

interface CopySentenceProps {
  readonly sentence: string;
  readonly className?: string;
}

/** A sentence to quote, with a button that copies it. */
export function CopySentence({ sentence, className = "" }: CopySentenceProps) {
  const [state, setState] = useState<"ready" | "copied" | "closed">("ready");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(sentence);
      setState("copied");
    } catch {
      // The clipboard is closed to this page; the sentence can be selected by hand.
      setState("closed");
    }
    setTimeout(() => setState("ready"), 2000);
  };
  return (
    <p className={`quotable ${className}`}>
      <q>{sentence}</q>{" "}
      <button type="button" className="text-button" onClick={() => void copy()}>
        {state === "ready" ? "Copy" : state === "copied" ? "Copied" : "Select it by hand"}
        <span className="visually-hidden"> the sentence</span>
      </button>
    </p>
  );
}

import { useState } from "react";
import { ScrollBox } from "../figure/scroll-box.tsx";

interface CopySnippetProps {
  /** What it is, for who hears it: "Alertmanager configuration". */
  readonly label: string;
  readonly text: string;
}

/** Lines to paste into another tool, with a button that copies them. */
export function CopySnippet({ label, text }: CopySnippetProps) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), 2000);
    } catch {
      // The clipboard is closed to this page; the lines can be selected by hand.
    }
  };
  return (
    <div className="copy-snippet">
      <ScrollBox label={label}>
        <pre>
          <code>{text}</code>
        </pre>
      </ScrollBox>
      <button type="button" className="text-button" onClick={copy}>
        <span className="visually-hidden">{label}: </span>
        {copied ? "Copied" : "Copy"}
      </button>
    </div>
  );
}

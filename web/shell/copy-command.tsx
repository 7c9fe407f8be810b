import { useState } from "react";

/** A command to type, with a button that copies it. */
export function CopyCommand({ command }: { readonly command: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(command);
      setCopied(true);
      setTimeout(() => setCopied(false), 2000);
    } catch {
      // The clipboard is closed to this page; the command can be selected by hand.
    }
  };
  return (
    <span className="copy-command">
      <code>{command}</code>
      <button type="button" className="text-button" onClick={copy}>
        <span className="visually-hidden">{command}: </span>
        {copied ? "Copied" : "Copy"}
      </button>
    </span>
  );
}

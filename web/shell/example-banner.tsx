import { useState } from "react";
import { keptText } from "../data/kept-text.ts";
import { CopyCommand } from "./copy-command.tsx";

const kept = keptText("plimsoll.example-banner");

export function ExampleBanner({ organization }: { readonly organization: string }) {
  const [shown, setShown] = useState(() => kept.read() !== "hidden");
  if (!shown) return null;
  return (
    <aside className="notice example-banner" aria-label="Example">
      <p>
        <b>Example:</b> {organization} is invented. Bring your own: <CopyCommand command="plimsoll apply your.yaml" />
      </p>
      <button
        type="button"
        className="text-button"
        onClick={() => {
          kept.write("hidden");
          setShown(false);
        }}
      >
        Hide<span className="visually-hidden"> the note that this is an example</span>
      </button>
    </aside>
  );
}

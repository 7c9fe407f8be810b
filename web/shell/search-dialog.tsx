import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { formatNumber } from "../../src/chart/series/format-number.ts";
import { workspaceQuery } from "../data/queries.ts";
import { type Found, foundByName } from "./found-by-name.ts";
import { type FoundRisks, useFoundRisks } from "./use-found-risks.ts";

/** Finds a risk or a system by name: Ctrl K from anywhere. */
export function SearchDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);

  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setIsOpen(true);
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
  useEffect(() => {
    if (isOpen && !dialog.current?.open) dialog.current?.showModal();
  }, [isOpen]);

  return (
    <>
      <button type="button" className="search-button" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <span>Search</span>
        <kbd>Ctrl K</kbd>
      </button>
      {/* Not inside the bar: where the bar's tools are folded away, Ctrl K would open what nobody sees. */}
      {createPortal(
        <dialog ref={dialog} className="search-dialog" aria-label="Search" onClose={() => setIsOpen(false)}>
          {isOpen ? <Search close={() => dialog.current?.close()} /> : null}
        </dialog>,
        document.body,
      )}
    </>
  );
}

function Search({ close }: { readonly close: () => void }) {
  const navigate = useNavigate();
  const { data: workspace } = useQuery(workspaceQuery);
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const { risks, total, state, error } = useFoundRisks(text);
  const found = foundByName(text, risks, workspace?.systems ?? []);
  const shown = found[active];
  // Enter before the answer is there opens what it brings, not what stood there before.
  const [wanted, setWanted] = useState<"nothing" | "first">("nothing");

  const open = (entry: Found) => {
    close();
    void navigate({ to: `/${entry.kind === "risk" ? "risks" : "systems"}/${entry.id}` as never });
  };
  const first = found[0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once, by the answer that was waited for
  useEffect(() => {
    if (wanted === "nothing" || state === "searching") return;
    setWanted("nothing");
    if (first) open(first);
  }, [wanted, state]);
  const onKeyDown = (event: KeyboardEvent) => {
    const last = found.length - 1;
    if (event.key === "Enter") {
      if (state === "searching") setWanted("first");
      else if (shown) open(shown);
    } else if (event.key === "ArrowDown") setActive(active >= last ? 0 : active + 1);
    else if (event.key === "ArrowUp") setActive(active <= 0 ? Math.max(0, last) : active - 1);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        // The dialog was opened to type here.
        // biome-ignore lint/a11y/noAutofocus: focus belongs in the field of a dialog that is one field
        autoFocus
        type="text"
        role="combobox"
        aria-label="Name of a risk or a system"
        aria-expanded={found.length > 0}
        aria-controls="search-found"
        aria-activedescendant={shown ? `found-${active}` : undefined}
        placeholder="A risk or a system"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setActive(0);
          setWanted("nothing");
        }}
        onKeyDown={onKeyDown}
      />
      <div id="search-found" role="listbox" aria-label="Found">
        {found.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above handles the keys of its list
          <div
            key={`${entry.kind} ${entry.id}`}
            id={`found-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onClick={() => open(entry)}
            onPointerMove={() => setActive(index)}
          >
            <span>{entry.name}</span>
            <small>{entry.where}</small>
          </div>
        ))}
      </div>
      <p className="search-note" role="status">
        {noteOf({ text: text.trim(), found: found.length, listed: risks.length, total, state, error })}
      </p>
    </>
  );
}

function noteOf(search: {
  text: string;
  found: number;
  listed: number;
  total: number;
  state: FoundRisks["state"];
  error: Error | null;
}): string {
  const { text, found, listed, total, state, error } = search;
  if (text === "") return "Type a part of a name, a cause or an event. Esc closes.";
  if (error !== null) return `Risks are not searched: ${error.message}.`;
  if (total > listed) return `${formatNumber(listed)} of ${formatNumber(total)} risks; type more to narrow them.`;
  if (found > 0) return "";
  return state === "searching" ? "Searching" : `Nothing is found for “${text}”.`;
}

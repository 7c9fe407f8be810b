import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { heatMapQuery, workspaceQuery } from "../data/queries.ts";
import { foundByName } from "./found-by-name.ts";
import { useAsOf } from "./use-as-of.ts";

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
  const [asOf] = useAsOf();
  const navigate = useNavigate();
  const { data: workspace } = useQuery(workspaceQuery);
  const { data: map } = useQuery(heatMapQuery(asOf, "residual", "score", {}));
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const found = foundByName(text, map?.marks ?? [], workspace?.systems ?? []);
  const unlisted = map ? map.total - map.marks.length : 0;

  const open = (index: number) => {
    const entry = found[index];
    if (!entry) return;
    close();
    void navigate({
      to: "/",
      search: (search) => (entry.kind === "risk" ? { ...search, risk: entry.id } : { system: entry.id }),
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = found.length - 1;
    if (event.key === "Enter") open(active);
    else if (event.key === "ArrowDown") setActive(active >= last ? 0 : active + 1);
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
        aria-activedescendant={found[active] ? `found-${active}` : undefined}
        placeholder="A risk or a system"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setActive(0);
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
            onClick={() => open(index)}
            onPointerMove={() => setActive(index)}
          >
            <span>{entry.name}</span>
            <small>{entry.where}</small>
          </div>
        ))}
      </div>
      <p className="search-note" role="status">
        {text.trim() === ""
          ? "Type a part of a name. Esc closes."
          : found.length === 0
            ? `Nothing is named “${text.trim()}”.`
            : ""}
        {unlisted > 0 ? ` Searched are the ${map?.marks.length} worst risks of ${map?.total}.` : ""}
      </p>
    </>
  );
}

import { type ReactNode, useEffect, useRef } from "react";
import type { ItemDraft } from "./ahp-draft.ts";

interface NameListProps<Draft extends ItemDraft> {
  /** What each is, such as “Item”. */
  readonly what: string;
  /** Words of the button that adds another. */
  readonly add: string;
  readonly list: readonly Draft[];
  readonly most: number;
  readonly closed: string | null;
  readonly onName: (key: number, name: string) => void;
  readonly onAdd: () => void;
  readonly onRemove: (key: number) => void;
  /** What stands beside each name. */
  readonly beside?: (draft: Draft) => ReactNode;
}

/** Names that can be changed, added and taken out. Enter in the last one adds another. */
export function NameList<Draft extends ItemDraft>(props: NameListProps<Draft>) {
  const { what, add, list, most, closed, onName, onAdd, onRemove, beside } = props;
  const place = useRef<HTMLDivElement>(null);
  const isAdding = useRef(false);
  useEffect(() => {
    if (!isAdding.current) return;
    isAdding.current = false;
    const fields = place.current?.querySelectorAll<HTMLInputElement>("input.name-field");
    fields?.[fields.length - 1]?.focus();
  });
  const addOne = () => {
    isAdding.current = true;
    onAdd();
  };
  return (
    <div ref={place}>
      {list.length === 0 ? null : (
        <ol className="item-fields">
          {list.map((draft, at) => (
            <li key={draft.key}>
              <input
                className="name-field"
                aria-label={`${what} ${at + 1}`}
                value={draft.name}
                maxLength={200}
                disabled={closed !== null}
                onChange={({ target }) => onName(draft.key, target.value)}
                onKeyDown={(event) => {
                  if (event.key !== "Enter" || at !== list.length - 1 || draft.name.trim() === "") return;
                  event.preventDefault();
                  addOne();
                }}
              />
              {beside?.(draft)}
              {closed === null ? (
                <button
                  type="button"
                  className="text-button"
                  aria-label={`Remove ${draft.name || `${what.toLowerCase()} ${at + 1}`}`}
                  onClick={() => onRemove(draft.key)}
                >
                  Remove
                </button>
              ) : null}
            </li>
          ))}
        </ol>
      )}
      {closed === null ? (
        <p className="actions">
          <button type="button" className="button" disabled={list.length >= most} onClick={addOne}>
            {add}
          </button>
        </p>
      ) : null}
    </div>
  );
}

import { useEffect, useRef } from "react";
import { type AhpSheet, withNewItem, withoutItem } from "./ahp-draft.ts";

interface ItemFieldsProps {
  readonly sheet: AhpSheet;
  readonly closed: string | null;
  readonly onChange: (sheet: AhpSheet, field?: string) => void;
}

/** What is weighed: names that can be changed, added and taken out. Enter in the last one adds another. */
export function ItemFields({ sheet, closed, onChange }: ItemFieldsProps) {
  const { items } = sheet;
  const list = useRef<HTMLOListElement>(null);
  const isAdding = useRef(false);
  useEffect(() => {
    if (!isAdding.current) return;
    isAdding.current = false;
    list.current?.querySelector<HTMLInputElement>("li:last-child input")?.focus();
  });
  const add = () => {
    isAdding.current = true;
    onChange(withNewItem(sheet));
  };
  return (
    <section className="block" aria-labelledby="items-title">
      <header>
        <div>
          <h2 className="finding" id="items-title">
            What is weighed
          </h2>
        </div>
      </header>
      <ol className="item-fields" ref={list}>
        {items.map(({ key, name }, at) => (
          <li key={key}>
            <input
              aria-label={`Item ${at + 1}`}
              value={name}
              maxLength={200}
              disabled={closed !== null}
              onChange={({ target }) =>
                onChange(
                  { ...sheet, items: items.map((item) => (item.key === key ? { key, name: target.value } : item)) },
                  `item ${key}`,
                )
              }
              onKeyDown={(event) => {
                if (event.key !== "Enter" || at !== items.length - 1 || name.trim() === "") return;
                event.preventDefault();
                add();
              }}
            />
            {closed === null ? (
              <button
                type="button"
                className="text-button"
                aria-label={`Remove ${name || `item ${at + 1}`}`}
                onClick={() => onChange(withoutItem(sheet, key))}
              >
                Remove
              </button>
            ) : null}
          </li>
        ))}
      </ol>
      {closed === null ? (
        <p className="actions">
          <button type="button" className="button" disabled={items.length >= 200} onClick={add}>
            Add an item
          </button>
        </p>
      ) : null}
    </section>
  );
}

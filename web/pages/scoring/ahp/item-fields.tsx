import type { AhpSheet } from "./ahp-draft.ts";
import { withItemNamed, withNewItem, withoutItem } from "./change-sheet.ts";
import { NameList } from "./name-list.tsx";

interface ItemFieldsProps {
  readonly sheet: AhpSheet;
  readonly closed: string | null;
  readonly onChange: (sheet: AhpSheet, field?: string) => void;
}

/** What is weighed: names that can be changed, added and taken out. */
export function ItemFields({ sheet, closed, onChange }: ItemFieldsProps) {
  return (
    <section className="block" aria-labelledby="items-title">
      <header>
        <div>
          <h2 className="finding" id="items-title">
            What is weighed
          </h2>
        </div>
      </header>
      <NameList
        what="Item"
        add="Add an item"
        list={sheet.items}
        most={200}
        closed={closed}
        onName={(key, name) => onChange(withItemNamed(sheet, key, name), `item ${key}`)}
        onAdd={() => onChange(withNewItem(sheet))}
        onRemove={(key) => onChange(withoutItem(sheet, key))}
      />
    </section>
  );
}

import type { ReactNode } from "react";

export interface Sort<Column extends string> {
  readonly by: Column;
  readonly order: "ascending" | "descending";
}

interface SortHeaderProps<Column extends string> {
  readonly column: Column;
  readonly sort: Sort<Column> | null;
  readonly onSort: (sort: Sort<Column>) => void;
  /** Order of the first press: numbers usually begin with the largest. */
  readonly first?: "ascending" | "descending";
  readonly className?: string;
  readonly children: ReactNode;
}

/** A column's head that sorts by it; pressed again it turns the order round. */
export function SortHeader<Column extends string>(props: SortHeaderProps<Column>) {
  const { column, sort, onSort, first = "ascending", className, children } = props;
  const order = sort?.by === column ? sort.order : null;
  const next = order === null ? first : order === "ascending" ? "descending" : "ascending";
  return (
    <th scope="col" className={className} aria-sort={order ?? "none"}>
      <button type="button" className="sort" onClick={() => onSort({ by: column, order: next })}>
        {children}
        {order === null ? null : (
          <svg viewBox="0 0 8 8" aria-hidden="true">
            <path d={order === "ascending" ? "M0 6h8L4 1z" : "M0 2h8L4 7z"} />
          </svg>
        )}
      </button>
    </th>
  );
}

import { defaultRangeExtractor, type Range, useWindowVirtualizer } from "@tanstack/react-virtual";
import {
  Fragment,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { RiskFigures } from "../../../src/contract/heat-map.ts";
import { SortHeader } from "../../figure/sort-header.tsx";
import { type GridPlace, gridMove } from "./grid-move.ts";
import type { CellContext, RegisterColumn, Room } from "./register-columns.tsx";
import { RegisterRow } from "./register-row.tsx";
import { firstOrder, orderOf, type RegisterSearch } from "./register-search.ts";

interface RegisterGridProps {
  readonly search: RegisterSearch;
  readonly room: Room;
  readonly rowHeight: number;
  readonly columns: readonly RegisterColumn[];
  readonly context: CellContext;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly total: number;
  readonly state: "current" | "loading" | "held";
  readonly rowAt: (index: number) => RiskFigures | undefined;
  readonly onRange: (first: number, last: number) => void;
  readonly onUse: (use: "in-use" | "left") => void;
  readonly onSort: (part: Pick<RegisterSearch, "sort" | "order">) => void;
  readonly onOpen: (risk: RiskFigures) => void;
  /** Why nothing can be edited now; undefined when it can. */
  readonly readOnly: string | undefined;
  readonly onEdited: (risk: RiskFigures, field: "name" | "owner", value: string) => void;
  readonly onAssess: (risk: RiskFigures) => void;
}

const overscan = 8;
const headHeight = 30;

/** The register as a grid: rows are made as they come into view, the arrow keys move over all of them. */
export function RegisterGrid(props: RegisterGridProps) {
  const { search, room, rowHeight, columns, total, rowAt, onRange, onUse, onOpen } = props;
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<GridPlace>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<"name" | "owner" | null>(null);
  const [said, setSaid] = useState("");
  const focusWanted = useRef(false);
  const [top, setTop] = useState(0);
  const place = { row: Math.min(active.row, total - 1), column: Math.min(active.column, columns.length - 1) };

  useLayoutEffect(() => {
    // What stands above the table decides where it begins; that changes with the width and with notices.
    const measure = () => setTop((table.current?.getBoundingClientRect().top ?? 0) + scrollY);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);

  const virtualizer = useWindowVirtualizer({
    count: total,
    estimateSize: () => rowHeight,
    overscan,
    scrollMargin: top + headHeight,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: rowHeight,
    // The active row stays even out of view: the focus must not fall into nothing.
    rangeExtractor: useCallback(
      (range: Range) => [...new Set([...defaultRangeExtractor(range), place.row])].sort((a, b) => a - b),
      [place.row],
    ),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height of rows is what asks for measuring anew
  useEffect(() => virtualizer.measure(), [rowHeight, virtualizer]);

  const question = JSON.stringify([search, room]);
  const asked = useRef(question);
  useEffect(() => {
    if (asked.current === question) return;
    asked.current = question;
    setActive({ row: 0, column: 0 });
    setEditing(null);
    if (scrollY > top) scrollTo({ top });
  }, [question, top]);

  const items = virtualizer.getVirtualItems().filter(({ index }) => index < total);
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  useEffect(() => onRange(startIndex, endIndex), [onRange, startIndex, endIndex]);

  useEffect(() => {
    if (!focusWanted.current || editing !== null) return;
    const cell = table.current?.querySelector<HTMLElement>(
      `[data-row="${place.row}"] > [data-column="${place.column}"]`,
    );
    if (!cell) return;
    focusWanted.current = false;
    cell.focus({ preventScroll: true });
  });

  const goTo = (next: GridPlace) => {
    focusWanted.current = true;
    setActive(next);
    setSaid("");
    virtualizer.scrollToIndex(next.row, { align: "auto" });
  };
  const edit = (at: GridPlace) => {
    const risk = rowAt(at.row);
    const column = columns[at.column];
    if (!risk || !column) return;
    if (props.readOnly !== undefined) setSaid(props.readOnly);
    else if (column.edit === undefined) setSaid(`${column.title} is not edited here: it follows from other fields`);
    else if (column.edit === "assessment") props.onAssess(risk);
    else setEditing(column.edit);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (editing !== null || event.altKey || !cellUnder(event)) return;
    const rowsPerPage = Math.max(1, Math.floor((innerHeight - headHeight) / rowHeight) - 1);
    const next = gridMove(place, event, { rows: total, columns: columns.length, rowsPerPage });
    const risk = rowAt(place.row);
    if (next) goTo(next);
    else if (event.key === "Enter" && risk) onOpen(risk);
    else if (event.key === "F2" || (event.key.toLowerCase() === "e" && !event.ctrlKey && !event.metaKey)) edit(place);
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const at = cellUnder(event);
    if (!at || editing !== null) return;
    focusWanted.current = true;
    setActive(at);
    setSaid("");
    // A press on the name opens the risk; elsewhere it chooses the cell.
    const risk = rowAt(at.row);
    const isName = event.target instanceof Element && event.target.closest(".risk-name") !== null;
    if (risk && (isName || room === "narrow")) onOpen(risk);
  };
  const leaveEditing = useCallback(() => {
    focusWanted.current = true;
    setEditing(null);
  }, []);
  const { onEdited } = props;
  const finishEditing = useCallback(
    (risk: RiskFigures, field: "name" | "owner", value: string) => {
      focusWanted.current = true;
      setEditing(null);
      onEdited(risk, field, value);
    },
    [onEdited],
  );

  const { sort, order } = orderOf(search);
  const first = items[0];
  const last = items.at(-1);
  let offset = top + headHeight;
  return (
    <>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are moved through by key
        role="grid"
        aria-label="Risks"
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        aria-busy={props.state === "loading"}
        className={`figures register-grid ${room}`}
        style={{ "--register-row": `${rowHeight}px` } as never}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={(event) => {
          // A screen reader moves the focus to any cell by itself: keys then mean that cell.
          const at = cellUnder(event);
          if (at && editing === null && (at.row !== place.row || at.column !== place.column)) setActive(at);
        }}
        onDoubleClick={(event) => {
          const at = cellUnder(event);
          if (at) edit(at);
        }}
        onPointerEnter={() => onUse("in-use")}
        onPointerLeave={() => onUse("left")}
      >
        <colgroup>
          {columns.map(({ id }) => (
            <col key={id} className={`column-${id}`} />
          ))}
        </colgroup>
        <thead className={room === "narrow" ? "visually-hidden" : undefined}>
          <tr aria-rowindex={1}>
            {columns.map(({ id, title, kind }) => (
              <SortHeader
                key={id}
                column={id}
                sort={{ by: sort, order }}
                first={firstOrder(id)}
                className={kind === "number" ? `number column-${id}` : `column-${id}`}
                onSort={(next) => props.onSort({ sort: next.by, order: next.order })}
              >
                {title}
              </SortHeader>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ index, start, end }) => {
            const gap = Math.round(start - offset);
            offset = end;
            return (
              <Fragment key={index}>
                <Gap height={gap} columns={columns.length} />
                <RegisterRow
                  risk={rowAt(index)}
                  index={index}
                  columns={columns}
                  context={props.context}
                  active={index === place.row ? place.column : null}
                  editing={index === place.row ? editing : null}
                  people={props.people}
                  onEdited={finishEditing}
                  onLeft={leaveEditing}
                />
              </Fragment>
            );
          })}
          {first && last ? (
            <Gap height={virtualizer.getTotalSize() + top + headHeight - last.end} columns={columns.length} />
          ) : null}
        </tbody>
      </table>
      <p className="grid-said" role="status">
        {said}
      </p>
    </>
  );
}

/** Stands for the rows that are not made. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  return height > 0 ? (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <tr aria-hidden="true" className="gap" style={{ height }}>
      <td colSpan={columns} />
    </tr>
  ) : null;
}

function cellUnder({ target }: { target: EventTarget }): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
  const row = cell?.parentElement?.dataset.row;
  return cell && row !== undefined ? { row: Number(row), column: Number(cell.dataset.column) } : null;
}

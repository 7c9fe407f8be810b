import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from "react";
import type { GridPlace } from "../register/grid-move.ts";
import { type LeaveCell, nextByTab, sheetAct } from "./sheet-keys.ts";

interface SheetCellsProps {
  readonly rows: number;
  readonly columns: number;
  readonly place: GridPlace;
  /** Why nothing may be changed now; null where it may. */
  readonly closed: string | null;
  /** Why the cell that the sheet stands on is not typed into; null where it is. */
  readonly fixed: string | null;
  /** Whether the last row is one that was just added: it is named first. */
  readonly lastRow: "unnamed" | "named";
  readonly onPlace: (place: GridPlace) => void;
  /** Writes into the cell that the sheet stands on. */
  readonly onWrite: (text: string) => void;
  readonly onUndo: () => void;
  /** Key of a row that was just added anywhere else: it is named first. */
  readonly added?: number | null;
  /** Keys of the sheet's own, asked before the usual ones; says what is to be said, or null where a key is not its own. */
  readonly onOwnKey?: (event: KeyboardEvent) => { readonly says: string } | null;
  /** Puts text in from the cell on that the sheet stands on; says what became of it. */
  readonly onPaste?: (text: string) => string;
}

interface SheetCells {
  readonly table: RefObject<HTMLTableElement | null>;
  /** The cell that the sheet stands on is typed into, begun by a key or as it is; null while it is not. */
  readonly editing: { readonly typed: string | null } | null;
  readonly finish: (text: string | null, leave: LeaveCell) => void;
  /** Why a key did nothing. */
  readonly said: string;
  readonly gridProps: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onClick: (event: MouseEvent) => void;
    readonly onDoubleClick: (event: MouseEvent) => void;
    readonly onFocus: (event: FocusEvent) => void;
    readonly onPaste: (event: ClipboardEvent) => void;
  };
}

/** Moving through a sheet and typing into its cells as in a spreadsheet. Rows are `data-row`, cells `data-column`. */
export function useSheetCells(props: SheetCellsProps): SheetCells {
  const { rows, columns, place, closed, fixed, lastRow, onPlace, onWrite, onUndo } = props;
  const { added = null, onOwnKey, onPaste } = props;
  const table = useRef<HTMLTableElement>(null);
  const focusWanted = useRef(false);
  const isTabFree = useRef(false);
  const [editing, setEditing] = useState<{ readonly typed: string | null } | null>(null);
  const [said, setSaid] = useState("");
  const rowCount = useRef(rows);
  const size = { rows, columns };

  useEffect(() => {
    if (rows === rowCount.current + 1 && place.row === rows - 1 && lastRow === "unnamed") setEditing({ typed: null });
    rowCount.current = rows;
  }, [rows, place.row, lastRow]);
  useEffect(() => {
    if (added !== null) setEditing({ typed: null });
  }, [added]);
  useEffect(() => {
    if (!focusWanted.current || editing !== null) return;
    focusWanted.current = false;
    const cell = table.current?.querySelector<HTMLElement>(
      `[data-row="${place.row}"] > [data-column="${place.column}"]`,
    );
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  const goTo = (next: GridPlace) => {
    focusWanted.current = true;
    setSaid("");
    onPlace(next);
  };
  const edit = (typed: string | null) => {
    const why = closed ?? fixed;
    if (why === null) setEditing({ typed });
    else setSaid(why);
  };
  const finish = (text: string | null, leave: LeaveCell) => {
    focusWanted.current = true;
    setEditing(null);
    if (text !== null) onWrite(text);
    const next = placeAfter(place, leave, size);
    if (next) onPlace(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (editing !== null || !placeUnder(event)) return;
    const own = onOwnKey?.(event);
    if (own) {
      event.preventDefault();
      focusWanted.current = true;
      setSaid(own.says);
      return;
    }
    if (event.altKey) return;
    if (event.key === "Tab" && isTabFree.current) return;
    const act = sheetAct(place, event, size);
    if (event.key !== "Shift") isTabFree.current = act?.kind === "free-tab";
    if (act === null) return;
    event.preventDefault();
    if (act.kind === "go") goTo(act.to);
    else if (act.kind === "edit") edit(act.typed);
    else if (act.kind === "free-tab") setSaid("Tab leaves the sheet now.");
    else if (closed !== null) setSaid(closed);
    else if (act.kind === "undo") onUndo();
    else if (fixed === null) onWrite("");
  };
  return {
    table,
    editing,
    finish,
    said,
    gridProps: {
      onKeyDown,
      onClick: (event) => {
        const at = placeUnder(event);
        if (at && editing === null) goTo(at);
      },
      onDoubleClick: (event) => {
        if (placeUnder(event) && editing === null) edit(null);
      },
      onFocus: (event) => {
        const at = placeUnder(event);
        if (at && editing === null && (at.row !== place.row || at.column !== place.column)) onPlace(at);
      },
      onPaste: (event) => {
        if (onPaste === undefined || !placeUnder(event)) return;
        const text = event.clipboardData.getData("text/plain");
        // Into a cell that is being typed goes a text; a block goes into the sheet.
        if (editing !== null && !/[\t\n]/.test(text.trimEnd())) return;
        event.preventDefault();
        setEditing(null);
        if (closed !== null) return setSaid(closed);
        focusWanted.current = true;
        setSaid(onPaste(text));
      },
    },
  };
}

function placeAfter(
  place: GridPlace,
  leave: LeaveCell,
  size: { readonly rows: number; readonly columns: number },
): GridPlace | null {
  switch (leave) {
    case "stay":
      return null;
    case "down":
      return { row: Math.min(size.rows - 1, place.row + 1), column: place.column };
    case "up":
      return { row: Math.max(0, place.row - 1), column: place.column };
    case "right":
      return nextByTab(place, 1, size);
    case "left":
      return nextByTab(place, -1, size);
  }
}

function placeUnder({ target }: { target: EventTarget }): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
  const row = cell?.parentElement?.dataset.row;
  return cell && row !== undefined ? { row: Number(row), column: Number(cell.dataset.column) } : null;
}

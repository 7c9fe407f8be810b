import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from "react";
import type { FmeaReport } from "../../../../src/contract/fmea-report.ts";
import { ScrollX } from "../../../figure/scroll-x.tsx";
import { ShowMore } from "../../../figure/show-more.tsx";
import type { GridPlace } from "../../register/grid-move.ts";
import type { FmeaSheet, ModeDraft } from "./fmea-draft.ts";
import { FmeaRow } from "./fmea-row.tsx";
import { sheetColumns } from "./sheet-columns.ts";
import { type LeaveCell, nextByTab, sheetAct } from "./sheet-keys.ts";

interface FmeaGridProps {
  readonly sheet: FmeaSheet;
  readonly figures: ReadonlyMap<number, FmeaReport["modes"][number]>;
  readonly mistakes: ReadonlyMap<string, string>;
  readonly place: GridPlace;
  readonly closed: string | null;
  readonly onPlace: (place: GridPlace) => void;
  readonly onChange: (sheet: FmeaSheet) => void;
  readonly onUndo: () => void;
}

const rowsAtOnce = 100;

/** The sheet of failure modes, moved through and typed into as a spreadsheet is. */
export function FmeaGrid({ sheet, figures, mistakes, place, closed, onPlace, onChange, onUndo }: FmeaGridProps) {
  const { modes } = sheet;
  const table = useRef<HTMLTableElement>(null);
  const focusWanted = useRef(false);
  const isTabFree = useRef(false);
  const [editing, setEditing] = useState<{ readonly typed: string | null } | null>(null);
  const [said, setSaid] = useState("");
  const [limit, setLimit] = useState(rowsAtOnce);
  const rowCount = useRef(modes.length);
  const shown = Math.min(Math.max(limit, place.row + 1), modes.length);
  const size = { rows: modes.length, columns: sheetColumns.length };
  const mode = modes[place.row];
  const column = sheetColumns[place.column]!;

  useEffect(() => {
    // A row that was just added is named first.
    if (modes.length === rowCount.current + 1 && place.row === modes.length - 1 && modes.at(-1)?.id === "")
      setEditing({ typed: null });
    rowCount.current = modes.length;
  }, [modes, place.row]);
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
  const write = (text: string) => {
    if (mode === undefined || column.edits === null) return;
    const next = withText(mode, column.edits, text);
    if (next !== mode) onChange({ modes: modes.map((each) => (each === mode ? next : each)) });
  };
  const edit = (typed: string | null) => {
    if (closed !== null) setSaid(closed);
    else if (column.edits === null) setSaid(`${sentenceCase(column.meaning)} follows from the ratings.`);
    else setEditing({ typed });
  };
  const finish = (text: string | null, leave: LeaveCell) => {
    focusWanted.current = true;
    setEditing(null);
    if (text !== null) write(text);
    const step = { stay: null, down: [1, 0], up: [-1, 0], right: 1, left: -1 }[leave] as
      | null
      | number
      | [number, number];
    if (step === null) return;
    const next =
      typeof step === "number"
        ? nextByTab(place, step as 1 | -1, size)
        : { row: Math.max(0, Math.min(size.rows - 1, place.row + step[0])), column: place.column };
    if (next) onPlace(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (editing !== null || event.altKey || !placeUnder(event)) return;
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
    else write("");
  };
  const choose = (event: MouseEvent) => {
    const at = placeUnder(event);
    if (at && editing === null) goTo(at);
  };

  if (modes.length === 0)
    return (
      <p className="lede sheet-empty">
        No failure mode yet. Ask of each function: how does it fail, what does that do to people, and what would notice
        it?
      </p>
    );
  return (
    <>
      <ScrollX label="Failure modes">
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are moved through by key
          role="grid"
          aria-label="Failure modes"
          aria-describedby="sheet-keys"
          aria-rowcount={modes.length + 1}
          aria-readonly={closed !== null}
          className="figures fmea-grid"
          onKeyDown={onKeyDown}
          onClick={choose}
          onDoubleClick={(event) => {
            if (placeUnder(event) && editing === null) edit(null);
          }}
          onFocus={(event) => {
            const at = placeUnder(event);
            if (at && editing === null && (at.row !== place.row || at.column !== place.column)) onPlace(at);
          }}
        >
          <thead>
            <tr aria-rowindex={1}>
              {sheetColumns.map(({ id, title, meaning }) => (
                <th key={id} scope="col" className={`column-${className(id)}`}>
                  <abbr title={meaning}>{title}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {modes.slice(0, shown).map((each, index) => (
              <FmeaRow
                key={each.key}
                mode={each}
                index={index}
                figures={figures.get(each.key)}
                mistakes={mistakes}
                active={index === place.row ? place.column : null}
                editing={index === place.row ? editing : null}
                onFinish={finish}
              />
            ))}
          </tbody>
        </table>
      </ScrollX>
      <ShowMore
        shown={shown}
        total={modes.length}
        atOnce={rowsAtOnce}
        of="failure modes"
        more={() => setLimit(shown + rowsAtOnce)}
      />
      <p className="measure" id="sheet-keys">
        Arrows move, typing replaces, Enter opens a cell, Delete empties it, Esc gives up; Esc, then Tab leaves the
        sheet
      </p>
      <p className="sheet-said" role="status">
        {said || (mode && editing === null ? (mistakes.get(`${mode.key}.${column.id}`) ?? "") : "")}
      </p>
    </>
  );
}

function withText(mode: ModeDraft, edits: "id" | { when: "now" | "after"; field: string }, text: string): ModeDraft {
  if (edits === "id") return mode.id === text ? mode : { ...mode, id: text };
  const ratings = { ...mode[edits.when], [edits.field]: text };
  return { ...mode, [edits.when]: ratings };
}

function className(column: string): string {
  return column.replace(".", "-");
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function placeUnder({ target }: { target: EventTarget }): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
  const row = cell?.parentElement?.dataset.row;
  return cell && row !== undefined ? { row: Number(row), column: Number(cell.dataset.column) } : null;
}

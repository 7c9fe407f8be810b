import { useState } from "react";
import type { FmeaReport } from "../../../../src/contract/fmea-report.ts";
import { ScrollX } from "../../../figure/scroll-x.tsx";
import { ShowMore } from "../../../figure/show-more.tsx";
import type { GridPlace } from "../../register/grid-move.ts";
import { useSheetCells } from "../use-sheet-cells.ts";
import type { FmeaSheet } from "./fmea-draft.ts";
import { FmeaRow } from "./fmea-row.tsx";
import { pasteBlock, pastedWords, withText } from "./paste-block.ts";
import { sheetColumns } from "./sheet-columns.ts";

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
  const [limit, setLimit] = useState(rowsAtOnce);
  const shown = Math.min(Math.max(limit, place.row + 1), modes.length);
  const mode = modes[place.row];
  const column = sheetColumns[place.column]!;
  const write = (text: string) => {
    if (mode === undefined || column.edits === null) return;
    const next = withText(mode, column.edits, text);
    if (next !== mode) onChange({ modes: modes.map((each) => (each === mode ? next : each)) });
  };
  const { table, editing, finish, said, gridProps } = useSheetCells({
    rows: modes.length,
    columns: sheetColumns.length,
    place,
    closed,
    fixed: column.edits === null ? `${sentenceCase(column.meaning)} follows from the ratings.` : null,
    lastRow: modes.at(-1)?.id === "" ? "unnamed" : "named",
    onPlace,
    onWrite: write,
    onUndo,
    onPaste: (text) => {
      const pasted = pasteBlock(sheet, place, text);
      onChange(pasted.sheet);
      return pastedWords(pasted);
    },
  });

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
          className="figures sheet-grid fmea-grid"
          {...gridProps}
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
        Arrows move, typing replaces, Enter opens a cell, Delete empties it, Esc gives up; a block of a spreadsheet is
        pasted from the cell on; Esc, then Tab leaves the sheet
      </p>
      <p className="sheet-said" role="status">
        {said || (mode && editing === null ? (mistakes.get(`${mode.key}.${column.id}`) ?? "") : "")}
      </p>
    </>
  );
}

function className(column: string): string {
  return column.replace(".", "-");
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

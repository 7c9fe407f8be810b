import type { KeyboardEvent } from "react";
import { ScrollX } from "../../../figure/scroll-x.tsx";
import type { GridPlace } from "../../register/grid-move.ts";
import { useSheetCells } from "../use-sheet-cells.ts";
import { factorColumns } from "./factor-columns.ts";
import type { FactorFigures } from "./factor-figures.ts";
import { factorAct } from "./factor-keys.ts";
import { FactorRow, isEditable } from "./factor-row.tsx";
import type { FactorMove, FactorPlace } from "./factor-tree.ts";
import type { FactorDraft, FactorHow } from "./factors-draft.ts";

interface FactorGridProps {
  readonly places: readonly FactorPlace[];
  readonly figures: FactorFigures["byKey"];
  readonly mistakes: ReadonlyMap<string, string>;
  /** Row and column of the cell that is in the tab order. */
  readonly at: GridPlace;
  readonly closed: string | null;
  /** Key of a factor that was just added: it is named first. */
  readonly added: number | null;
  readonly onPlace: (key: number, column: number) => void;
  readonly onChange: (factor: FactorDraft) => void;
  /** The factor as it is while a cell of it is typed; null once it is not. */
  readonly onType: (factor: FactorDraft | null) => void;
  /** Whether it could go there. */
  readonly onMove: (place: FactorPlace, move: FactorMove) => boolean;
  readonly onAdd: (place: FactorPlace) => void;
  readonly onRemove: (place: FactorPlace) => void;
  readonly onToggle: (key: number) => void;
  readonly onUndo: () => void;
}

/** Both trees as one table, moved through and typed into as a spreadsheet is: the twin of their drawing. */
export function FactorGrid(props: FactorGridProps) {
  const { places, figures, mistakes, at, closed, added, onPlace, onChange, onType, onToggle } = props;
  const place = places[at.row]!;
  const column = factorColumns[at.column]!;
  const onOwnKey = (event: KeyboardEvent) => {
    const asked = factorAct(at.column, event, place.state);
    if (asked === null) return null;
    const quiet = { says: "" };
    if (asked.kind === "open" || asked.kind === "close") {
      onToggle(place.factor.key);
      return quiet;
    }
    if (closed !== null) return { says: closed };
    if (asked.kind === "add") props.onAdd(place);
    else if (place.parent === null) return { says: "Likelihood and impact stay where they are." };
    else if (asked.kind === "move") return props.onMove(place, asked.move) ? quiet : { says: cannotMove[asked.move] };
    else props.onRemove(place);
    return quiet;
  };
  const { table, editing, finish, said, gridProps } = useSheetCells({
    rows: places.length,
    columns: factorColumns.length,
    place: at,
    closed,
    fixed: isEditable(place, column.id) ? null : whyComputed(place, column.id),
    lastRow: "named",
    added,
    onPlace: ({ row, column }) => onPlace(places[row]!.factor.key, column),
    onWrite: (text) => {
      const next = withText(place, column.id, text);
      if (next !== place.factor) onChange(next);
    },
    onUndo: props.onUndo,
    onOwnKey,
  });

  return (
    <>
      <ScrollX label="Factors">
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are moved through by key
          role="treegrid"
          aria-label="Factors of likelihood and impact"
          aria-describedby="factor-keys"
          aria-rowcount={places.length + 1}
          aria-readonly={closed !== null}
          className="figures sheet-grid factor-grid"
          {...gridProps}
        >
          <thead>
            <tr aria-rowindex={1}>
              {factorColumns.map(({ id, title, meaning }) => (
                <th key={id} scope="col" className={`column-${id}`}>
                  <abbr title={meaning}>{title}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((each, index) => (
              <FactorRow
                key={each.factor.key}
                place={each}
                index={index}
                rated={figures.get(each.factor.key)}
                mistakes={mistakes}
                active={index === at.row ? at.column : null}
                editing={index === at.row ? editing : null}
                onType={(text) => onType(withText(each, column.id, text))}
                onFinish={(text, leave) => {
                  onType(null);
                  finish(text, leave);
                }}
                onToggle={() => onToggle(each.factor.key)}
              />
            ))}
          </tbody>
        </table>
      </ScrollX>
      <p className="measure" id="factor-keys">
        Arrows move, typing replaces, Enter opens a cell, Delete empties it, Esc gives up. Ctrl and Enter add a factor,
        Ctrl and Delete remove it, Alt and an arrow move it. Esc, then Tab leaves the table
      </p>
      <p className="sheet-said" role="status">
        {said || (editing === null ? (mistakes.get(`${place.factor.key}.${column.id}`) ?? "") : "")}
      </p>
    </>
  );
}

const cannotMove: Readonly<Record<FactorMove, string>> = {
  up: "It is the first of its siblings.",
  down: "It is the last of its siblings.",
  in: "The factor above it has no parts; read that one from parts first.",
  out: "It stands right under the top.",
};

function whyComputed({ parent }: FactorPlace, column: string): string {
  if (column === "reading") return "It is read from its parts.";
  if (column !== "weight") return "It follows from the readings and the weights.";
  return parent === null ? "What stands at the top weighs all." : "Weights count in a weighted mean only.";
}

/** The factor with a cell written anew. */
function withText({ factor }: FactorPlace, column: string, text: string): FactorDraft {
  if (column === "name") return { ...factor, name: text };
  if (column === "how") return text === "" || text === factor.how ? factor : { ...factor, how: text as FactorHow };
  if (column === "weight" || column === "source") return { ...factor, [column]: text };
  if (column !== "reading") return factor;
  const field = factor.how === "judged" ? "level" : factor.how === "counted" ? "count" : "value";
  return { ...factor, [field]: text };
}

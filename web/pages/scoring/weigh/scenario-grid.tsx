import { useMemo, useState } from "react";
import type { ScoredScenario } from "../../../../src/contract/structured/score-scenarios.ts";
import { ScrollX } from "../../../figure/scroll-x.tsx";
import { ShowMore } from "../../../figure/show-more.tsx";
import type { GridPlace } from "../../register/grid-move.ts";
import { useSheetCells } from "../use-sheet-cells.ts";
import { scenarioColumns } from "./scenario-columns.ts";
import { ScenarioRow } from "./scenario-row.tsx";
import { type WeighSheet, withRating, withScenario } from "./weigh-draft.ts";

interface ScenarioGridProps {
  readonly sheet: WeighSheet;
  /** Figures by the row's key. */
  readonly scored: ReadonlyMap<number, ScoredScenario>;
  readonly mistakes: ReadonlyMap<string, string>;
  readonly place: GridPlace;
  readonly closed: string | null;
  readonly onPlace: (place: GridPlace) => void;
  readonly onChange: (sheet: WeighSheet) => void;
  readonly onUndo: () => void;
}

const rowsAtOnce = 100;

/** Scenarios by dimensions, moved through and typed into as a spreadsheet is. */
export function ScenarioGrid({ sheet, scored, mistakes, place, closed, onPlace, onChange, onUndo }: ScenarioGridProps) {
  const { scenarios, dimensions } = sheet;
  const [limit, setLimit] = useState(rowsAtOnce);
  const columns = useMemo(() => scenarioColumns(dimensions), [dimensions]);
  const shown = Math.min(Math.max(limit, place.row + 1), scenarios.length);
  const scenario = scenarios[place.row];
  const column = columns[place.column]!;
  const { edits } = column;
  const write = (text: string) => {
    if (scenario === undefined || edits === null) return;
    const next = edits === "name" ? { ...scenario, name: text } : withRating(scenario, edits.key, text);
    if (next !== scenario) onChange(withScenario(sheet, next));
  };
  const { table, editing, finish, said, gridProps } = useSheetCells({
    rows: scenarios.length,
    columns: columns.length,
    place,
    closed,
    fixed: edits === null ? `The ${column.meaning} follows from the ratings.` : null,
    lastRow: scenarios.at(-1)?.id === "" && scenarios.at(-1)?.name === "" ? "unnamed" : "named",
    onPlace,
    onWrite: write,
    onUndo,
  });

  if (scenarios.length === 0)
    return (
      <p className="lede sheet-empty">
        No scenario yet. Ask of each dimension: what could happen that is bad in this way, and how would we find out?
      </p>
    );
  const isDimension = edits !== "name" && edits !== null;
  const mistake = isDimension && scenario ? mistakes.get(`${scenario.key}.${edits.key}`) : undefined;
  return (
    <>
      <div className="scenario-frame">
        <ScrollX label="Scenarios">
          <table
            ref={table}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are moved through by key
            role="grid"
            aria-label="Scenarios"
            aria-describedby="sheet-keys"
            aria-rowcount={scenarios.length + 1}
            aria-readonly={closed !== null}
            className="figures sheet-grid scenario-grid"
            {...gridProps}
          >
            <thead>
              <tr aria-rowindex={1}>
                {columns.map(({ id, title, edits: of }) => (
                  <th key={id} scope="col" className={of === "name" ? "column-id" : undefined}>
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {scenarios.slice(0, shown).map((each, index) => (
                <ScenarioRow
                  key={each.key}
                  scenario={each}
                  index={index}
                  columns={columns}
                  scored={scored.get(each.key)}
                  mistakes={mistakes}
                  active={index === place.row ? place.column : null}
                  editing={index === place.row ? editing : null}
                  onFinish={finish}
                />
              ))}
            </tbody>
          </table>
        </ScrollX>
      </div>
      <ShowMore
        shown={shown}
        total={scenarios.length}
        atOnce={rowsAtOnce}
        of="scenarios"
        more={() => setLimit(shown + rowsAtOnce)}
      />
      {isDimension && edits.criterion !== "" ? (
        <p className="measure column-criterion">
          <b>{column.title}:</b> {edits.criterion}
        </p>
      ) : null}
      <p className="measure" id="sheet-keys">
        Arrows move, typing replaces, Enter opens a cell, Delete empties it, Esc gives up; Esc, then Tab leaves the
        sheet
      </p>
      <p className="sheet-said" role="status">
        {said || (editing === null ? (mistake ?? "") : "")}
      </p>
    </>
  );
}

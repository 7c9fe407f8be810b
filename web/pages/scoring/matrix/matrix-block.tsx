import { useState } from "react";
import { departureSentence } from "../../../../src/chart/series/matrix-words.ts";
import { bandKeys } from "./band-keys.ts";
import { BandSign } from "./band-sign.tsx";
import { BandTable } from "./band-table.tsx";
import type { CellPlace } from "./matrix-draft.ts";
import { MatrixGrid } from "./matrix-grid.tsx";
import type { MatrixSearch } from "./matrix-search.ts";
import type { MatrixView, ScaleReport } from "./matrix-view.ts";

interface MatrixBlockProps {
  readonly view: MatrixView;
  readonly report: ScaleReport | null;
  readonly search: MatrixSearch;
  readonly onSearch: (search: MatrixSearch) => void;
  readonly closed: string | null;
  readonly wanted: CellPlace | null;
  readonly onShown: () => void;
  readonly onCells: (places: readonly CellPlace[], position: number) => void;
  readonly onUndo: () => void;
}

/** The grid of bands with what is found of it: as a chart, to scale if asked, or as a table. */
export function MatrixBlock({
  view,
  report,
  search,
  onSearch,
  closed,
  wanted,
  onShown,
  onCells,
  onUndo,
}: MatrixBlockProps) {
  const { scale } = view;
  const top = { row: scale.likelihood.length - 1, column: scale.impact.length - 1 };
  const [asked, setPlace] = useState<CellPlace>(top);
  const place = { row: Math.min(asked.row, top.row), column: Math.min(asked.column, top.column) };
  const [chosen, setChosen] = useState<readonly CellPlace[]>([place]);
  const selected = chosen.filter(({ row, column }) => row <= top.row && column <= top.column);
  const [said, setSaid] = useState("");
  const isTable = search.view === "table";
  const cells = search.cells ?? "equal";
  const setBand = (places: readonly CellPlace[], position: number) => {
    if (closed !== null) return setSaid(closed);
    onCells(places, position);
    setSaid(`${places.length === 1 ? "The cell is" : `${places.length} cells are`} ${scale.bandNames[position]} now.`);
  };
  return (
    <section className="block matrix-block" aria-labelledby="matrix-block-head">
      <header>
        <div>
          <h2 className="finding" id="matrix-block-head">
            {(report && departureSentence(report)) ?? "Bands of likelihood by impact"}
          </h2>
          <p className="measure">
            {`${scale.likelihood.length} levels of likelihood (loss events a year) by ${scale.impact.length} of impact (loss of one event)`}
          </p>
        </div>
        <fieldset className="choices">
          <legend className="visually-hidden">How it is drawn</legend>
          {(["equal", "to-scale"] as const).map((form) => (
            <button
              key={form}
              type="button"
              aria-pressed={!isTable && cells === form}
              onClick={() => onSearch({ cells: form === "equal" ? undefined : form, view: undefined })}
            >
              {form === "equal" ? "Equal cells" : "To scale"}
            </button>
          ))}
          <button
            type="button"
            aria-pressed={isTable}
            onClick={() => onSearch({ view: isTable ? undefined : "table" })}
          >
            Table
          </button>
        </fieldset>
      </header>
      {isTable ? (
        <BandTable view={view} closed={closed} onCell={(at, position) => setBand([at], position)} />
      ) : (
        <>
          <Palette
            names={scale.bandNames}
            current={scale.bands[place.row]![place.column]!}
            closed={closed}
            onBand={(position) => setBand(selected.length > 0 ? selected : [place], position)}
          />
          <MatrixGrid
            view={view}
            cells={cells}
            closed={closed}
            place={place}
            wanted={wanted}
            onShown={onShown}
            onPlace={(at) => {
              setPlace(at);
              setSaid("");
            }}
            selected={selected}
            onSelect={setChosen}
            onBand={(position) => setBand(selected.length > 0 ? selected : [place], position)}
            onUndo={onUndo}
          />
          <CellNote view={view} place={place} />
          <MatrixKey view={view} report={report} cells={cells} />
        </>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </section>
  );
}

function Palette(props: {
  names: readonly string[];
  current: string;
  closed: string | null;
  onBand: (position: number) => void;
}) {
  const { names, current, closed, onBand } = props;
  if (closed !== null) return null;
  const keys = bandKeys(names);
  return (
    <fieldset className="palette">
      <legend className="visually-hidden">Band of the selected cells</legend>
      {names.map((name, position) => (
        <button key={name} type="button" aria-pressed={name === current} onClick={() => onBand(position)}>
          <BandSign names={names} band={name} />
          {name}
          <kbd>{keys[position] === "" ? position + 1 : `${keys[position]!.toUpperCase()} or ${position + 1}`}</kbd>
        </button>
      ))}
    </fieldset>
  );
}

/** The cell that the matrix stands on, and what is found of it. */
function CellNote({ view, place }: { readonly view: MatrixView; readonly place: CellPlace }) {
  const words = view.wordsOf(place);
  const findings = view.findingsAt(place);
  return (
    <div className="cell-note" aria-hidden="true">
      <p className="measure">{words.slice(0, words.indexOf(".") < 0 ? undefined : endOfFirst(words))}</p>
      {findings.map((finding) => (
        <p key={finding} className={view.findingOf(place) === "departure" ? "hush" : "found"}>
          {finding.charAt(0).toUpperCase() + finding.slice(1)}.
        </p>
      ))}
    </div>
  );
}

/** Amounts have points too: a sentence ends where a space or nothing follows. */
function endOfFirst(words: string): number {
  const end = words.search(/\.(\s|$)/);
  return end < 0 ? words.length : end;
}

function MatrixKey(props: { view: MatrixView; report: ScaleReport | null; cells: "equal" | "to-scale" }) {
  const { view, report, cells } = props;
  const departures = report?.departures.length ?? 0;
  return (
    <ul className="key">
      {report && report.breaches.length > 0 ? (
        <li>
          <CornerSign kind="broken" /> breaks an axiom; on focus, the cell it cannot stand beside
        </li>
      ) : null}
      {departures > 0 ? (
        <li>
          <CornerSign kind="departure" /> raised by the severity floor
        </li>
      ) : null}
      {view.journeys.length > 0 ? (
        <li>
          <svg width="34" height="10" viewBox="0 0 34 10" aria-hidden="true">
            <circle className="journey-start" cx="5" cy="5" r="4" />
            <path className="journey-arrow" d="M9.5 5H32" />
          </svg>
          from where risks are rated to where their scenario puts them
        </li>
      ) : null}
      {cells === "to-scale" ? (
        <li>Cells as large as what they hold, by factors; a dashed line is the same loss a year</li>
      ) : null}
    </ul>
  );
}

function CornerSign({ kind }: { readonly kind: "broken" | "departure" }) {
  return (
    <svg width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
      <path className={`cell-finding is-${kind}`} d="M1 1h9v9z" />
    </svg>
  );
}

import { sentenceCase } from "../../../../src/chart/series/matrix-words.ts";
import { ScrollX } from "../../../figure/scroll-x.tsx";
import { BandSign } from "./band-sign.tsx";
import type { CellPlace } from "./matrix-draft.ts";
import type { MatrixView } from "./matrix-view.ts";

interface BandTableProps {
  readonly view: MatrixView;
  readonly closed: string | null;
  readonly onCell: (place: CellPlace, position: number) => void;
}

/** The matrix as a table: the same cells, each with a field, and what is found of them in rows below. */
export function BandTable({ view, closed, onCell }: BandTableProps) {
  const { likelihood, impact, bandNames, bands } = view.scale;
  const places = likelihood.flatMap((_, row) => impact.map((__, column): CellPlace => ({ row, column })));
  const found = places.filter((place) => view.findingOf(place) !== null);
  return (
    <>
      <ScrollX label="Bands of likelihood by impact">
        <table className="figures band-table">
          <thead>
            <tr>
              <th scope="col">Likelihood</th>
              {impact.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {likelihood
              .map(({ name }, row) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {impact.map((column, j) => {
                    const band = bands[row]![j]!;
                    const place = { row, column: j };
                    return (
                      <td key={column.name}>
                        <span className="band-choice">
                          <BandSign names={bandNames} band={band} />
                          {closed === null ? (
                            <select
                              aria-label={`${sentenceCase(name)} by ${column.name}`}
                              aria-invalid={view.findingOf(place) === "broken"}
                              value={bandNames.indexOf(band)}
                              onChange={({ target }) => onCell(place, Number(target.value))}
                            >
                              {bandNames.map((each, position) => (
                                <option key={each} value={position}>
                                  {each}
                                </option>
                              ))}
                            </select>
                          ) : (
                            band
                          )}
                        </span>
                      </td>
                    );
                  })}
                </tr>
              ))
              .toReversed()}
          </tbody>
        </table>
      </ScrollX>
      {found.length > 0 ? (
        <ul className="cell-note">
          {found.flatMap((place) =>
            view.findingsAt(place).map((finding) => (
              <li
                key={`${place.row} ${place.column} ${finding}`}
                className={view.findingOf(place) === "departure" ? "hush" : "found"}
              >
                {sentenceCase(finding)}.
              </li>
            )),
          )}
        </ul>
      ) : null}
    </>
  );
}

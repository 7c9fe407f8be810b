import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { formatNumber, formatPercent } from "../../../src/chart/series/format-number.ts";
import type { Matrix } from "../../../src/chart/series/system-category-matrix.ts";
import type { HeatMap } from "../../../src/contract/heat-map.ts";
import { ShowMore, useShownRows } from "../../figure/show-more.tsx";

const rowsAtOnce = 100;

/** The matrix's twin: every cell that holds a risk as a row, every measure as a column. */
export function MatrixTable({ matrix, map }: { readonly matrix: Matrix; readonly map: HeatMap }) {
  const systems = new Map(matrix.rows.map(({ system, name }, index) => [system, { name, index }]));
  const categories = new Map(matrix.categories.map(({ id, name }) => [id, name]));
  const { shown, more } = useShownRows(map.systemCategory.length, rowsAtOnce);
  const rows = [...map.systemCategory].sort(
    (a, b) => (systems.get(a.system)?.index ?? 0) - (systems.get(b.system)?.index ?? 0),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className="scroll-x" tabIndex={0} aria-label="Systems by category">
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">System</th>
            <th scope="col">Category</th>
            <th scope="col" className="number">
              Risks
            </th>
            <th scope="col" className="number">
              Worst score
            </th>
            <th scope="col" className="number">
              Over the line
            </th>
            <th scope="col" className="number">
              Not rated
            </th>
            <th scope="col" className="number">
              Stale
            </th>
            <th scope="col" className="number">
              Expected a year
            </th>
            <th scope="col" className="number">
              P(over limit)
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((cell) => (
            <tr key={`${cell.system} ${cell.category}`}>
              <th scope="row">{systems.get(cell.system)?.name ?? cell.system}</th>
              <td>{categories.get(cell.category) ?? cell.category}</td>
              <td className="number">{formatNumber(cell.risks.length)}</td>
              <td className="number">{cell.worst ? formatNumber(cell.worst.score, 2) : "–"}</td>
              <td className="number">{formatNumber(cell.overLimit)}</td>
              <td className="number">{formatNumber(cell.unrated)}</td>
              <td className="number">{formatNumber(cell.stale)}</td>
              <td className="number">
                {cell.expectedAnnualLoss === null ? "–" : formatMoney(cell.expectedAnnualLoss, map.currency, "table")}
              </td>
              <td className="number">
                {cell.exceedanceProbability === null ? "–" : formatPercent(cell.exceedanceProbability)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ShowMore shown={shown} total={rows.length} atOnce={rowsAtOnce} of="cells" more={more} />
    </section>
  );
}

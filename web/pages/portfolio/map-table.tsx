import { MarkSign } from "../../../src/chart/draw/mark-shape.tsx";
import { formatAge } from "../../../src/chart/series/format-date.ts";
import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { formatNumber } from "../../../src/chart/series/format-number.ts";
import { markKind, markWords } from "../../../src/chart/series/mark-kind.ts";
import { worstFirst } from "../../../src/chart/series/mark-order.ts";
import type { HeatMap } from "../../../src/contract/heat-map.ts";
import { ShowMore, useShownRows } from "../../figure/show-more.tsx";

const rowsAtOnce = 100;

interface MapTableProps {
  readonly map: HeatMap;
  readonly today: string;
  readonly open: (risk: string) => void;
}

/** The map's twin: the same risks as rows. */
export function MapTable({ map, today, open }: MapTableProps) {
  const rows = [...map.marks].sort(worstFirst(map.by));
  const { shown, more } = useShownRows(rows.length, rowsAtOnce);
  const left = map.total - rows.length;
  return (
    // A region that scrolls must be reachable by key.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className="scroll-x map-table" tabIndex={0} aria-label="Risks of the map">
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">Risk</th>
            <th scope="col">System</th>
            <th scope="col">Status</th>
            <th scope="col" className="number">
              Likelihood
            </th>
            <th scope="col" className="number">
              Impact
            </th>
            <th scope="col" className="number">
              Inherent
            </th>
            <th scope="col" className="number">
              Residual
            </th>
            <th scope="col" className="number">
              Target
            </th>
            <th scope="col" className="number">
              Expected a year
            </th>
            <th scope="col" className="number">
              Assessed
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((risk) => {
            const kind = markKind(risk, map.by);
            const loss = risk.expectedAnnualLoss[map.by];
            return (
              <tr key={risk.id}>
                <th scope="row">
                  <button type="button" className="row-link" onClick={() => open(risk.id)}>
                    {risk.name}
                  </button>
                </th>
                <td>{risk.systemName}</td>
                <td className="status">
                  <MarkSign kind={kind} isStale={risk.freshness === "stale"} />
                  {markWords[kind]}
                  {risk.freshness === "stale" ? ", stale" : ""}
                </td>
                <td className="number">{risk[map.by]?.likelihood ?? "–"}</td>
                <td className="number">{risk[map.by]?.impact ?? "–"}</td>
                <td className="number">{risk.inherent ? formatNumber(risk.inherent.score, 2) : "–"}</td>
                <td className="number">{risk.residual ? formatNumber(risk.residual.score, 2) : "–"}</td>
                <td className="number">{risk.target ? formatNumber(risk.target.score, 2) : "–"}</td>
                <td className="number">{loss === null ? "–" : formatMoney(loss, map.currency, "table")}</td>
                <td className="number">{risk.assessed ? formatAge(risk.assessed, today) : "never"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <ShowMore shown={shown} total={rows.length} atOnce={rowsAtOnce} of="risks" more={more} />
      {left > 0 && shown === rows.length ? (
        <p className="measure">{formatNumber(left)} more risks are less than these.</p>
      ) : null}
    </section>
  );
}

import type { ContributionRows } from "../../../src/chart/series/contribution-rows.ts";
import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { formatPercent } from "../../../src/chart/series/format-number.ts";
import { PageLink } from "../../shell/page-link.tsx";

interface ContributionTableProps {
  readonly rows: ContributionRows;
  readonly noun: "risk" | "system";
  readonly currency: string;
}

/** Parts of the bad years and of all years, as bars and as figures that add up to the whole. */
export function ContributionTable({ rows: table, noun, currency }: ContributionTableProps) {
  const money = (amount: number) => formatMoney(amount, currency, "table");
  return (
    <table className="figures contribution-table">
      <caption className="visually-hidden">
        What each {noun} brings to the expected loss and to the mean of the worst years, 1 in 20
      </caption>
      <thead>
        <tr>
          <th scope="col">{noun === "risk" ? "Risk" : "System"}</th>
          <th scope="col" className="bar-head">
            <span aria-hidden="true">
              <i className="swatch residual" /> worst 1 in 20 <i className="swatch inherent" /> all years
            </span>
            <span className="visually-hidden">Bar</span>
          </th>
          <th scope="col" className="number" colSpan={2}>
            worst 1 in 20
          </th>
          <th scope="col" className="number" colSpan={2}>
            all years
          </th>
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.id ?? "others"}>
            <th scope="row">
              {row.id === null ? (
                row.name
              ) : (
                <PageLink className="row-link" to={`/${noun}s/${row.id}`}>
                  {row.name}
                </PageLink>
              )}
            </th>
            <td className="bar-cell">
              <svg width="100%" height="15" aria-hidden="true">
                <rect className="bar residual" y="1" width={width(row.shortfallBar)} height="8" />
                <rect className="bar inherent" y="10" width={width(row.meanBar)} height="4" />
              </svg>
            </td>
            <td className="number share">
              <b>{formatPercent(row.shareOfShortfall)}</b>
            </td>
            <td className="number">{money(row.expectedShortfall)}</td>
            <td className="number share hush">{formatPercent(row.shareOfMean)}</td>
            <td className="number hush">{money(row.expectedAnnualLoss)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">They add up to</th>
          <td className="bar-cell" />
          <td className="number share" />
          <td className="number">
            <b>{money(table.expectedShortfall)}</b>
          </td>
          <td className="number share" />
          <td className="number">{money(table.expectedAnnualLoss)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function width(share: number): string {
  return `${Math.max(0, Math.min(1, share)) * 100}%`;
}

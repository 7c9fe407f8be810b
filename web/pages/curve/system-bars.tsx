import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { formatCount, formatPercent } from "../../../src/chart/series/format-number.ts";
import type { Quantification } from "../../../src/contract/detail.ts";
import { PageLink } from "../../shell/page-link.tsx";

const named = 7;

/** What each system's risks are expected to lose in a year: means, which alone may be added. */
export function SystemBars({ systems, currency }: Pick<Quantification, "systems" | "currency">) {
  const sorted = [...systems].sort((a, b) => b.residual - a.residual);
  const rest = sorted.slice(named);
  const shown = rest.length > 1 ? sorted.slice(0, named) : sorted;
  const sum = (of: typeof systems, state: "residual" | "inherent") => of.reduce((all, each) => all + each[state], 0);
  const total = sum(sorted, "residual");
  const most = Math.max(...sorted.map(({ inherent, residual }) => Math.max(inherent, residual)), 1e-9);
  const rows: { id: string | null; name: string; residual: number; inherent: number }[] = [
    ...shown,
    ...(rest.length > 1
      ? [
          {
            id: null,
            name: `${formatCount(rest.length)} other systems`,
            residual: sum(rest, "residual"),
            inherent: sum(rest, "inherent"),
          },
        ]
      : []),
  ];
  return (
    <table className="figures system-bars">
      <caption className="visually-hidden">Expected loss a year by system</caption>
      <thead>
        <tr>
          <th scope="col">System</th>
          <th scope="col" className="bar-head">
            <span aria-hidden="true">
              <i className="swatch residual" /> residual <i className="swatch inherent" /> inherent
            </span>
            <span className="visually-hidden">Bar</span>
          </th>
          <th scope="col" className="number">
            share
          </th>
          <th scope="col" className="number">
            residual
          </th>
          <th scope="col" className="number">
            inherent
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, residual, inherent }) => (
          <tr key={id ?? "others"}>
            <th scope="row">
              {id === null ? (
                name
              ) : (
                <PageLink className="row-link" to={`/systems/${id}`}>
                  {name}
                </PageLink>
              )}
            </th>
            <td className="bar-cell">
              <svg width="100%" height="15" aria-hidden="true">
                <rect className="bar residual" y="1" width={`${(100 * residual) / most}%`} height="8" />
                <rect className="bar inherent" y="10" width={`${Math.min(100, (100 * inherent) / most)}%`} height="4" />
              </svg>
            </td>
            <td className="number">
              <b>{formatPercent(total > 0 ? residual / total : 0)}</b>
            </td>
            <td className="number">{formatMoney(residual, currency, "table")}</td>
            <td className="number hush">{formatMoney(inherent, currency, "table")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { StatusMark } from "../../../src/chart/draw/status-mark.tsx";
import { crossedWords, limitVerdict } from "../../../src/chart/series/curve-sentences.ts";
import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { formatPercent } from "../../../src/chart/series/format-number.ts";
import { probabilityAt } from "../../../src/chart/series/loss-curve.ts";
import type { Quantification } from "../../../src/contract/detail.ts";
import type { AnnualLossFigures } from "../../../src/contract/quantification-report.ts";

import { ScrollX } from "../../figure/scroll-x.tsx";

interface LimitsTableProps {
  readonly limits: Quantification["limits"];
  readonly currency: string;
  /** Null where no planned state is known. */
  readonly target: AnnualLossFigures | null;
}

/** Each point of the line with where the curve passes it, now and with what is planned. */
export function LimitsTable({ limits, currency, target }: LimitsTableProps) {
  const rows = [...limits].sort((a, b) => a.exceeds - b.exceeds);
  const share = (probability: number | null) => (probability === null ? "unknown" : formatPercent(probability));
  return (
    <ScrollX label="Points of the load line">
      <table className="figures limits-table">
        <caption className="visually-hidden">Points of the load line</caption>
        <thead>
          <tr>
            <th scope="col">a year’s loss over</th>
            <th scope="col" className="number">
              now
            </th>
            {target ? (
              <th scope="col" className="number">
                planned
              </th>
            ) : null}
            <th scope="col" className="number">
              line
            </th>
            <th scope="col" className="number tolerance">
              tolerance
            </th>
            <th scope="col" className="number">
              verdict
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((limit) => (
            <tr key={limit.id} className={limit.status === "ok" || limit.status === "unknown" ? undefined : "now"}>
              <th scope="row">{formatMoney(limit.exceeds, currency)}</th>
              <td className="number">{share(limit.probability)}</td>
              {target ? (
                <td className="number">
                  {limit.probability === null ? "unknown" : plannedShare(target, limit.exceeds)}
                </td>
              ) : null}
              <td className="number">{formatPercent(limit.appetite)}</td>
              <td className="number tolerance">{formatPercent(limit.tolerance)}</td>
              <td className="number verdict">
                {limitVerdict(limit)} <StatusMark status={limit.status} word="nearby" />
                {limit.status === "warning" || limit.status === "breach" ? (
                  <small className="crossed">{crossedWords(limit, currency)}</small>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}

/** Beyond the end of the curve only its last probability is known to be more. */
function plannedShare(target: AnnualLossFigures, loss: number): string {
  const probability = probabilityAt(target, loss);
  return formatPercent(probability ?? Math.min(1e-9, target.exceedance.at(-1)?.probability ?? 0));
}

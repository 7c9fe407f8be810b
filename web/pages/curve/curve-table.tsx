import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { formatPercent } from "../../../src/chart/series/format-number.ts";
import { lossAt, returnPeriods, yearsIn } from "../../../src/chart/series/loss-curve.ts";
import type { AnnualLossFigures } from "../../../src/contract/quantification-report.ts";

interface CurveTableProps {
  readonly curves: {
    readonly residual: AnnualLossFigures;
    readonly inherent: AnnualLossFigures;
    readonly target?: AnnualLossFigures;
  };
  readonly currency: string;
}

/** The curve as figures: what a year's loss exceeds, and how often. */
export function CurveTable({ curves, currency }: CurveTableProps) {
  const columns = [
    { title: "Residual", figures: curves.residual },
    { title: "Inherent", figures: curves.inherent },
    ...(curves.target ? [{ title: "Planned", figures: curves.target }] : []),
  ];
  const money = (loss: number | null) => (loss === null ? "not computed" : formatMoney(loss, currency, "table"));
  return (
    <div className="scroll-x">
      <table className="figures curve-table">
        <caption className="visually-hidden">Loss in one year that is exceeded, by how often</caption>
        <thead>
          <tr>
            <th scope="col">The loss is larger</th>
            {columns.map(({ title }) => (
              <th key={title} scope="col" className="number">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[0.9, ...returnPeriods.map((period) => 1 / period)].map((probability) => (
            <tr key={probability} className={probability === 0.05 ? "now" : undefined}>
              <th scope="row">
                {yearsIn(probability)} <small>{formatPercent(probability)}</small>
              </th>
              {columns.map(({ title, figures }) => (
                <td key={title} className="number">
                  {money(lossAt(figures, probability))}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">Expected loss a year</th>
            {columns.map(({ title, figures }) => (
              <td key={title} className="number">
                {money(figures.expectedAnnualLoss)}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">
              Mean of the worst years <small>1 in 20</small>
            </th>
            {columns.map(({ title, figures }) => (
              <td key={title} className="number">
                {money(figures.expectedShortfall["0.95"])}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">Chance of any loss</th>
            {columns.map(({ title, figures }) => (
              <td key={title} className="number">
                {formatPercent(figures.probabilityOfLoss)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

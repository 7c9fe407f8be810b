import { errorWords, quantileError } from "../../../src/chart/series/error-words.ts";
import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { formatPercent } from "../../../src/chart/series/format-number.ts";
import { type Curve, lossAt, returnPeriods, yearsIn } from "../../../src/chart/series/loss-curve.ts";
import type { AnnualLossFigures } from "../../../src/contract/quantification-report.ts";

import { ScrollX } from "../../figure/scroll-x.tsx";

interface CurveTableProps {
  readonly curves: {
    readonly residual: Curve;
    readonly inherent: Curve;
    readonly target?: Curve | undefined;
  };
  /** Means, shortfalls and errors of the same states; null for curves that have none. */
  readonly figures: {
    readonly residual: AnnualLossFigures;
    readonly inherent: AnnualLossFigures;
    readonly target: AnnualLossFigures;
  } | null;
  readonly currency: string;
}

/** The curve as figures: what a year's loss exceeds, and how often. */
export function CurveTable({ curves, figures, currency }: CurveTableProps) {
  const columns = [
    { title: "Residual", curve: curves.residual, of: figures?.residual },
    { title: "Inherent", curve: curves.inherent, of: figures?.inherent },
    ...(curves.target ? [{ title: "Planned", curve: curves.target, of: figures?.target }] : []),
  ];
  const money = (loss: number | null) => (loss === null ? "not computed" : formatMoney(loss, currency, "table"));
  const more: readonly {
    readonly name: string;
    readonly note?: string;
    readonly cell: (of: AnnualLossFigures) => string;
    readonly error: string;
  }[] =
    figures === null
      ? []
      : [
          {
            name: "Expected loss a year",
            cell: (of) => money(of.expectedAnnualLoss),
            error: errorWords(figures.residual.error.expectedAnnualLoss, currency),
          },
          {
            name: "Mean of the worst years",
            note: "1 in 20",
            cell: (of) => money(of.expectedShortfall["0.95"]),
            error: errorWords(figures.residual.error.expectedShortfall["0.95"], currency),
          },
          { name: "Chance of any loss", cell: (of) => formatPercent(of.probabilityOfLoss), error: "exact" },
        ];
  return (
    <ScrollX label="The curve as figures">
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
            {figures === null ? null : (
              <th scope="col" className="number error">
                error of residual
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {[0.9, ...returnPeriods.map((period) => 1 / period)].map((probability) => (
            <tr key={probability} className={probability === 0.05 ? "now" : undefined}>
              <th scope="row">
                {yearsIn(probability)} <small>{formatPercent(probability)}</small>
              </th>
              {columns.map(({ title, curve }) => (
                <td key={title} className="number">
                  {money(lossAt(curve, probability))}
                </td>
              ))}
              {figures === null ? null : (
                <td className="number error hush">{quantileError(figures.residual, probability, currency)}</td>
              )}
            </tr>
          ))}
          {more.map(({ name, note, cell, error }) => (
            <tr key={name}>
              <th scope="row">
                {name} {note ? <small>{note}</small> : null}
              </th>
              {columns.map(({ title, of }) => (
                <td key={title} className="number">
                  {of ? cell(of) : ""}
                </td>
              ))}
              <td className="number error hush">{error}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}

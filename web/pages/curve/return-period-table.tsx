import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { formatNumber } from "../../../src/chart/series/format-number.ts";
import type { Quantification } from "../../../src/contract/detail.ts";

interface ReturnPeriodTableProps {
  readonly periods: NonNullable<Quantification["returnPeriods"]>;
  readonly currency: string;
}

/** The residual loss exceeded once in so many years: by the year as a whole, and by its largest event. */
export function ReturnPeriodTable({ periods, currency }: ReturnPeriodTableProps) {
  const money = (amount: number) => formatMoney(amount, currency, "table");
  return (
    <table className="figures">
      <caption className="visually-hidden">Residual loss exceeded once in so many years</caption>
      <thead>
        <tr>
          <th scope="col">once in</th>
          <th scope="col" className="number">
            the year loses more than
          </th>
          <th scope="col" className="number">
            one event loses more than
          </th>
        </tr>
      </thead>
      <tbody>
        {periods.map(({ years, aggregate, occurrence }) => (
          <tr key={years} className={years === 20 ? "now" : undefined}>
            <th scope="row">{formatNumber(years)} years</th>
            <td className="number">{money(aggregate)}</td>
            <td className="number">{money(occurrence)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { useMemo } from "react";
import { TornadoChart } from "../../../src/chart/draw/tornado-chart.tsx";
import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { layoutTornado, type TornadoSwing } from "../../../src/chart/series/tornado-layout.ts";
import { ScrollX } from "../../figure/scroll-x.tsx";
import { useElementWidth } from "../../figure/use-element-width.ts";

export interface NamedSwing extends TornadoSwing {
  readonly uncertainty: "knowledge" | "chance";
  readonly lowShortfall: number | null;
  readonly highShortfall: number | null;
}

interface TornadoFigureProps {
  readonly swings: readonly NamedSwing[];
  readonly base: number;
  readonly currency: string;
  readonly view: "chart" | "table";
}

/** The estimates that move the expected loss most, drawn or as figures. */
export function TornadoFigure({ swings, base, currency, view }: TornadoFigureProps) {
  const [frame, width] = useElementWidth<HTMLDivElement>();
  const layout = useMemo(
    () => (width === null ? null : layoutTornado(swings, { base, currency, width })),
    [swings, base, currency, width],
  );
  if (view === "table")
    return (
      <ScrollX label="What each estimate moves">
        <TornadoTable swings={swings} currency={currency} />
      </ScrollX>
    );
  return (
    <div ref={frame} className="tornado-figure">
      {layout ? <TornadoChart layout={layout} /> : null}
      <div className="visually-hidden">
        <TornadoTable swings={swings} currency={currency} />
      </div>
      <p className="measure tornado-key">
        <i className="swatch inherent" /> the input at its lowest 1 in 10 <i className="swatch residual" /> at its
        highest 1 in 10; the others as they are
      </p>
    </div>
  );
}

function TornadoTable({ swings, currency }: Pick<TornadoFigureProps, "swings" | "currency">) {
  const money = (amount: number | null) => (amount === null ? "not computed" : formatMoney(amount, currency, "table"));
  return (
    <table className="figures tornado-table">
      <caption className="visually-hidden">
        Expected loss a year, and mean of the worst years, with one input at its ends
      </caption>
      <thead>
        <tr>
          <th scope="col">Estimate</th>
          <th scope="col">it is</th>
          <th scope="col" className="number">
            from
          </th>
          <th scope="col" className="number">
            to
          </th>
          <th scope="col" className="number">
            expected from
          </th>
          <th scope="col" className="number">
            to
          </th>
          <th scope="col" className="number">
            worst 1 in 20 from
          </th>
          <th scope="col" className="number">
            to
          </th>
        </tr>
      </thead>
      <tbody>
        {swings.map((swing) => (
          <tr key={swing.key}>
            <th scope="row">
              {swing.name} <small>{swing.input}</small>
            </th>
            <td>{swing.uncertainty === "knowledge" ? "not known" : "chance"}</td>
            <td className="number">{swing.lowValue}</td>
            <td className="number">{swing.highValue}</td>
            <td className="number">{money(swing.low)}</td>
            <td className="number">{money(swing.high)}</td>
            <td className="number">{money(swing.lowShortfall)}</td>
            <td className="number">{money(swing.highShortfall)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

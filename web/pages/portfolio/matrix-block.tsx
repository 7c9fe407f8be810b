import { useMemo } from "react";
import {
  matrixFinding,
  matrixMeasure,
  prepareSystemCategoryMatrix,
} from "../../../src/chart/series/system-category-matrix.ts";
import type { HeatMap, Measure } from "../../../src/contract/heat-map.ts";
import { useHeld } from "../../figure/use-held.ts";
import { MatrixFigure } from "./matrix-figure.tsx";
import { MatrixTable } from "./matrix-table.tsx";
import { RampKey } from "./ramp-key.tsx";
import type { PortfolioView } from "./use-portfolio-view.ts";

const measureNames: Readonly<Record<Measure, string>> = {
  score: "Score",
  expectedAnnualLoss: "Expected loss",
  exceedanceProbability: "P(over limit)",
};

interface MatrixBlockProps {
  readonly map: HeatMap;
  readonly view: PortfolioView;
  readonly changed: ReadonlySet<string>;
  readonly today: string;
}

export function MatrixBlock({ map, view, changed, today }: MatrixBlockProps) {
  const isTable = view.matrix === "table";
  const question = [map.by, map.measure, map.asOf, JSON.stringify(view.filter)].join(" ");
  const asked = Object.values(view.filter).some((value) => value !== undefined) ? "some-risks" : "all-risks";
  const latest = useMemo(() => prepareSystemCategoryMatrix(map, today, asked), [map, today, asked]);
  const order = useMemo(() => latest.rows.map(({ system }) => system), [latest]);
  const held = useHeld(order, question);
  // Figures are always the newest; only the order of the rows waits.
  const matrix = useMemo(() => ({ ...latest, rows: inOrder(latest.rows, held.shown) }), [latest, held.shown]);
  return (
    <section className="block matrix-block" aria-labelledby="matrix-finding" {...held.holdProps}>
      <header>
        <div>
          <h2 className="finding" id="matrix-finding">
            {matrixFinding(map)}
          </h2>
          <p className="measure">{matrixMeasure(map)}</p>
        </div>
        <div className="matrix-tools">
          <fieldset className="choices">
            <legend className="visually-hidden">Measure</legend>
            {(Object.keys(measureNames) as Measure[]).map((measure) => (
              <button
                key={measure}
                type="button"
                aria-pressed={view.measure === measure}
                onClick={() => view.change({ measure: measure === "score" ? undefined : measure })}
              >
                {measureNames[measure]}
              </button>
            ))}
            <span className="parting" />
            <button
              type="button"
              aria-pressed={isTable}
              onClick={() => view.change({ matrix: isTable ? undefined : "table" })}
            >
              Table
            </button>
          </fieldset>
          <RampKey matrix={matrix} />
        </div>
      </header>
      {isTable ? (
        <MatrixTable matrix={matrix} map={map} />
      ) : (
        <MatrixFigure matrix={matrix} map={map} view={view} changed={changed} />
      )}
    </section>
  );
}

function inOrder<Row extends { readonly system: string }>(rows: readonly Row[], order: readonly string[]): Row[] {
  const place = new Map(order.map((system, index) => [system, index]));
  return [...rows].sort((a, b) => (place.get(a.system) ?? rows.length) - (place.get(b.system) ?? rows.length));
}

import { useMemo } from "react";
import type { CellFinding } from "../../../../src/chart/draw/matrix-chart.tsx";
import type { MatrixData, MatrixPlace } from "../../../../src/chart/series/matrix-layout.ts";
import { matrixCellWords } from "../../../../src/chart/series/matrix-words.ts";
import type { MatrixReport } from "../../../../src/contract/matrix-report.ts";
import type { Scale } from "../../../../src/engine/scoring/scale.ts";
import type { CellPlace } from "./matrix-draft.ts";

export type ScaleReport = Omit<MatrixReport, "disagreements">;
type Breach = MatrixReport["breaches"][number];

/** The matrix as it is drawn, with everything that is found of each cell. */
export interface MatrixView {
  readonly scale: Scale;
  readonly currency: string;
  readonly journeys: NonNullable<MatrixData["disagreements"]>;
  readonly findingOf: (place: CellPlace) => CellFinding | null;
  /** A cell with the one it cannot stand beside. */
  readonly pairOf: (place: CellPlace) => { readonly cell: MatrixPlace; readonly beside: MatrixPlace } | null;
  /** What is wrong with a cell, or deliberate about it, in sentences. */
  readonly findingsAt: (place: CellPlace) => readonly string[];
  readonly wordsOf: (place: CellPlace) => string;
}

interface Viewed {
  readonly scale: Scale;
  readonly currency: string;
  readonly report: ScaleReport | null;
  readonly mistakes: ReadonlyMap<string, string>;
  readonly disagreements: MatrixReport["disagreements"];
}

export function useMatrixView({ scale, currency, report, mistakes, disagreements }: Viewed): MatrixView {
  return useMemo(() => {
    const breaches = byCell(report?.breaches ?? []);
    const departures = byCell(report?.departures ?? []);
    const mistakeAt = ({ row, column }: CellPlace) => mistakes.get(`cell.${row}.${column}`);
    const findingsAt = (place: CellPlace) => {
      const mistake = mistakeAt(place);
      return [
        ...(mistake === undefined ? [] : [mistake]),
        ...(breaches.get(keyOf(place)) ?? []).map(({ message }) => message),
        ...(departures.get(keyOf(place)) ?? []).map(
          ({ message }) => `raised by the severity floor on purpose: ${message}`,
        ),
      ];
    };
    return {
      scale,
      currency,
      journeys: journeysOf(disagreements, scale),
      findingsAt,
      findingOf: (place) =>
        mistakeAt(place) !== undefined || breaches.has(keyOf(place))
          ? "broken"
          : departures.has(keyOf(place))
            ? "departure"
            : null,
      pairOf: (place) => {
        const breach = breaches.get(keyOf(place))?.find(({ beside }) => beside !== null);
        return breach?.beside ? { cell: breach.cell, beside: breach.beside } : null;
      },
      wordsOf: (place) => {
        const [likelihood, impact] = [scale.likelihood[place.row]!, scale.impact[place.column]!];
        const isKnown = Number.isFinite(likelihood.to) && Number.isFinite(impact.to);
        return matrixCellWords(
          {
            likelihood: { name: likelihood.name, at: place.row + 1, of: scale.likelihood.length },
            impact: { name: impact.name, at: place.column + 1, of: scale.impact.length },
            band: scale.bands[place.row]![place.column]!,
            loss: isKnown ? { low: likelihood.from * impact.from, high: likelihood.to * impact.to } : null,
            findings: findingsAt(place),
          },
          currency,
        );
      },
    };
  }, [scale, currency, report, mistakes, disagreements]);
}

function byCell(breaches: readonly Breach[]): ReadonlyMap<string, readonly Breach[]> {
  const found = new Map<string, Breach[]>();
  for (const breach of breaches) {
    const key = `${breach.cell.likelihood - 1} ${breach.cell.impact - 1}`;
    found.set(key, [...(found.get(key) ?? []), breach]);
  }
  return found;
}

function keyOf({ row, column }: CellPlace): string {
  return `${row} ${column}`;
}

/** One arrow for all risks that lie between the same two cells; a scale that shrank since has none to its lost levels. */
function journeysOf(disagreements: MatrixReport["disagreements"], scale: Scale): MatrixView["journeys"] {
  const found = new Map<string, { from: MatrixPlace; to: MatrixPlace; count: number }>();
  for (const { rated: from, byScenario: to } of disagreements) {
    if ([from, to].some((at) => at.likelihood > scale.likelihood.length || at.impact > scale.impact.length)) continue;
    const key = [from.likelihood, from.impact, to.likelihood, to.impact].join(" ");
    found.set(key, { from, to, count: (found.get(key)?.count ?? 0) + 1 });
  }
  return [...found.values()];
}

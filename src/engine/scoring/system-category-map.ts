import { limitLine, type ScoreLine, type Whereabouts } from "./limit-line.ts";
import type { State } from "./risk-score.ts";
import type { Scale } from "./scale.ts";
import { type RankedRisk, worstFirst } from "./worst-first.ts";

/** One cell of the system × category map. */
export interface SystemCategoryCell {
  readonly system: string;
  readonly category: string;
  /** Highest score, then highest band; null when every risk of the cell is unrated. */
  readonly worst: { readonly score: number; readonly band: string } | null;
  /** Risks in each band, every band named. */
  readonly counts: Readonly<Record<string, number>>;
  readonly unrated: number;
  /** Risks whose score in the state shown has reached the appetite of the line they are held to. */
  readonly overLimit: number;
  /** Sum over the risks that have one; null when none has. */
  readonly expectedAnnualLoss: number | null;
  /** Ids, worst first, unrated last. */
  readonly risks: readonly string[];
}

/**
 * The system × category map: the cells that hold a risk, systems and categories in the order given.
 *
 * A cell shows its worst risk and counts the others; scores are never added or averaged. Expected annual losses are
 * added, which is exact for means whatever depends on what. `lines` are drawn for the residual state; in another state
 * `overLimit` says how many would be over. A risk no line covers is over none.
 *
 * @example
 * systemCategoryMap(defaultScale, { risks: [], systems: [], categories: [], lines: [], by: "residual" }) // => []
 */
export function systemCategoryMap(
  scale: Scale,
  {
    risks,
    systems,
    categories,
    lines,
    by,
  }: {
    readonly risks: readonly RankedRisk[];
    readonly systems: readonly string[];
    readonly categories: readonly string[];
    readonly lines: readonly ScoreLine[];
    readonly by: State;
  },
): SystemCategoryCell[] {
  const cells = new Map<string, Map<string, RankedRisk[]>>();
  for (const ranked of risks) {
    const row = cells.get(ranked.risk.system) ?? new Map<string, RankedRisk[]>();
    cells.set(ranked.risk.system, row);
    const cell = row.get(ranked.risk.category);
    if (cell === undefined) row.set(ranked.risk.category, [ranked]);
    else cell.push(ranked);
  }
  const lineOf = limitLine(lines);
  const order = worstFirst(scale, by);
  return systems.flatMap((system) =>
    categories.flatMap((category) => {
      const inCell = cells.get(system)?.get(category)?.sort(order);
      return inCell === undefined ? [] : [{ system, category, ...summary(scale, { inCell, lineOf, by }) }];
    }),
  );
}

function summary(
  scale: Scale,
  {
    inCell,
    lineOf,
    by,
  }: {
    readonly inCell: readonly RankedRisk[];
    readonly lineOf: (risk: Whereabouts) => ScoreLine | null;
    readonly by: State;
  },
): Omit<SystemCategoryCell, "system" | "category"> {
  const counts: Record<string, number> = Object.fromEntries(scale.bandNames.map((band) => [band, 0]));
  let unrated = 0;
  let overLimit = 0;
  let expectedAnnualLoss: number | null = null;
  for (const { risk } of inCell) {
    const score = risk[by];
    const loss = risk.expectedAnnualLoss[by];
    if (loss !== null) expectedAnnualLoss = (expectedAnnualLoss ?? 0) + loss;
    if (score === null) {
      unrated += 1;
      continue;
    }
    counts[score.band]! += 1;
    const line = lineOf(risk);
    if (line !== null && score.score >= line.appetite) overLimit += 1;
  }
  const first = inCell[0]!.risk[by];
  return {
    worst: first === null ? null : { score: first.score, band: first.band },
    counts,
    unrated,
    overLimit,
    expectedAnnualLoss,
    risks: inCell.map(({ risk }) => risk.id),
  };
}

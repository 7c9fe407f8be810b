import type { RiskScore, Score, State } from "./risk-score.ts";
import type { Scale } from "./scale.ts";

/** A risk's scores with its rank in the state that a table or a map is drawn by. */
export interface RankedRisk {
  readonly risk: RiskScore;
  readonly rank: number | null;
}

/**
 * The order in which risks are listed: higher score first, then higher band, then lower rank, then id; unrated last.
 *
 * A total order, so that a listing does not depend on the order of the file.
 *
 * @example
 * [].toSorted(worstFirst(defaultScale, "residual")) // => []
 */
export function worstFirst(scale: Scale, by: State): (a: RankedRisk, b: RankedRisk) => number {
  const bandOf = ({ band }: Score) => scale.bandNames.indexOf(band);
  return (a, b) => {
    const first = a.risk[by];
    const second = b.risk[by];
    if (first === null || second === null) {
      return Number(first === null) - Number(second === null) || (a.risk.id < b.risk.id ? -1 : 1);
    }
    return (
      second.score - first.score ||
      (first.band === second.band ? 0 : bandOf(second) - bandOf(first)) ||
      a.rank! - b.rank! ||
      (a.risk.id < b.risk.id ? -1 : 1)
    );
  };
}

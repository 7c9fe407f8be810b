import type { RiskFigures } from "../../contract/heat-map.ts";
import type { State } from "../../contract/score-report.ts";
import { markKind, markKinds } from "./mark-kind.ts";

/** Worst first: by mark, then score, then expected loss, then name; unrated ones last. A stable order for lists of risks. */
export function worstFirst(by: State): (a: RiskFigures, b: RiskFigures) => number {
  return (a, b) =>
    markKinds.indexOf(markKind(a, by)) - markKinds.indexOf(markKind(b, by)) ||
    (b[by]?.score ?? -1) - (a[by]?.score ?? -1) ||
    (b.expectedAnnualLoss[by] ?? -1) - (a.expectedAnnualLoss[by] ?? -1) ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}

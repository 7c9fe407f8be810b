import type { HeatMap, RiskFigures } from "../../contract/heat-map.ts";
import type { State } from "../../contract/score-report.ts";
import { formatCount, formatNumber, plural } from "./format-number.ts";
import { isOverLine, markKind } from "./mark-kind.ts";

type MapData = Pick<HeatMap, "by" | "marks" | "total" | "unrated" | "systems" | "likelihoodImpact">;

/** The sentence over the likelihood × impact map: what it shows, in the present tense, no more than the data carry. */
export function mapFinding(data: MapData): string {
  const { by, marks, total, unrated } = data;
  if (total === 0) return "No risk is written down here";
  if (unrated.length === total) {
    const systems = data.systems.length;
    return `${formatNumber(systems)} ${plural("system", systems)}, 0 rated risks. The map is empty because nothing was assessed, not because nothing can happen.`;
  }
  const counts = countOver(data);
  const lined = marks.filter((mark) => mark.line !== null && mark[by] !== null);
  if (counts.over === 0) {
    if (lined.length === 0) return "No line is drawn for these risks";
    const nearest = nearestToLine(lined, by);
    return `No risk ${rides(by, 1)} over the line. The nearest is ${nearest.name}, at ${formatNumber(nearest[by]!.score, 2)}.`;
  }
  const subject = `${formatCount(counts.over, "start")} ${plural("risk", counts.over)} ${rides(by, counts.over)} over the line`;
  if (counts.overTolerance === 0) return subject;
  if (counts.over === 1) return `${subject}, and over tolerance`;
  if (counts.overTolerance === counts.over) return `${subject}, ${counts.over === 2 ? "both" : "all"} over tolerance`;
  return `${subject}, ${formatCount(counts.overTolerance)} of them over tolerance`;
}

/** The line under it: state, axes, and of how many risks. */
export function mapMeasure({ by, total, unrated }: MapData): string {
  const rated = total - unrated.length;
  const state = { inherent: "Inherent", residual: "Residual", target: "Target" }[by];
  const when = {
    inherent: ", before controls",
    residual: ", with working controls",
    target: ", with planned controls",
  }[by];
  return `${state} likelihood and impact of ${formatNumber(rated)} ${plural("risk", rated)}${when}; a mark is a risk`;
}

/** How many risks are over their line. Risks beyond the listed ones are counted by the server, by status. */
function countOver({ by, marks, total, likelihoodImpact }: MapData): { over: number; overTolerance: number } {
  const kinds = marks.map((mark) => markKind(mark, by));
  if (by === "residual" && marks.length < total) {
    const sum = (status: string) => likelihoodImpact.reduce((all, cell) => all + (cell.counts[status] ?? 0), 0);
    return { over: sum("warning") + sum("breach"), overTolerance: sum("breach") };
  }
  return {
    over: kinds.filter(isOverLine).length,
    overTolerance: kinds.filter((kind) => kind === "breach" || kind === "critical").length,
  };
}

function nearestToLine(marks: readonly RiskFigures[], by: State): RiskFigures {
  const distance = (mark: RiskFigures) => mark.line!.appetite - mark[by]!.score;
  return [...marks].sort((a, b) => distance(a) - distance(b) || b[by]!.score - a[by]!.score)[0]!;
}

function rides(by: State, count: number): string {
  if (by === "residual") return count === 1 ? "rides" : "ride";
  return by === "inherent" ? "would ride" : "will ride";
}

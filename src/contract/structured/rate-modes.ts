import { type MeasuredRating, measuredRating } from "../../engine/scoring/fmea/measured-rating.ts";
import { modeCriticality } from "../../engine/scoring/fmea/mode-criticality.ts";
import { rateMode } from "../../engine/scoring/fmea/rated-mode.ts";
import { ratingBounds } from "../../engine/scoring/fmea/rating-bounds.ts";
import type { FailureMode, FmeaFile } from "../fmea-file.ts";
import type { FmeaReport } from "../fmea-report.ts";

type Rated = Omit<FmeaReport["modes"][number], "id" | "rank" | "after" | "expectedFailures">;

const method = { name: "aiag-vda-2019", version: "1" } as const;
const urgency = { high: 2, medium: 1, low: 0 };

/** The figures of every failure mode, and which to act on first. */
export function rateModes({ modes }: FmeaFile): FmeaReport {
  const rated = modes.map((mode) => ({
    id: mode.id,
    ...figuresOf(mode),
    after: mode.after ? figuresOf({ ...mode, ...withoutGaps(mode.after) }) : null,
    expectedFailures: mode.failures
      ? modeCriticality({
          effectProbability: mode.failures.effectProbability,
          modeShare: mode.failures.modeShare,
          failuresPerYear: mode.failures.perYear,
          years: mode.failures.years,
        })
      : null,
  }));
  const ranked = rated.map((mode) => ({
    ...mode,
    rank: 1 + rated.filter((other) => compareModes(other, mode) > 0).length,
  }));
  const counts = { high: 0, medium: 0, low: 0 };
  for (const { actionPriority } of ranked) counts[actionPriority]++;
  return { modes: ranked, method, counts, warnings: warningsOf(ranked) };
}

function figuresOf({
  severity,
  occurrence,
  detection,
}: Pick<FailureMode, "severity" | "occurrence" | "detection">): Rated {
  const o =
    typeof occurrence === "number"
      ? occurrence
      : measuredRating({ events: occurrence.events, of: occurrence.of }, ratingBounds.occurrence);
  const d =
    typeof detection === "number"
      ? detection
      : measuredRating({ events: detection.of - detection.caught, of: detection.of }, ratingBounds.missed);
  return { ...rateMode(severity, o, d), occurs: shareOf(o), missed: shareOf(d) };
}

function shareOf(rating: number | MeasuredRating): Rated["occurs"] {
  return typeof rating === "number" ? null : { ...rating.share };
}

function withoutGaps(after: NonNullable<FailureMode["after"]>) {
  return Object.fromEntries(Object.entries(after).filter(([, value]) => value !== undefined));
}

/** Above 0 where the first is to be acted on before the second. */
function compareModes(a: Rated, b: Rated): number {
  return (
    urgency[a.actionPriority] - urgency[b.actionPriority] ||
    a.severity - b.severity ||
    a.occurrence - b.occurrence ||
    a.detection - b.detection
  );
}

function warningsOf(modes: FmeaReport["modes"]): FmeaReport["warnings"] {
  const unsure = modes.filter(({ probabilities, actionPriority }) => probabilities[actionPriority] < 0.8);
  const worse = modes.filter(({ after, rpn, actionPriority }) => {
    if (after === null) return false;
    return urgency[after.actionPriority] > urgency[actionPriority] || after.rpn > rpn;
  });
  return [
    ...unsure.map(({ id, actionPriority, probabilities }) => ({
      code: "unsure-priority",
      message: `${id}: priority ${actionPriority} is only ${Math.round(100 * probabilities[actionPriority])} % probable; more of the log would settle it`,
    })),
    ...worse.map(({ id }) => ({ code: "worse-after", message: `${id}: it is rated worse with its actions done` })),
  ];
}

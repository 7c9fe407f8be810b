import { dimensionValue } from "../../engine/scoring/composite/dimension-value.ts";
import type { RatingSpread } from "../../engine/scoring/composite/rank-stability.ts";
import type { WeighFile } from "../weigh-file.ts";

type Rating = WeighFile["scenarios"][number]["ratings"][string];

/** A scenario's value on each dimension, and what it might as well have been; null where nobody rated it. */
export function scenarioValues(
  file: Pick<WeighFile, "dimensions" | "levels" | "score" | "wobble">,
  ratings: { readonly [dimension: string]: Rating | undefined },
): { readonly values: (number | null)[]; readonly spreads: (RatingSpread | null)[] } {
  const { levels, score, wobble } = file;
  const valueAt = (dimension: WeighFile["dimensions"][number], rating: Rating) => {
    const isBare = typeof rating === "number";
    const least = isBare || score === "product" ? 1 : 2;
    const most = isBare
      ? levels.impact
      : score === "product"
        ? levels.likelihood * levels.impact
        : levels.likelihood + levels.impact;
    const raw = isBare
      ? rating
      : score === "product"
        ? rating.likelihood * rating.impact
        : rating.likelihood + rating.impact;
    return dimensionValue(
      {
        anchors: dimension.anchors ?? [
          [least, 0],
          [most, 1],
        ],
      },
      raw,
    );
  };
  const found = file.dimensions.map((dimension) => {
    const rating = Object.hasOwn(ratings, dimension.id) ? ratings[dimension.id] : undefined;
    if (rating === undefined) return { value: null, spread: null };
    const spread = nearby(rating, levels, wobble.rating).map(({ rating: other, probability }) => ({
      value: valueAt(dimension, other),
      probability,
    }));
    return { value: valueAt(dimension, rating), spread };
  });
  return { values: found.map(({ value }) => value), spreads: found.map(({ spread }) => spread) };
}

/** The rating and its neighbours; what would leave the scale stays where it is. */
function nearby(
  rating: Rating,
  levels: WeighFile["levels"],
  chance: number,
): { readonly rating: Rating; readonly probability: number }[] {
  const around = (level: number, most: number) => [
    { level, probability: 1 - 2 * chance },
    { level: Math.max(1, level - 1), probability: chance },
    { level: Math.min(most, level + 1), probability: chance },
  ];
  if (typeof rating === "number")
    return around(rating, levels.impact).map(({ level, probability }) => ({ rating: level, probability }));
  return around(rating.likelihood, levels.likelihood).flatMap((likelihood) =>
    around(rating.impact, levels.impact).map((impact) => ({
      rating: { likelihood: likelihood.level, impact: impact.level },
      probability: likelihood.probability * impact.probability,
    })),
  );
}

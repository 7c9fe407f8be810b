import type { WeighFile, Weighting } from "../../../../src/contract/weigh-file.ts";

/** Whether a kept version of the weights lets a dimension come or go without its scores changing. */
export function weighsDimension(weighting: Weighting, dimension: string): boolean {
  const inList = (weights: Readonly<Record<string, number>>) =>
    Object.hasOwn(weights, dimension) && weights[dimension]! > 0;
  if (weighting.weights) return inList(weighting.weights);
  if (weighting.stakeholders) return weighting.stakeholders.some(({ weights }) => inList(weights));
  return true;
}

/** The first kept version under which no dimension can be added: pairwise judgements have to link them all. */
export function versionOfPairs(weightings: readonly Weighting[]): string | null {
  return weightings.find(({ judgements }) => judgements !== undefined)?.version ?? null;
}

/** A kept version over other dimensions: one that was added later weighs 0 under it, so that its scores stay. */
export function keptWeighting(weighting: Weighting, dimensions: readonly string[]): Weighting {
  const over = (weights: WeighFile["weightings"][number]["weights"] & object) =>
    Object.fromEntries(dimensions.map((id) => [id, Object.hasOwn(weights, id) ? weights[id]! : 0]));
  return {
    ...weighting,
    ...(weighting.weights && { weights: over(weighting.weights) }),
    ...(weighting.stakeholders && {
      stakeholders: weighting.stakeholders.map((one) => ({ ...one, weights: over(one.weights) })),
    }),
  };
}

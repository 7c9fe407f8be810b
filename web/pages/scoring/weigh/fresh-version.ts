import { pointsOf } from "./read-weights.ts";
import type { VersionDraft, WeighSheet } from "./weigh-draft.ts";

interface Begun {
  readonly today: string;
  readonly by: string;
  /** Names that are taken. */
  readonly versions: readonly string[];
}

/** A new version of the weights to type on: named after the month, or the day where the month is taken. */
export function freshVersion({ today, by, versions }: Begun): VersionDraft {
  const month = today.slice(0, 7);
  let version = versions.includes(month) ? today : month;
  for (let next = 2; versions.includes(version); next++) version = `${today}-${next}`;
  return { version, on: today, by, reason: "", aggregate: "additive", weights: {} };
}

/** Weights as points of a hundred, by the dimensions' keys. */
export function withShares(
  version: VersionDraft,
  dimensions: WeighSheet["dimensions"],
  shares: readonly number[],
  decimals: number,
): VersionDraft {
  const points = pointsOf(shares, decimals);
  return { ...version, weights: Object.fromEntries(dimensions.map(({ key }, at) => [key, points[at]!])) };
}

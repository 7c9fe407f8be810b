import type { DistributionSample } from "./distribution-sample.ts";
import { formatPercent } from "./format-number.ts";
import { type Quantity, quantityWords } from "./quantity-words.ts";

/** A distribution in a sentence: "1 in 20 below €20k, half below €200k, 1 in 20 above €2m; €367k on average". */
export function distributionWords(sample: DistributionSample, quantity: Quantity): string {
  const say = (value: number) => quantityWords(value, quantity);
  const { p05, p50, p95, mean, spikes } = sample;
  if (p05 === p95 && mean === p50) return `exactly ${say(p50)}, taken as certain`;
  if (say(p05) === say(p95)) return `about ${say(p50)}; ${say(mean)} on average`;
  const cap =
    sample.cells.length > 0 ? spikes.find(({ at }) => at === Math.max(...spikes.map((each) => each.at))) : null;
  const onCap =
    cap && cap.at >= p95 && cap.at > 0 ? `; ${formatPercent(cap.probability)} at exactly ${say(cap.at)}` : "";
  return `1 in 20 below ${say(p05)}, half below ${say(p50)}, 1 in 20 above ${say(p95)}; ${say(mean)} on average${onCap}`;
}

/** The same in a few words for a row: "€20k to €2m". */
export function distributionRange({ p05, p95, p50 }: DistributionSample, quantity: Quantity): string {
  const [low, high] = [quantityWords(p05, quantity), quantityWords(p95, quantity)];
  return low === high ? quantityWords(p50, quantity) : `${low} to ${high}`;
}

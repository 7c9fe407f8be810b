import type { Distribution } from "../../engine/stats/distribution.ts";

/** A distribution in plain numbers: what a sketch of it and its words need, and nothing that cannot be sent. */
export interface DistributionSample {
  /** Whether the places below are evenly spaced on a logarithmic or on a straight axis. */
  readonly axis: "logarithmic" | "straight";
  /** Where each cell of the sketch lies and how high it is, the highest 1; empty where all sits on single values. */
  readonly cells: readonly { readonly at: number; readonly height: number }[];
  /** Single values that carry a probability of their own, such as a cap. */
  readonly spikes: readonly { readonly at: number; readonly probability: number }[];
  readonly mean: number;
  readonly p05: number;
  readonly p50: number;
  readonly p95: number;
}

const cellCount = 96;
const mostSpikes = 40;
/** How much of either tail the sketch leaves out. */
const tail = 0.004;
/** From here on the upper end is so many times the lower that a straight axis would show one wall. */
const wide = 12;

/** Samples a distribution for a sketch: masses between the places of a grid, so that no density is needed. */
export function sampleDistribution(distribution: Distribution): DistributionSample {
  const { mean } = distribution;
  const [p05, p50, p95] = [0.05, 0.5, 0.95].map((p) => distribution.quantile(p)) as [number, number, number];
  const figures = { mean, p05, p50, p95 };
  const spikes = spikesOf(distribution);
  const carried = spikes.reduce((sum, { probability }) => sum + probability, 0);
  const [from, to] = [distribution.quantile(tail), distribution.quantile(1 - tail)];
  if (carried > 1 - 1e-9 || !(to > from)) {
    const [first, last] = [spikes[0]?.at ?? from, spikes.at(-1)?.at ?? to];
    return { axis: first > 0 && last / first > wide ? "logarithmic" : "straight", cells: [], spikes, ...figures };
  }
  const axis = from > 0 && to / from > wide ? "logarithmic" : "straight";
  return { axis, cells: cellsOf(distribution, { axis, from, to, spikes }), spikes, ...figures };
}

interface Range {
  readonly axis: DistributionSample["axis"];
  readonly from: number;
  readonly to: number;
  readonly spikes: DistributionSample["spikes"];
}

function cellsOf(distribution: Distribution, { axis, from, to, spikes }: Range): DistributionSample["cells"] {
  const edge = (share: number) => (axis === "logarithmic" ? from * (to / from) ** share : from + (to - from) * share);
  const masses: { at: number; mass: number }[] = [];
  let below = distribution.cdf(from);
  for (let cell = 0; cell < cellCount; cell++) {
    const upper = edge((cell + 1) / cellCount);
    const lower = edge(cell / cellCount);
    const upTo = distribution.cdf(upper);
    const single = spikes.reduce(
      (sum, { at, probability }) => (at > lower && at <= upper ? sum + probability : sum),
      0,
    );
    masses.push({ at: edge((cell + 0.5) / cellCount), mass: Math.max(0, upTo - below - single) });
    below = upTo;
  }
  const most = Math.max(...masses.map(({ mass }) => mass), Number.MIN_VALUE);
  return masses.map(({ at, mass }) => ({ at, height: mass / most }));
}

/** The values that carry a probability: those of a discrete distribution, else what sits on the ends of its range. */
function spikesOf(distribution: Distribution): DistributionSample["spikes"] {
  if (distribution.atoms) {
    const { values, weights } = distribution.atoms;
    const sum = weights.reduce((all, weight) => all + weight, 0);
    const found = values
      .map((at, i) => ({ at, probability: weights[i]! / sum }))
      .filter((each) => each.probability > 0);
    return found.length <= mostSpikes ? found : [];
  }
  const [low, high] = distribution.support;
  const ends: { at: number; probability: number }[] = [];
  const atLow = distribution.cdf(low);
  if (atLow > 1e-6) ends.push({ at: low, probability: atLow });
  if (high < Infinity && high > low) {
    const atHigh = 1 - distribution.cdf(high - Math.max(high * 1e-9, Number.MIN_VALUE));
    if (atHigh > 1e-4) ends.push({ at: high, probability: atHigh });
  }
  return ends;
}

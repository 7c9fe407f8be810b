import type { Distribution, WeightedValues } from "../../stats/distribution.ts";
import { product } from "../../stats/product.ts";
import { scaled } from "../../stats/scaled.ts";
import type { ScenarioDistributions } from "../scenario-distributions.ts";
import { addLossMasses } from "./add-loss-masses.ts";
import { coarserMasses } from "./coarser-masses.ts";
import type { Spectrum } from "./count-transform.ts";
import { lowFrequencies } from "./low-frequencies.ts";
import type { Rounding } from "./rounding.ts";
import { lossGrid, type YearGrid } from "./year-grid.ts";

/** The loss of one event: independent addends, a secondary loss by the nodes of its probability, and what is left. */
export interface EventLoss {
  readonly primary: readonly Distribution[];
  readonly secondary: { readonly probability: WeightedValues; readonly loss: readonly Distribution[] } | undefined;
  /** What controls leave of a loss, where it is not certain; a certain share is in the losses already. */
  readonly multiplier: Distribution | undefined;
}

/**
 * The loss of one event of a scenario; `nodes` says how its secondary probability is mixed.
 *
 * @example
 * const scenario = { id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] };
 * eventLoss(scenarioDistributions(scenario), meanNode).primary[0].mean // => 5
 */
export function eventLoss(
  { primary, secondary, multiplierFactors }: ScenarioDistributions,
  nodes: (probability: Distribution) => WeightedValues,
): EventLoss {
  const left = product(multiplierFactors);
  const certain = left.support[0] === left.support[1];
  const under = (addends: readonly Distribution[]) =>
    certain ? addends.map((addend) => scaled(addend, left.mean)) : addends;
  return {
    primary: under(primary),
    secondary: secondary && { probability: nodes(secondary.probability), loss: under(secondary.loss) },
    multiplier: certain ? undefined : left,
  };
}

/**
 * A probability by its mean alone: enough where every event meets it anew.
 *
 * @example
 * meanNode(atoms([0.25, 0.75])) // => { values: [0.5], weights: [1] }
 */
export function meanNode({ mean }: Distribution): WeightedValues {
  return { values: [mean], weights: [1] };
}

/**
 * P(one event loses nothing) before the multiplier, when a secondary loss follows with probability `share`.
 *
 * @example
 * nothingLost({ primary: [atoms([0, 4])], secondary: undefined, multiplier: undefined }, 0) // => 0.5
 */
export function nothingLost({ primary, secondary }: EventLoss, share: number): number {
  const none = (addends: readonly Distribution[]) => addends.reduce((all, addend) => all * addend.cdf(0), 1);
  return secondary ? none(primary) * (1 - share + share * none(secondary.loss)) : none(primary);
}

/**
 * Calls `use` with the transform of one event's loss before the multiplier, for every node of its secondary probability;
 * with the first of its frequencies where these are asked for.
 */
export function eachEventTransform(
  { primary, secondary }: Pick<EventLoss, "primary" | "secondary">,
  { use, ...on }: Laid & { readonly use: (loss: Spectrum, weight: number) => void },
): void {
  const first = addendsTransform(primary, on);
  if (!secondary) {
    use(first, 1);
    return;
  }
  const further = addendsTransform(secondary.loss, on);
  const loss = { re: new Float64Array(first.re.length), im: new Float64Array(first.re.length) };
  secondary.probability.values.forEach((share, node) => {
    followed({ first, further, share, into: loss });
    use(loss, secondary.probability.weights[node]!);
  });
}

/** Transform of a primary loss that a secondary one follows with probability share. */
function followed({
  first,
  further,
  share,
  into,
}: {
  first: Spectrum;
  further: Spectrum;
  share: number;
  into: Spectrum;
}): void {
  for (let k = 0; k < into.re.length; k++) {
    const x = 1 - share + share * further.re[k]!;
    const y = share * further.im[k]!;
    into.re[k] = first.re[k]! * x - first.im[k]! * y;
    into.im[k] = first.re[k]! * y + first.im[k]! * x;
  }
}

interface Laid {
  readonly grid: YearGrid;
  readonly rounding: Rounding;
  /** All unless given. */
  readonly frequencies?: number | undefined;
}

/** Transform of a sum of independent losses: the product of theirs. */
function addendsTransform(addends: readonly Distribution[], on: Laid): Spectrum {
  const [first, ...others] = addends.map((loss) => lossTransform(loss, on));
  if (others.length === 0) return first!;
  const product = { re: first!.re.slice(), im: first!.im.slice() };
  for (const other of others) multiplySpectrum(product, other);
  return product;
}

interface HeldTransform {
  readonly on: Laid;
  /** Before they are tilted. */
  readonly masses: Float64Array;
  readonly transform: Spectrum;
}

/** The fine and the coarse one of a sum that a scenario is changed in. */
const MOST_HELD = 2;
const heldTransforms = new WeakMap<Distribution, readonly HeldTransform[]>();

/** The transform of one loss; kept where frequencies are asked for, which a sum does of a scenario that changes in it. */
function lossTransform(loss: Distribution, on: Laid): Spectrum {
  const { grid, rounding, frequencies } = on;
  if (frequencies === undefined) return lowFrequencies(laid(loss, on), grid, grid.cells / 2 + 1);
  const held = heldTransforms.get(loss) ?? [];
  const known = held.find((one) => isSame(one.on, on));
  if (known) return known.transform;
  const { step, cells, first } = grid;
  const half = { grid: { step: step / 2, cells: 2 * cells, first }, rounding };
  const finer = rounding === "mean" && first === 0 ? held.find((one) => isLaidAlike(one.on, half)) : undefined;
  const masses = finer ? coarserMasses(finer.masses) : laid(loss, on);
  const transform = lowFrequencies(masses.slice(), grid, frequencies);
  heldTransforms.set(loss, [{ on, masses, transform }, ...held.slice(0, MOST_HELD - 1)]);
  return transform;
}

function laid(loss: Distribution, { grid, rounding }: Laid): Float64Array {
  const masses = new Float64Array(grid.cells);
  addLossMasses(loss, { masses, weight: 1, grid: lossGrid(grid, rounding) });
  return masses;
}

function isSame(a: Laid, b: Laid): boolean {
  return a.frequencies === b.frequencies && isLaidAlike(a, b);
}

function isLaidAlike(a: Laid, b: Laid): boolean {
  return (
    a.rounding === b.rounding &&
    a.grid.step === b.grid.step &&
    a.grid.cells === b.grid.cells &&
    a.grid.first === b.grid.first
  );
}

/**
 * Multiplies one spectrum by another, in place and as far as it goes: the transform of the sum of two independent losses.
 *
 * @example
 * const one = { re: Float64Array.of(0), im: Float64Array.of(1) };
 * multiplySpectrum(one, one);
 * one.re[0] // => -1
 */
export function multiplySpectrum(into: Spectrum, { re, im }: Spectrum): void {
  for (let k = 0; k < into.re.length; k++) {
    const x = into.re[k]!;
    const y = into.im[k]!;
    const u = re[k]!;
    const v = im[k]!;
    into.re[k] = x * u - y * v;
    into.im[k] = x * v + y * u;
  }
}

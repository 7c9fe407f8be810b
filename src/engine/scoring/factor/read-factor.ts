import { dimensionValue } from "../composite/dimension-value.ts";
import type { Factor } from "./factor.ts";

export interface FactorReading {
  readonly id: string;
  /** 0 (none of it) to 1 (as much as declared). */
  readonly value: number;
  /** If everything measured below it were at its better, or worse, end. */
  readonly low: number;
  readonly high: number;
  /** Share of the weights of its parent; 1 at the top, and where weights do not matter. */
  readonly weight: number;
  /** What it brings to its parent's value; parts of one parent sum to it. */
  readonly contribution: number;
  readonly parts: readonly FactorReading[];
}

/**
 * A tree of factors read from its leaves up, so that every value says what it is made of.
 *
 * Contributions: of a weighted mean weight × value; of the worst, all to the part that is it, evenly among equals; of a
 * product in proportion to the parts, so that what holds it down brings least.
 *
 * @throws RangeError when a level is off its scale, anchors do not rise from 0 to 1, a part is missing, or weights are not
 *   positive
 * @example
 * readFactor({ id: "severity", kind: "judged", level: 4, levels: 5 }).value // => 0.75
 */
export function readFactor(factor: Factor): FactorReading {
  return reading(factor, 1);
}

/**
 * Level of a value: the scale's levels share out [0, 1] evenly.
 *
 * @example
 * levelOfFactor(0.66, 5) // => 4
 */
export function levelOfFactor(value: number, levels: number): number {
  return Math.min(levels, 1 + Math.floor(value * levels));
}

type Read = Omit<FactorReading, "contribution">;

function reading(factor: Factor, weight: number): FactorReading {
  const read = readOnly(factor, weight);
  return { ...read, contribution: read.value };
}

function readOnly(factor: Factor, weight: number): Read {
  const { id } = factor;
  switch (factor.kind) {
    case "judged": {
      const { level, levels } = factor;
      if (!(Number.isInteger(level) && levels >= 2 && level >= 1 && level <= levels))
        throw new RangeError(`level of ${id} not from 1 to ${levels}: ${level}; choose one of the levels`);
      const value = (level - 1) / (levels - 1);
      return { id, value, low: value, high: value, weight, parts: [] };
    }
    case "measured": {
      const { value, low = value, high = value, anchors, raises } = factor;
      if (!(low <= value && value <= high))
        throw new RangeError(`value of ${id} not between its ends: ${value}; give low ≤ value ≤ high`);
      const at = (measured: number) => {
        const share = dimensionValue({ anchors }, measured);
        return raises === "higher" ? share : 1 - share;
      };
      const [better, worse] = raises === "higher" ? [low, high] : [high, low];
      return { id, value: at(value), low: at(better), high: at(worse), weight, parts: [] };
    }
    case "combined":
      return combined(factor, weight);
  }
}

function combined({ id, how, parts }: Factor & { readonly kind: "combined" }, weight: number): Read {
  if (parts.length === 0) throw new RangeError(`factor ${id} has no parts; name at least one`);
  const stray = parts.find((part) => !(part.weight > 0 && Number.isFinite(part.weight)));
  if (stray) throw new RangeError(`weight of ${stray.factor.id} not positive: ${stray.weight}; give one such as 1`);
  const total = parts.reduce((sum, part) => sum + part.weight, 0);
  if (total === Number.POSITIVE_INFINITY)
    throw new RangeError(`weights of the parts of ${id} too large to sum; divide them all by the same number`);
  const read = parts.map((part) => readOnly(part.factor, how === "weighted" ? part.weight / total : 1));
  const together = (end: "value" | "low" | "high") => {
    if (how === "weighted") return read.reduce((sum, part) => sum + part.weight * part[end], 0);
    if (how === "worst") return Math.max(...read.map((part) => part[end]));
    return read.reduce((product, part) => product * part[end], 1);
  };
  const value = together("value");
  const shares = sharesOf(read, how, value);
  return {
    id,
    value,
    low: together("low"),
    high: together("high"),
    weight,
    parts: read.map((part, k) => ({ ...part, contribution: shares[k]! })),
  };
}

function sharesOf(parts: readonly Read[], how: "weighted" | "worst" | "product", value: number): number[] {
  if (how === "weighted") return parts.map((part) => part.weight * part.value);
  if (how === "worst") {
    const worst = parts.filter((part) => part.value === value).length;
    return parts.map((part) => (part.value === value ? value / worst : 0));
  }
  const sum = parts.reduce((total, part) => total + part.value, 0);
  return parts.map((part) => (sum === 0 ? 0 : (value * part.value) / sum));
}

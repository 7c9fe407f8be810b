import { discretize } from "../../stats/discretize.ts";
import type { Distribution } from "../../stats/distribution.ts";
import type { YearMasses } from "./loss-curve.ts";
import type { SolvedYear } from "./solve-year.ts";

/**
 * What multiplies the year, P(no loss) without it, the relative spread of one loss, which sets the fineness, and the cells
 * of the new grid at least.
 */
interface Multiplication {
  readonly multiplier: Distribution;
  readonly none: number;
  readonly spread: number;
  readonly cells: number;
}

/**
 * The loss of a year times an independent multiplier in [0, 1] that is drawn once a year, M·T:
 * F(x) = E[F_T(x / M)], read at the middle of the cells of a new grid.
 *
 * Where the loss varies, M is a rule whose nodes lie closer than that spread; where it has steps only, each step is
 * spread by the distribution of M.
 *
 * @example
 * const year = { offset: 0, step: 10, masses: Float64Array.of(0.5, 0.5, 0, 0) };
 * multiplyYear({ fine: year, coarse: year, reading: "steps", bracket: undefined },
 *   { multiplier: atoms([0.25, 0.5]), none: 0.5, spread: 1, cells: 4096 }).reading // => "smooth"
 */
export function multiplyYear(year: SolvedYear, multiplication: Multiplication): SolvedYear {
  const { none, multiplier } = multiplication;
  const { fine, coarse, bracket } = year;
  const mix = (masses: YearMasses, reading: "steps" | "smooth") =>
    mixture(levels(masses, { none, reading }), multiplication);
  const bound = (masses: YearMasses, rounding: "down" | "up") =>
    masses.masses.length <= SPREAD_UP_TO
      ? mix(masses, "steps")
      : roundedMixture(levels(masses, { none, reading: "steps" }), { multiplier, rounding });
  const whole = mix(fine, year.reading);
  const inside = fine.masses.reduce((sum, mass) => sum + mass, 0);
  const tail = Math.max(2 * (1 - inside), 1e-6 * Math.min(1, 1000 * (1 - none)));
  const top = endOf(whole, (fine.offset + fine.masses.length * fine.step) * multiplier.support[1], tail);
  const cells = Math.max(multiplication.cells, fine.masses.length);
  const step = top / cells;
  const tight = Math.max(cells, bracket?.down.masses.length ?? 0);
  const laid = (at: LevelsAt, { size, count, from }: { size: number; count: number; from: number }): YearMasses => ({
    offset: 0,
    step: size,
    masses: differences(at({ first: from * size, step: size, count })),
  });
  const coarser = year.reading === "steps" ? whole : mix(coarse, year.reading);
  return {
    fine: laid(whole, { size: step, count: cells, from: 0.5 }),
    coarse: laid(coarser, { size: 2 * step, count: cells / 2, from: 0.5 }),
    reading: "smooth",
    bracket: bracket && {
      down: laid(bound(bracket.down, "down"), { size: top / tight, count: tight, from: 1 }),
      up: laid(bound(bracket.up, "up"), { size: top / tight, count: tight, from: 0 }),
    },
  };
}

/** Adds weight·F(factor⁻¹·x) at x = first, first + step, … to `into`; factor above 0. */
type Levels = (factor: number, weight: number, points: Points, into: Float64Array) => void;

/** F at x = first, first + step, … */
type LevelsAt = (points: Points) => Float64Array;

interface Points {
  readonly first: number;
  readonly step: number;
  readonly count: number;
}

function differences(at: Float64Array): Float64Array {
  let before = 0;
  for (let cell = 0; cell < at.length; cell++) {
    const level = Math.max(before, at[cell]!);
    at[cell] = level - before;
    before = level;
  }
  return at;
}

function endOf(cdf: LevelsAt, highest: number, tail: number): number {
  let low = 0;
  let high = highest;
  for (let step = 0; step < 60 && high - low > 1e-3 * high; step++) {
    const middle = (low + high) / 2;
    if (1 - cdf({ first: middle, step: 0, count: 1 })[0]! > tail) low = middle;
    else high = middle;
  }
  return high;
}

/** The distribution function of a solved year at evenly spaced points, read in place. */
function levels(
  { offset, step, masses }: YearMasses,
  { none, reading }: { readonly none: number; readonly reading: "steps" | "smooth" },
): {
  readonly add: Levels;
  readonly sums: Float64Array;
  readonly year: YearMasses;
  readonly reading: "steps" | "smooth";
} {
  const sums = Float64Array.from(masses);
  for (let j = 1; j < sums.length; j++) sums[j]! += sums[j - 1]!;
  const last = sums[sums.length - 1]!;
  const add: Levels = (factor, weight, points, into) => {
    const slope = points.step / (factor * step);
    // A smooth mass lies around its loss, half a step to either side; a step is reached at its loss.
    const start = (points.first / factor - offset) / step + (reading === "smooth" ? 0.5 : 1 + 1e-9);
    const reaches = (cell: number) =>
      slope > 0
        ? Math.min(points.count, Math.max(0, Math.ceil((cell - start) / slope)))
        : start < cell
          ? points.count
          : 0;
    const inside = reaches(1);
    const beyond = Math.max(inside, reaches(sums.length));
    for (let k = 0; k < inside; k++) into[k]! += weight * beginning(start + k * slope);
    for (let k = inside; k < beyond; k++) {
      const at = start + k * slope;
      const cell = Math.min(sums.length - 1, Math.max(1, Math.floor(at)));
      into[k]! += weight * (sums[cell - 1]! + (reading === "smooth" ? (at - cell) * masses[cell]! : 0));
    }
    for (let k = beyond; k < points.count; k++) into[k]! += weight * last;
  };
  // The first cell of a grid from 0 holds the years without loss, and half a step of small losses.
  const beginning = (at: number): number => {
    if (reading === "steps" || at < 0) return 0;
    if (offset > 0) return at * masses[0]!;
    return at < 0.5 ? 0 : none + (2 * at - 1) * Math.max(0, masses[0]! - none);
  };
  return { add, sums, year: { offset, step, masses }, reading };
}

function mixture(from: ReturnType<typeof levels>, { multiplier, spread, cells }: Multiplication): LevelsAt {
  if (from.reading === "steps" && !multiplier.atoms) return spreadSteps(from.year, multiplier);
  const range = multiplier.support[1] - multiplier.support[0];
  const relative = Math.min(spread, relativeSpread(from));
  const needed = Math.ceil((4 * range) / (multiplier.mean * Math.max(1e-3, relative)));
  const rule = discretize(multiplier, Math.min(cells / 8, Math.max(12, needed)));
  return (points) => {
    const into = new Float64Array(points.count);
    rule.values.forEach((factor, k) => {
      const weight = rule.weights[k]!;
      if (factor > 0) from.add(factor, weight, points, into);
      else for (let j = 0; j < points.count; j++) into[j]! += weight;
    });
    return into;
  };
}

/** More steps than this are not spread one by one: the cost is their number squared. */
const SPREAD_UP_TO = 2 ** 13;
/** Nodes × points of a bound. */
const ROUNDED_WORK = 2 ** 26;

/** The mixture over a multiplier that is itself rounded down or up: a bound in stochastic order. */
function roundedMixture(
  from: ReturnType<typeof levels>,
  { multiplier, rounding }: { readonly multiplier: Distribution; readonly rounding: "down" | "up" },
): LevelsAt {
  const [low, high] = multiplier.support;
  return (points) => {
    const nodes = Math.min(2048, Math.max(256, Math.floor(ROUNDED_WORK / points.count)));
    const edge = (k: number) => (k === nodes ? high : low + ((high - low) * k) / nodes);
    const into = new Float64Array(points.count);
    let before = 0;
    for (let k = 0; k <= nodes; k++) {
      const level = multiplier.cdf(edge(k));
      const factor = edge(k === 0 || rounding === "up" ? k : k - 1);
      if (factor > 0) from.add(factor, level - before, points, into);
      else for (let j = 0; j < points.count; j++) into[j]! += level - before;
      before = level;
    }
    return into;
  };
}

/** Distance of the quartiles over the median; 1 where most years bring no loss. */
function relativeSpread({ sums, year: { offset, step } }: ReturnType<typeof levels>): number {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((level) => offset + step * sums.findIndex((sum) => sum >= level));
  return middle! > 0 ? (high! - low!) / middle! : 1;
}

const TABLE = 4096;

/** F(x) = Σ mass·P(M ≤ x / loss) over the steps of the year. */
function spreadSteps({ offset, step, masses }: YearMasses, multiplier: Distribution): LevelsAt {
  const [low, high] = multiplier.support;
  const table = Float64Array.from({ length: TABLE + 1 }, (_, k) => multiplier.cdf(low + ((high - low) * k) / TABLE));
  const left = (share: number): number => {
    if (share < low) return 0;
    if (share >= high) return 1;
    const at = ((share - low) / (high - low)) * TABLE;
    const k = Math.floor(at);
    return table[k]! + (at - k) * (table[k + 1]! - table[k]!);
  };
  return (points) => {
    const into = new Float64Array(points.count);
    masses.forEach((mass, j) => {
      if (!(mass > 1e-12)) return;
      const loss = offset + j * step;
      for (let k = 0; k < points.count; k++) {
        into[k]! += mass * (loss > 0 ? left((points.first + k * points.step) / loss) : 1);
      }
    });
    return into;
  };
}

import { discretize } from "../stats/discretize.ts";
import type { Distribution } from "../stats/distribution.ts";
import { curveCdf, curveQuantile, type LossCurve, lossCurve, type YearMasses } from "./loss-curve.ts";
import type { SolvedYear } from "./solve-year.ts";

/** What multiplies the year, P(no loss) without it, and the relative spread of one loss, which sets the fineness. */
interface Multiplication {
  readonly multiplier: Distribution;
  readonly none: number;
  readonly spread: number;
}

/**
 * The loss of a year times an independent multiplier in [0, 1] that is drawn once a year, M·T:
 * F(x) = E[F_T(x / M)], read at the middle of the cells of a new grid.
 *
 * Where the loss varies, M is a rule whose nodes lie closer than that spread; where it has steps only, each step is
 * spread by the distribution of M.
 *
 * @example
 * multiplyYear(solved, { multiplier, none: 0.5, spread: 1 }).reading // => "smooth"
 */
export function multiplyYear(year: SolvedYear, multiplication: Multiplication): SolvedYear {
  const { none, multiplier } = multiplication;
  const { fine, coarse, reading, bracket } = year;
  const curve = lossCurve(fine, { none, reading });
  const whole = mixed(curve, reading, multiplication);
  const offset = 0;
  const highest = fine.offset + fine.masses.length * fine.step;
  const reached = 1 - curve.reached[curve.reached.length - 1]!;
  const top = endOf(
    whole,
    highest * multiplier.support[1],
    Math.max(2 * reached, 1e-6 * Math.min(1, 1000 * (1 - none))),
  );
  const cells = Math.max(4096, fine.masses.length);
  const step = top / cells;
  const middle = (at: (x: number) => number, size: number, count: number): YearMasses => ({
    offset,
    step: size,
    masses: differences(count, (cell) => at((cell + 0.5) * size)),
  });
  const coarser = reading === "steps" ? whole : mixed(lossCurve(coarse, { none, reading }), reading, multiplication);
  const bound = (masses: YearMasses) =>
    mixed(lossCurve(masses, { none: 0, reading: "steps" }), "steps", multiplication);
  return {
    fine: middle(whole, step, cells),
    coarse: middle(coarser, 2 * step, cells / 2),
    reading: "smooth",
    bracket: bracket && {
      down: { offset, step, masses: differences(cells, (cell) => bound(bracket.down)((cell + 1) * step)) },
      up: { offset, step, masses: differences(cells, (cell) => bound(bracket.up)(cell * step)) },
    },
  };
}

function differences(count: number, at: (cell: number) => number): Float64Array {
  const masses = new Float64Array(count);
  let before = 0;
  for (let cell = 0; cell < count; cell++) {
    const level = Math.max(before, at(cell));
    masses[cell] = level - before;
    before = level;
  }
  return masses;
}

function endOf(cdf: (x: number) => number, highest: number, tail: number): number {
  let low = 0;
  let high = highest;
  for (let step = 0; step < 60 && high - low > 1e-3 * high; step++) {
    const middle = (low + high) / 2;
    if (1 - cdf(middle) > tail) low = middle;
    else high = middle;
  }
  return high;
}

function mixed(
  curve: LossCurve,
  reading: "steps" | "smooth",
  { multiplier, spread }: Multiplication,
): (x: number) => number {
  if (reading === "steps" && !multiplier.atoms) return spreadSteps(curve, multiplier);
  const range = Number.isFinite(multiplier.support[1]) ? multiplier.support[1] - multiplier.support[0] : 1;
  const median = curveQuantile(curve, 0.5);
  const middle = median > 0 ? (curveQuantile(curve, 0.75) - curveQuantile(curve, 0.25)) / median : 1;
  const needed = (4 * range) / (multiplier.mean * Math.max(1e-3, Math.min(spread, middle)));
  const rule = discretize(multiplier, Math.min(512, Math.max(24, Math.ceil(needed))));
  return (x) => {
    let level = 0;
    for (let k = 0; k < rule.values.length; k++) {
      const factor = rule.values[k]!;
      level += rule.weights[k]! * (factor > 0 ? curveCdf(curve, x / factor) : 1);
    }
    return level;
  };
}

const TABLE = 4096;

function spreadSteps({ loss, reached }: LossCurve, multiplier: Distribution): (x: number) => number {
  const [low, high] = multiplier.support;
  const table = Float64Array.from({ length: TABLE + 1 }, (_, k) => multiplier.cdf(low + ((high - low) * k) / TABLE));
  const left = (share: number): number => {
    if (share < low) return 0;
    if (share >= high) return 1;
    const at = ((share - low) / (high - low)) * TABLE;
    const k = Math.floor(at);
    return table[k]! + (at - k) * (table[k + 1]! - table[k]!);
  };
  const steps: { readonly at: number; readonly mass: number }[] = [];
  for (let k = 1; k < loss.length; k += 2) {
    const mass = reached[k]! - reached[k - 1]!;
    if (mass > 1e-12) steps.push({ at: loss[k]!, mass });
  }
  return (x) => steps.reduce((level, { at, mass }) => level + mass * (at > 0 ? left(x / at) : 1), 0);
}

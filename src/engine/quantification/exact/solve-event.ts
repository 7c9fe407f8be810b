import { commonUnit } from "./common-unit.ts";
import { type EventLoss, eachEventTransform, nothingLost } from "./event-loss.ts";
import { multiplyYear } from "./multiply-year.ts";
import { type SolvedYear, type SolveOptions, solveYear, type YearProblem } from "./solve-year.ts";
import { emptySpectrum } from "./year-grid.ts";

/**
 * The distribution of the loss of one event, what is not known of it mixed in: a year with exactly one.
 *
 * @example
 * solveEvent({ primary: [atoms([5]), atoms([0, 5])], secondary: undefined, multiplier: undefined },
 *   { cells: 64, mostCells: 4096, bracket: "none" }).fine.masses[1] // => 0.5
 */
export function solveEvent(event: EventLoss, options: SolveOptions): SolvedYear {
  const { multiplier, secondary } = event;
  const { values, weights } = secondary?.probability ?? { values: [0], weights: [1] };
  const average = (of: (share: number) => number) => values.reduce((sum, share, k) => sum + weights[k]! * of(share), 0);
  const alone = addendMoments(event.primary);
  const further = addendMoments(secondary?.loss ?? []);
  const share = average((p) => p);
  const none = average((p) => nothingLost(event, p));
  const solved = solveYear(
    {
      mean: alone.mean + share * further.mean,
      standardDeviation: Math.sqrt(alone.variance + share * further.variance + share * (1 - share) * further.mean ** 2),
      none,
      floor: 0,
      shift: 0,
      tail: 1e-6,
      ...eventGrid(event),
      spectrum: (grid, rounding) => {
        const into = emptySpectrum(grid);
        const use = ({ re, im }: typeof into, weight: number) => {
          for (let k = 0; k < re.length; k++) {
            into.re[k]! += weight * re[k]!;
            into.im[k]! += weight * im[k]!;
          }
        };
        eachEventTransform(event, { grid, rounding, use });
        return into;
      },
    },
    options,
  );
  return multiplier
    ? multiplyYear(solved, { multiplier, none, spread: eventSpread(event), cells: options.cells })
    : solved;
}

const addendMoments = (addends: EventLoss["primary"]) => ({
  mean: addends.reduce((sum, { mean }) => sum + mean, 0),
  variance: addends.reduce((sum, { variance }) => sum + variance, 0),
});

/**
 * The unit and the reading of a grid for events: "steps" where every loss is a multiple of one amount.
 *
 * @example
 * eventGrid({ primary: [atoms([4]), atoms([6])], secondary: undefined }) // => { unit: 2, reading: "steps" }
 */
export function eventGrid({
  primary,
  secondary,
}: Pick<EventLoss, "primary" | "secondary">): Pick<YearProblem, "unit" | "reading"> {
  const losses = secondary ? [...primary, ...secondary.loss] : primary;
  const unit = commonUnit(losses.flatMap((loss) => loss.atoms?.values ?? []));
  return { unit, reading: unit !== undefined && losses.every((loss) => loss.atoms) ? "steps" : "smooth" };
}

/**
 * Relative spread of the primary loss, or of the secondary one where that is all: how fine a rule of what multiplies it
 * has to be.
 *
 * @example
 * eventSpread({ primary: [atoms([0, 2])], secondary: undefined }) // => 1
 */
export function eventSpread({ primary, secondary }: Pick<EventLoss, "primary" | "secondary">): number {
  const alone = addendMoments(primary);
  const { mean, variance } = alone.mean > 0 ? alone : addendMoments(secondary?.loss ?? []);
  return mean > 0 ? Math.sqrt(variance) / mean : 1;
}

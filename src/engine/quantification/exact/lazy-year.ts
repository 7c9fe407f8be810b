import { type CauseYear, solveCauseYear } from "./cause-year.ts";
import { directYear } from "./direct-year.ts";
import type { ExactOptions } from "./exact-options.ts";
import { type ScenarioYear, solveScenarioYear } from "./scenario-year.ts";
import type { SolvedYear } from "./solve-year.ts";

/** A year of a scenario's own events, or of a common cause, that is solved when asked for. */
export interface LazyYear {
  readonly year: ScenarioYear | CauseYear;
  readonly solved: () => SolvedYear;
}

const FOR_ONE = { cells: 4096, mostCells: 2 ** 18 };

/**
 * A year, solved on its own grid when asked for; kept where a sum will ask for it again.
 *
 * @example
 * const scenario = { id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] };
 * lazyYear(scenarioYear(scenarioDistributions(scenario)), {}).solved().fine.step // => 5
 */
export function lazyYear(year: LazyYear["year"], { bracket = "none" }: ExactOptions): LazyYear {
  const options = { ...FOR_ONE, bracket };
  let kept: SolvedYear | undefined;
  return {
    year,
    solved: () => {
      const solved = kept ?? (year.kind === "own" ? solveScenarioYear(year, options) : solveCauseYear(year, options));
      // Sums take a fixed-rate year from its losses: its grid is wanted once, and thousands of them fill the memory.
      if (!directYear(year)) kept = solved;
      return solved;
    },
  };
}

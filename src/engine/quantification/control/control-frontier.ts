import type { LazyYear } from "../exact/lazy-year.ts";
import { curveShortfall, lossCurve } from "../exact/loss-curve.ts";
import { solvedAnnualSum } from "../exact/solved-annual-sum.ts";
import type { Scenario } from "../scenario.ts";
import type { SimulationWatch } from "../simulation/simulation-options.ts";
import { SimulationStopped } from "../simulation/simulation-stopped.ts";
import { type Candidate, checkedCandidates } from "./checked-candidates.ts";
import { expectedLoss } from "./expected-loss.ts";
import { expectedLossBySet, expectedLossSearch } from "./expected-loss-by-set.ts";
import { knapsackBound } from "./knapsack-bound.ts";
import { paretoFront } from "./pareto-front.ts";
import { PortfolioSets } from "./portfolio-sets.ts";
import { searchSet } from "./search-set.ts";
import { setShortfall } from "./set-shortfall.ts";
import { membersOfSet, setsBySize } from "./sets-by-size.ts";
import { withControls } from "./with-controls.ts";

/** A set of controls to fund. */
export interface FundedSet {
  /** In the order of the candidates. */
  readonly controls: readonly string[];
  readonly annualCost: number;
  /** The measure of the portfolio's year with them. */
  readonly loss: number;
}

/** Which sets of controls are worth their money, and which one a budget should fund. */
export interface ControlFrontier {
  readonly measure: "expectedAnnualLoss" | "expectedShortfall";
  /** "every-set": all were compared. "search": greedy, then single exchanges; the gap says what may be missed. */
  readonly method: "every-set" | "search";
  /** Sets that no other one beats, from nothing funded on: rising in cost, falling in loss. Of a search, those found. */
  readonly frontier: readonly FundedSet[];
  readonly budget: number;
  readonly best: FundedSet;
  /** No set within the budget has a lower loss than this. */
  readonly bound: number;
  /** `best.loss` − `bound`: 0 where every set was compared. */
  readonly gap: number;
}

/** What is to be chosen from. */
export interface FrontierProblem {
  /** With the effects of the candidates and of what is always on; other effects do not count. */
  readonly scenarios: readonly Scenario[];
  readonly candidates: readonly Candidate[];
  readonly alwaysOn: ReadonlySet<string>;
  readonly budget: number;
  /** To be low: the expected annual loss, or the expected shortfall at 95 %. */
  readonly measure: "expectedAnnualLoss" | "expectedShortfall";
}

/** So many candidates are compared set by set. */
export const EVERY_SET_UP_TO = { expectedAnnualLoss: 20, expectedShortfall: 12 } as const;
/** So many transforms are held at a time, about 100 kB each. */
export const MOST_VARIANTS = 1024;

/**
 * What to fund under a budget: the frontier of yearly cost against the annual loss, and its best set within the budget.
 *
 * Every set is compared up to 20 candidates for the expected annual loss and up to 12 for the expected shortfall (where
 * all sets need no more than 1,024 different years); beyond, a greedy search with single exchanges says its gap to a
 * bound: for the expected loss the fractional knapsack of what each control brings alone (what several bring together
 * is never more), for the shortfall that of all candidates together. Losses are those of the exact engine; sets are
 * ranked by shortfall on one common grid, to about 1e-4. Of sets alike in cost and loss the one with fewer controls
 * counts. Amounts are in the currency of the scenarios, costs and budget a year.
 *
 * Throws a RangeError for a candidate without a cost, given twice or always on, and for a budget below 0; an
 * EstimateError for an invalid estimate. Source: Dantzig 1957; docs/method/frontier.md.
 *
 * @throws SimulationStopped when `watch.isStopped` answered true
 *
 * @example
 * const controls = [{ control: "review", acts: "loss", effectiveness: 0.5 }];
 * controlFrontier({ scenarios: [{ id: "a", system: "s", frequency: 2, loss: { primary: 50 }, controls }],
 *   candidates: [{ id: "review", annualCost: 20 }], alwaysOn: new Set(), budget: 30, measure: "expectedAnnualLoss" })
 *   .best // => { controls: ["review"], annualCost: 20, loss: 50 }
 */
export function controlFrontier(problem: FrontierProblem, watch: SimulationWatch = {}): ControlFrontier {
  const candidates = checkedCandidates(problem.candidates, problem.alwaysOn);
  checkBudget(problem.budget);
  const chosen = problem.measure === "expectedAnnualLoss" ? byExpectedLoss : byShortfall;
  return chosen({ ...problem, candidates }, { isStopped: () => false, onProgress: () => {}, ...watch });
}

function checkBudget(budget: number): void {
  if (!(budget >= 0)) throw new RangeError(`budget ${budget} is not an amount from 0 up; give one such as 250000`);
}

interface Checked extends FrontierProblem {
  readonly candidates: readonly { readonly id: string; readonly annualCost: number }[];
}

function byExpectedLoss(problem: Checked, watch: Required<SimulationWatch>): ControlFrontier {
  const { scenarios, candidates, alwaysOn, budget } = problem;
  const lossOf = (set: Iterable<number>) => {
    const on = new Set([...alwaysOn, ...[...set].map((k) => candidates[k]!.id)]);
    return withControls(scenarios, on).reduce((sum, scenario) => sum + expectedLoss(scenario), 0);
  };
  const ids = candidates.map(({ id }) => id);
  if (candidates.length <= EVERY_SET_UP_TO.expectedAnnualLoss) {
    const losses = expectedLossBySet({ scenarios, candidates: ids, alwaysOn }, watch);
    const found = paretoFront(setsBySize(ids.length), { cost: costOf(candidates), measure: (set) => losses[set]! });
    return answer(
      problem,
      found.map(({ set }) => funded(candidates, membersOfSet(set), lossOf(membersOfSet(set)))),
    );
  }
  const search = expectedLossSearch({ scenarios, candidates: ids, alwaysOn }, watch);
  const nothing = lossOf([]);
  const reductions = candidates.map(({ annualCost }, k) => ({ cost: annualCost, reduction: nothing - lossOf([k]) }));
  const bound = Math.max(0, nothing - knapsackBound(reductions, budget));
  return searched(problem, { measure: search, lossOf, bound });
}

function byShortfall(problem: Checked, watch: Required<SimulationWatch>): ControlFrontier {
  const { scenarios, candidates, alwaysOn } = problem;
  const ids = candidates.map(({ id }) => id);
  const sets = new PortfolioSets(scenarios, ids, alwaysOn);
  const lossOf = (set: Iterable<number>) => {
    if (watch.isStopped()) throw new SimulationStopped();
    return exactShortfall(sets.years(set));
  };
  if (ids.length <= EVERY_SET_UP_TO.expectedShortfall && sets.variantsOfAll <= MOST_VARIANTS) {
    const losses = new Float64Array(2 ** ids.length);
    let done = 0;
    sets.visitAll((set, year) => {
      if (watch.isStopped()) throw new SimulationStopped();
      losses[set] = setShortfall(year, 0.95);
      watch.onProgress(++done, losses.length);
    });
    const found = paretoFront(setsBySize(ids.length), { cost: costOf(candidates), measure: (set) => losses[set]! });
    return answer(
      problem,
      found.map(({ set }) => funded(candidates, membersOfSet(set), lossOf(membersOfSet(set)))),
    );
  }
  const measure = (on: ReadonlySet<number>) => {
    if (watch.isStopped()) throw new SimulationStopped();
    return setShortfall(sets.year(on), 0.95);
  };
  return searched(problem, { measure, lossOf, bound: lossOf(ids.keys()) });
}

function exactShortfall(years: readonly LazyYear[]): number {
  const sum = solvedAnnualSum(years, {});
  if (sum === null) return 0;
  const curve = lossCurve(sum.year.fine, { none: sum.moments.none, reading: sum.year.reading });
  return curveShortfall(curve, sum.moments.mean, 0.95);
}

/** The frontier and the best of sets, of which a few may have become equal by their figures of the exact engine. */
function answer(problem: Checked, sets: readonly FundedSet[]): ControlFrontier {
  const frontier = paretoFront(sets.keys(), {
    cost: (k) => sets[k]!.annualCost,
    measure: (k) => sets[k]!.loss,
  }).map(({ set }) => sets[set]!);
  const best = frontier.findLast(({ annualCost }) => annualCost <= problem.budget)!;
  return {
    measure: problem.measure,
    method: "every-set",
    frontier,
    budget: problem.budget,
    best,
    bound: best.loss,
    gap: 0,
  };
}

function searched(
  problem: Checked,
  {
    measure,
    lossOf,
    bound,
  }: {
    measure: (on: ReadonlySet<number>) => number;
    lossOf: (set: Iterable<number>) => number;
    bound: number;
  },
): ControlFrontier {
  const { candidates, budget } = problem;
  const found = new Map<string, readonly number[]>();
  const costs = candidates.map(({ annualCost }) => annualCost);
  const seen: { readonly members: readonly number[]; readonly cost: number; readonly measure: number }[] = [];
  const onSet = (on: ReadonlySet<number>, loss: number) => {
    const members = [...on].sort((a, b) => a - b);
    const key = members.join(" ");
    if (found.has(key)) return;
    found.set(key, members);
    seen.push({ members, cost: members.reduce((sum, k) => sum + costs[k]!, 0), measure: loss });
  };
  searchSet({ costs, budget, measure }, onSet);
  // Beyond the budget too: the rest of the frontier tells what more money would bring.
  if (budget < costs.reduce((sum, cost) => sum + cost, 0)) searchSet({ costs, budget: Infinity, measure }, onSet);
  const front = paretoFront(seen.keys(), { cost: (k) => seen[k]!.cost, measure: (k) => seen[k]!.measure });
  const sets = front.map(({ set }) => funded(candidates, seen[set]!.members, lossOf(seen[set]!.members)));
  const { best, ...rest } = answer(problem, sets);
  const least = Math.min(bound, best.loss);
  return { ...rest, method: "search", best, bound: least, gap: best.loss - least };
}

function costOf(candidates: Checked["candidates"]): (set: number) => number {
  return (set) => {
    let cost = 0;
    for (let k = 0; k < candidates.length; k++) if ((set >> k) & 1) cost += candidates[k]!.annualCost;
    return cost;
  };
}

function funded(candidates: Checked["candidates"], members: readonly number[], loss: number): FundedSet {
  const controls = members.map((k) => candidates[k]!);
  return {
    controls: controls.map(({ id }) => id),
    annualCost: controls.reduce((sum, { annualCost }) => sum + annualCost, 0),
    loss,
  };
}

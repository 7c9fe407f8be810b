import { curveCdf, lossCurve } from "../exact/loss-curve.ts";
import { solvedAnnualSum } from "../exact/solved-annual-sum.ts";
import type { Scenario } from "../scenario.ts";
import type { SimulationWatch } from "../simulation/simulation-options.ts";
import { SimulationStopped } from "../simulation/simulation-stopped.ts";
import { type Candidate, checkedCandidates } from "./checked-candidates.ts";
import { EVERY_SET_UP_TO, MOST_VARIANTS } from "./control-frontier.ts";
import { PortfolioSets, type SetYear } from "./portfolio-sets.ts";
import { membersOfSet, setsBySize } from "./sets-by-size.ts";

/** A line for the probability that a year loses more than an amount. */
export interface LossLimit {
  readonly exceeds: number;
  /** The tolerance or the appetite: reaching it crosses the line. */
  readonly probability: number;
}

/** The set of controls that brings a year's loss back under a line, or as cheap a one as was found. */
export interface RestoringSet {
  /** In the order of the candidates. */
  readonly controls: readonly string[];
  readonly annualCost: number;
  /** P(annual loss > exceeds) with them, as `exactExceedance` states it. */
  readonly probability: number;
  /** "every-set": no cheaper one does. "search": greedy, then without what proved idle. */
  readonly method: "every-set" | "search";
}

/**
 * The cheapest set of candidates with which P(annual loss > exceeds) is below the probability; null where not even all
 * of them together bring it there.
 *
 * Up to 12 candidates every set is tried by rising cost (where all sets need no more than 1,024 different years), beyond
 * by adding the one that brings most for its cost until it is below, then dropping what is not needed. The winner is
 * verified by the exact engine. Throws as `controlFrontier` does, and a RangeError for a probability outside (0, 1].
 *
 * @throws SimulationStopped when `watch.isStopped` answered true
 *
 * @example
 * const controls = [{ control: "review", acts: "frequency", effectiveness: 0.5 }];
 * cheapestRestoring({ scenarios: [{ id: "a", system: "s", frequency: 0.2, loss: { primary: 50 }, controls }],
 *   candidates: [{ id: "review", annualCost: 20 }], alwaysOn: new Set(), limit: { exceeds: 40, probability: 0.15 } })
 *   .probability // => 0.0952
 */
export function cheapestRestoring(
  {
    scenarios,
    candidates: given,
    alwaysOn,
    limit,
  }: {
    readonly scenarios: readonly Scenario[];
    readonly candidates: readonly Candidate[];
    readonly alwaysOn: ReadonlySet<string>;
    readonly limit: LossLimit;
  },
  { isStopped = () => false, onProgress = () => {} }: SimulationWatch = {},
): RestoringSet | null {
  const candidates = checkedCandidates(given, alwaysOn);
  checkLimit(limit);
  const sets = new PortfolioSets(
    scenarios,
    candidates.map(({ id }) => id),
    alwaysOn,
  );
  const exact = (members: Iterable<number>): number => {
    if (isStopped()) throw new SimulationStopped();
    const sum = solvedAnnualSum(sets.years(members), {});
    if (sum === null) return 0;
    return exceedance({ masses: sum.year.fine, ...sum.moments, reading: sum.year.reading }, limit.exceeds);
  };
  const restored = (members: readonly number[], method: RestoringSet["method"]): RestoringSet | undefined => {
    const probability = exact(members);
    if (!(probability < limit.probability)) return undefined;
    const controls = members.map((k) => candidates[k]!);
    return {
      controls: controls.map(({ id }) => id),
      annualCost: controls.reduce((sum, { annualCost }) => sum + annualCost, 0),
      probability,
      method,
    };
  };
  const every = [...candidates.keys()];
  if (!restored(every, "search")) return null;
  if (every.length <= EVERY_SET_UP_TO.expectedShortfall && sets.variantsOfAll <= MOST_VARIANTS) {
    const probabilities = new Float64Array(2 ** every.length);
    let done = 0;
    sets.visitAll((set, year) => {
      if (isStopped()) throw new SimulationStopped();
      probabilities[set] = exceedance(year, limit.exceeds);
      onProgress(++done, probabilities.length);
    });
    const costOf = (set: number) => membersOfSet(set).reduce((sum, k) => sum + candidates[k]!.annualCost, 0);
    const promising = [...setsBySize(every.length)]
      .filter((set) => probabilities[set]! < limit.probability * NEARLY)
      .map((set) => ({ members: membersOfSet(set), cost: costOf(set), probability: probabilities[set]! }))
      .sort((a, b) => a.cost - b.cost || a.members.length - b.members.length || a.probability - b.probability);
    for (const { members } of promising) {
      const found = restored(members, "every-set");
      if (found) return found;
    }
  }
  const costs = candidates.map(({ annualCost }) => annualCost);
  const measure = (on: readonly number[]) => {
    if (isStopped()) throw new SimulationStopped();
    return exceedance(sets.year(on), limit.exceeds);
  };
  return restored(greedy({ costs, measure, isEnough: (on) => exact(on) < limit.probability }), "search")!;
}

/** The common grid ranks sets; one that misses the line by this factor on it may keep it by the exact engine. */
const NEARLY = 1.01;

function checkLimit({ exceeds, probability }: LossLimit): void {
  if (!(exceeds >= 0 && exceeds < Infinity)) {
    throw new RangeError(`limit: exceeds ${exceeds} is not an amount from 0 up; give one such as 1000000`);
  }
  if (!(probability > 0 && probability <= 1)) {
    throw new RangeError(`limit: probability outside 0 to 1: ${probability}; give one such as 0.05`);
  }
}

function exceedance({ masses, none, reading }: SetYear, loss: number): number {
  return Math.min(1 - none, Math.max(0, 1 - curveCdf(lossCurve(masses, { none, reading }), loss)));
}

/** Adds the candidate that lowers the measure most for its cost until it is enough; then drops the dearest not needed. */
function greedy({
  costs,
  measure,
  isEnough,
}: {
  readonly costs: readonly number[];
  readonly measure: (on: readonly number[]) => number;
  readonly isEnough: (on: readonly number[]) => boolean;
}): number[] {
  let on: number[] = [];
  while (!isEnough(on)) {
    const now = measure(on);
    let best = { k: -1, worth: -1 };
    for (const [k, cost] of costs.entries()) {
      if (on.includes(k)) continue;
      const reduction = Math.max(0, now - measure([...on, k]));
      const worth = reduction === 0 ? 0 : reduction / cost;
      if (worth > best.worth) best = { k, worth };
    }
    on.push(best.k);
  }
  for (const k of [...on].sort((a, b) => costs[b]! - costs[a]!)) {
    const without = on.filter((other) => other !== k);
    if (isEnough(without)) on = without;
  }
  return on.sort((a, b) => a - b);
}

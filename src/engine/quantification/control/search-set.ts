/** What a search may fund: costs of the candidates, the budget, and the measure of a set of them, to be low. */
export interface SearchProblem {
  readonly costs: readonly number[];
  readonly budget: number;
  readonly measure: (on: ReadonlySet<number>) => number;
}

/** Improvements smaller than this share of the measure are rounding. */
const SAME = 1e-12;

/**
 * A good set of candidates within a budget, not always the best: greedy by reduction per cost, and by reduction alone,
 * both then improved by adding, dropping and swapping single candidates, and by dropping one and filling up greedily,
 * until none of these helps. Every set on the way is told to `onSet`.
 *
 * @example
 * [...searchSet({ costs: [5, 3], budget: 5, measure: (on) => 10 - (on.has(0) ? 4 : 0) - (on.has(1) ? 3 : 0) })] // => [0]
 */
export function searchSet(
  problem: SearchProblem,
  onSet: (on: ReadonlySet<number>, measure: number) => void = () => {},
): Set<number> {
  const perCost = improved(filledUp(problem, { by: "reduction-per-cost", onSet }), problem, onSet);
  const alone = improved(filledUp(problem, { by: "reduction", onSet }), problem, onSet);
  return alone.measure < perCost.measure * (1 - SAME) ? alone.on : perCost.on;
}

interface Found {
  readonly on: Set<number>;
  readonly measure: number;
}

/** Greedily, from a set on and without one candidate, if any is barred. */
function filledUp(
  { costs, budget, measure }: SearchProblem,
  {
    by,
    onSet,
    from = new Set(),
    barred,
  }: {
    by: "reduction-per-cost" | "reduction";
    onSet: (on: ReadonlySet<number>, measure: number) => void;
    from?: ReadonlySet<number>;
    barred?: number;
  },
): Found {
  const on = new Set(from);
  let now = measure(on);
  let left = [...on].reduce((rest, k) => rest - costs[k]!, budget);
  onSet(new Set(on), now);
  for (;;) {
    let best: { readonly k: number; readonly worth: number; readonly measure: number } | undefined;
    for (const [k, cost] of costs.entries()) {
      if (on.has(k) || k === barred || cost > left) continue;
      const after = measure(new Set([...on, k]));
      const reduction = now - after;
      if (!(reduction > SAME * now)) continue;
      const worth = by === "reduction" ? reduction : cost > 0 ? reduction / cost : Infinity;
      if (!best || worth > best.worth) best = { k, worth, measure: after };
    }
    if (!best) return { on, measure: now };
    on.add(best.k);
    left -= costs[best.k]!;
    now = best.measure;
    onSet(new Set(on), now);
  }
}

function improved(
  start: Found,
  problem: SearchProblem,
  onSet: (on: ReadonlySet<number>, measure: number) => void,
): Found {
  const { costs, budget, measure } = problem;
  let found = start;
  const costOf = (on: ReadonlySet<number>) => [...on].reduce((sum, k) => sum + costs[k]!, 0);
  for (;;) {
    let better: Found | undefined;
    for (const on of neighbours(found.on, costs.length)) {
      const cost = costOf(on);
      if (cost > budget) continue;
      const after = measure(on);
      const least = better?.measure ?? found.measure;
      // As low for less money is better too: what a further control made idle is dropped.
      const cheaper = !better && cost < costOf(found.on) && after <= found.measure * (1 + SAME);
      if (after < least * (1 - SAME) || cheaper) better = { on, measure: after };
    }
    for (const k of better ? [] : found.on) {
      const from = new Set([...found.on].filter((other) => other !== k));
      const refilled = filledUp(problem, { by: "reduction-per-cost", onSet, from, barred: k });
      if (refilled.measure < (better?.measure ?? found.measure) * (1 - SAME)) better = refilled;
    }
    if (!better) return found;
    found = better;
    onSet(found.on, found.measure);
  }
}

function* neighbours(on: ReadonlySet<number>, count: number): Generator<Set<number>> {
  const without = (k: number) => new Set([...on].filter((other) => other !== k));
  for (const k of on) yield without(k);
  for (let j = 0; j < count; j++) {
    if (on.has(j)) continue;
    yield new Set([...on, j]);
    for (const k of on) yield without(k).add(j);
  }
}

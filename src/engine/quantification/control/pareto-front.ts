/** A set of candidates, as the sum of 2^k over its members, with its cost and what is to be low. */
export interface PricedSet {
  readonly set: number;
  readonly cost: number;
  readonly measure: number;
}

/** Measures this close, relative to the largest, are the same: sums in another order miss by rounding. */
const SAME = 1e-12;

/**
 * The sets that no other one beats: none costs as much or less with a measure as low or lower. Rising in cost, falling
 * in measure. Of sets alike in both the first given stays, so that smaller sets should come first.
 *
 * @example
 * paretoFront([0, 1, 2, 3].values(), { cost: (set) => [0, 5, 3, 8][set], measure: (set) => [9, 4, 6, 4][set] })
 *   .map(({ set }) => set) // => [0, 2, 1]
 */
export function paretoFront(
  sets: Iterable<number>,
  { cost, measure }: { readonly cost: (set: number) => number; readonly measure: (set: number) => number },
): PricedSet[] {
  const front: PricedSet[] = [];
  let largest = 0;
  for (const set of sets) {
    const one = { set, cost: cost(set), measure: measure(set) };
    largest = Math.max(largest, one.measure);
    const same = SAME * largest;
    const after = firstDearer(front, one.cost);
    if (after > 0 && front[after - 1]!.measure <= one.measure + same) continue;
    let from = after;
    while (from > 0 && front[from - 1]!.cost >= one.cost) from--;
    let to = from;
    while (to < front.length && front[to]!.measure >= one.measure - same) to++;
    front.splice(from, to - from, one);
  }
  return front;
}

/** How many of the front cost as much or less. */
function firstDearer(front: readonly PricedSet[], cost: number): number {
  let from = 0;
  let to = front.length;
  while (from < to) {
    const half = (from + to) >> 1;
    if (front[half]!.cost > cost) to = half;
    else from = half + 1;
  }
  return from;
}

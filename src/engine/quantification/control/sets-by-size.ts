/**
 * All sets of some candidates as sums of 2^k, the smallest first, so that among equals the one with fewer controls wins.
 *
 * @example
 * [...setsBySize(2)] // => [0, 1, 2, 3]
 */
export function* setsBySize(candidates: number): Generator<number> {
  const all = 2 ** candidates;
  for (let size = 0; size <= candidates; size++) {
    let set = 2 ** size - 1;
    while (set < all) {
      yield set;
      if (set === 0) break;
      // The next larger number with as many bits (Gosper).
      const lowest = set & -set;
      const ripple = set + lowest;
      set = ripple + (((set ^ ripple) / lowest) >> 2);
    }
  }
}

/**
 * The members of a set, by position.
 *
 * @example
 * membersOfSet(5) // => [0, 2]
 */
export function membersOfSet(set: number): number[] {
  const members: number[] = [];
  for (let k = 0, rest = set; rest > 0; k++, rest = Math.floor(rest / 2)) if (rest % 2 === 1) members.push(k);
  return members;
}

import { fisherExactTest } from "../../stats/fisher-exact-test.ts";
import type { PermutedStratum } from "./permutation-test.ts";

/**
 * Test that groups differ by chance alone, for many groups: Fisher's exact test of each group against all others, and the
 * smallest p times their number (Bonferroni). With all totals given it asks what shuffling asks of the largest deviation,
 * a little more cautiously, and at a cost of groups instead of groups × draws; p may be as small as it is.
 *
 * @param strata - shuffled each by itself; a group without rows in a stratum is not asked there
 * @returns at most 1; 1 without two groups that have rows
 * @example
 * groupAgainstRestTest([{ n: [90, 80], successes: [30, 48] }]).toFixed(6) // => "0.001332"
 */
export function groupAgainstRestTest(strata: readonly PermutedStratum[]): number {
  let [asked, smallest] = [0, 1];
  for (const { n, successes } of strata) {
    const rows = n.reduce((sum, value) => sum + value, 0);
    const marked = successes.reduce((sum, value) => sum + value, 0);
    for (const [g, own] of n.entries()) {
      if (own === 0 || own === rows) continue;
      const x = successes[g]!;
      const rest = marked - x;
      const { twoSided } = fisherExactTest([
        [x, own - x],
        [rest, rows - own - rest],
      ]);
      smallest = Math.min(smallest, twoSided);
      asked++;
    }
  }
  return asked === 0 ? 1 : Math.min(1, asked * smallest);
}

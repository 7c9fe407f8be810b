import { adjustedPValues } from "./adjusted-pvalues.ts";

/** A test with the position of its parent in the list; null at the top. */
export interface HierarchicalTest {
  readonly pValue: number;
  readonly parent: number | null;
}

/**
 * P-values of nested questions: top questions share the level by Holm, the children of one parent share it among
 * themselves, and none is smaller than its parent's. Rejected at a level means that every parent above was too, so that
 * an attribute is asked about before its intersections. NaN for a test that could not be made, and below it.
 *
 * The chance of any false alarm is held within each branch; over several rejected branches it is not.
 *
 * @example
 * hierarchicalPValues([{ pValue: 0.01, parent: null }, { pValue: 0.5, parent: null }, { pValue: 0.001, parent: 1 }]) // => [0.02, 0.5, 0.5]
 */
export function hierarchicalPValues(tests: readonly HierarchicalTest[]): number[] {
  const adjusted = tests.map(() => Number.NaN);
  const answer = (parent: number | null, least: number, depth: number): void => {
    if (depth > tests.length)
      throw new RangeError("tests in a circle: a parent is below itself; name each parent once");
    const children = tests.flatMap((test, k) => (test.parent === parent ? [k] : []));
    const values = adjustedPValues(
      children.map((k) => tests[k]!.pValue),
      "holm",
    );
    for (const [place, k] of children.entries()) {
      adjusted[k] = Math.max(least, values[place]!);
      answer(k, adjusted[k]!, depth + 1);
    }
  };
  answer(null, 0, 0);
  return adjusted;
}

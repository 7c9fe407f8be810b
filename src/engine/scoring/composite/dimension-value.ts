/** What counts as least and most on a dimension, and what lies between; declared, never taken from the sample. */
export interface ValueFunction {
  /** Raw score and its value in [0, 1], rising in both; the first has value 0, the last 1. */
  readonly anchors: readonly (readonly [raw: number, value: number])[];
}

/**
 * Value of a raw score on a dimension, 0 (as good as declared) to 1 (as bad): straight lines between the anchors, held at
 * the ends.
 *
 * @throws RangeError when there are fewer than two anchors, they do not rise, or do not go from 0 to 1
 * @example
 * dimensionValue({ anchors: [[1, 0], [25, 1]] }, 13) // => 0.5
 */
export function dimensionValue({ anchors }: ValueFunction, raw: number): number {
  requireSound(anchors);
  const after = anchors.findIndex(([at]) => raw <= at);
  if (after === 0) return 0;
  if (after < 0) return 1;
  const [[fromRaw, fromValue], [toRaw, toValue]] = [anchors[after - 1]!, anchors[after]!];
  return fromValue + ((toValue - fromValue) * (raw - fromRaw)) / (toRaw - fromRaw);
}

function requireSound(anchors: ValueFunction["anchors"]): void {
  if (anchors.length < 2) throw new RangeError(`anchors too few: ${anchors.length}; declare the least and the most`);
  for (const [k, [raw, value]] of anchors.entries()) {
    const before = anchors[k - 1];
    if (before && !(raw > before[0] && value >= before[1]))
      throw new RangeError(`anchors do not rise at ${raw}; write them from the least to the most`);
  }
  const [first, last] = [anchors[0]![1], anchors.at(-1)![1]];
  if (first !== 0 || last !== 1)
    throw new RangeError(`anchors go from ${first} to ${last}; give the least the value 0 and the most 1`);
}

/**
 * Expected failures by one mode with its effect, over some time (MIL-STD-1629A): β · α · λ · t.
 *
 * @param effectProbability - β, that the failure has the effect, in [0, 1]
 * @param modeShare - α, share of all failures that are of this mode, in [0, 1]
 * @param failuresPerYear - λ, 0 or more
 * @param years - t, 0 or more
 * @throws RangeError when a share is not in [0, 1] or a number is negative
 * @example
 * modeCriticality({ effectProbability: 0.5, modeShare: 0.2, failuresPerYear: 30, years: 1 }) // => 3
 */
export function modeCriticality({
  effectProbability,
  modeShare,
  failuresPerYear,
  years,
}: {
  readonly effectProbability: number;
  readonly modeShare: number;
  readonly failuresPerYear: number;
  readonly years: number;
}): number {
  for (const [name, share] of Object.entries({ effectProbability, modeShare }))
    if (!(share >= 0 && share <= 1)) throw new RangeError(`${name} not in [0, 1]: ${share}; give a share`);
  for (const [name, number] of Object.entries({ failuresPerYear, years }))
    if (!(number >= 0 && Number.isFinite(number)))
      throw new RangeError(`${name} not 0 or more: ${number}; give a number`);
  return effectProbability * modeShare * failuresPerYear * years;
}

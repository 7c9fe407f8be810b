/** Steps into which each power of two is cut. */
const STEPS_PER_OCTAVE = 1024;

/** ln 2 ÷ 1024 in two parts, the first with 20 zero bits at its end, so that its multiples are exact. */
const STEP_HIGH = 0.0006769015434429093;
const STEP_LOW = Math.LN2 / STEPS_PER_OCTAVE - STEP_HIGH + 2.3190468138462996e-17 / STEPS_PER_OCTAVE;
const STEPS_PER_UNIT = STEPS_PER_OCTAVE / Math.LN2;

function series(x: number): number {
  let sum = 1;
  for (let n = 24; n > 0; n--) sum = 1 + (sum * x) / n;
  return sum;
}

/** 2^(i/1024) for i in 0 … 1023. */
const OCTAVE: Float64Array = Float64Array.from({ length: STEPS_PER_OCTAVE }, (_, i) =>
  series((i * Math.LN2) / STEPS_PER_OCTAVE),
);

/** 2^(i − 1074) for i in 0 … 2097: every power of two that a double can hold. */
const POWER_OF_TWO: Float64Array = (() => {
  const powers = new Float64Array(2098);
  powers[1074] = 1;
  for (let i = 1075; i < powers.length; i++) powers[i] = powers[i - 1]! * 2;
  for (let i = 1073; i >= 0; i--) powers[i] = powers[i + 1]! / 2;
  return powers;
})();

/**
 * e^x, by a table of 1024 steps an octave and a cubic, from +, × and ÷ alone.
 *
 * Unlike Math.exp, whose last bits the language leaves to the engine, it gives the same bits everywhere.
 * Relative error below 2e-15 while the result is a normal double; 0 below −745.2, Infinity above 709.79.
 *
 * @example
 * reproducibleExp(0) // => 1
 */
export function reproducibleExp(x: number): number {
  if (!(x > -745.2)) return Number.isNaN(x) ? x : 0;
  if (x > 709.79) return Number.POSITIVE_INFINITY;
  const step = Math.floor(x * STEPS_PER_UNIT + 0.5);
  const rest = x - step * STEP_HIGH - step * STEP_LOW;
  const value = OCTAVE[step & 1023]! * (1 + rest * (1 + rest * (0.5 + rest * (1 / 6))));
  const octave = step >> 10;
  // 2^1024 is no double though its product with a value just below 1 may be.
  return octave > 1023 ? value * 2 * POWER_OF_TWO[2097]! : value * (POWER_OF_TWO[octave + 1074] ?? 0);
}

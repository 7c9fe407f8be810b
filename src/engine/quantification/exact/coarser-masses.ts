/**
 * The masses on a grid of twice the step, from those laid by mean on a grid from 0 with an even number of cells: what
 * lies between two of its losses goes to both alike, which is how that grid would be laid.
 *
 * @example
 * coarserMasses(Float64Array.of(0.5, 0.2, 0.2, 0.1)) // => [0.6, 0.35]
 */
export function coarserMasses(masses: Float64Array): Float64Array {
  const coarser = new Float64Array(masses.length / 2);
  for (let cell = 0; cell < coarser.length; cell++) {
    const before = cell > 0 ? masses[2 * cell - 1]! : 0;
    coarser[cell] = masses[2 * cell]! + (before + masses[2 * cell + 1]!) / 2;
  }
  return coarser;
}

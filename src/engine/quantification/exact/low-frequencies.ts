import { fourierTransform } from "../../stats/fourier-transform.ts";
import type { Spectrum } from "./count-transform.ts";
import { emptySpectrum, spectrumOf, tilted, type YearGrid } from "./year-grid.ts";

/** Turn of the last frequency from the middle of a block to its end. */
const LARGEST_TURN = 0.2;
/** Powers of the turn θ that are kept: what is left out is below θ⁵/120, 3e-6 at the last frequency and 1e-7 half way. */
const POWERS = 5;

/**
 * The first `count` frequencies of the transform of masses on a grid ({@link spectrumOf} gives them all). The masses are
 * overwritten.
 *
 * Where they are few the masses are gathered in blocks by their moments about the middle, Σ xⱼ(j − c)ᵗ, of which the
 * transforms are short: a block turns as Σ (−iθ)ᵗ/t! times these.
 *
 * @example
 * lowFrequencies(Float64Array.of(1, 0, 0, 0), { step: 1, cells: 4, first: 0 }, 2).re[1] // => 1
 */
export function lowFrequencies(masses: Float64Array, grid: YearGrid, count: number): Spectrum {
  const angle = (2 * Math.PI) / grid.cells;
  const size = 2 ** Math.floor(Math.log2((2 * LARGEST_TURN) / (angle * count)));
  if (size < 8) {
    const { re, im } = spectrumOf(masses, grid);
    return { re: re.subarray(0, count), im: im.subarray(0, count) };
  }
  const moments = blockMoments(tilted(masses, grid), size);
  const blocks = { ...grid, cells: grid.cells / size };
  const middle = (size - 1) / 2;
  const into = { re: new Float64Array(count), im: new Float64Array(count) };
  const { re, im } = emptySpectrum(blocks);
  moments.forEach((moment, power) => {
    fourierTransform(blocks.cells).forward(moment, re, im);
    for (let k = 0; k < count; k++) {
      // (−i)^power, and the power of the angle that the moments are counted in.
      const scale = (angle * k * middle) ** power / FACTORIAL[power]!;
      const [x, y] = power % 2 === 0 ? [re[k]!, im[k]!] : [im[k]!, -re[k]!];
      const sign = power % 4 < 2 ? scale : -scale;
      into.re[k]! += sign * x;
      into.im[k]! += sign * y;
    }
  });
  for (let k = 0; k < count; k++) {
    const c = Math.cos(angle * k * middle);
    const s = -Math.sin(angle * k * middle);
    const x = into.re[k]!;
    into.re[k] = x * c - into.im[k]! * s;
    into.im[k] = x * s + into.im[k]! * c;
  }
  return into;
}

const FACTORIAL = [1, 1, 2, 6, 24];

/** For each power the moments of every block about its middle, distances as shares of half the block. */
function blockMoments(masses: Float64Array, size: number): Float64Array[] {
  const count = masses.length / size;
  const moments = Array.from({ length: POWERS }, () => new Float64Array(count));
  const [m0, m1, m2, m3, m4] = moments as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const middle = (size - 1) / 2;
  for (let block = 0; block < count; block++) {
    for (let r = 0; r < size; r++) {
      const mass = masses[block * size + r]!;
      if (mass === 0) continue;
      const t = r / middle - 1;
      const squared = mass * t * t;
      m0[block]! += mass;
      m1[block]! += mass * t;
      m2[block]! += squared;
      m3[block]! += squared * t;
      m4[block]! += squared * t * t;
    }
  }
  return moments;
}

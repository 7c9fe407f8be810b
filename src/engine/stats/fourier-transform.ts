/** Transform of a real sequence of fixed length to half a spectrum and back. Buffers belong to the caller. */
export interface FourierTransform {
  readonly length: number;
  /** Fills re and im (length/2 + 1 each) with Σ x[j]·exp(−2πi·jk/length). */
  forward(x: Float64Array, re: Float64Array, im: Float64Array): void;
  /** Fills x with the sequence whose spectrum is re, im, the division by length included. re and im are kept. */
  inverse(re: Float64Array, im: Float64Array, x: Float64Array): void;
}

const known = new Map<number, FourierTransform>();

/**
 * The discrete Fourier transform of real sequences of one length, a power of two from 4 up.
 *
 * Radix 2, through a complex transform of half the length; twiddles and the order of bits are computed once a length.
 * Relative error about 1e-15·√(log₂ length) of the largest term. Throws a RangeError for another length.
 *
 * @example
 * fourierTransform(8).length // => 8
 */
export function fourierTransform(length: number): FourierTransform {
  if (!(length >= 4 && Number.isInteger(Math.log2(length)))) {
    throw new RangeError(`transform length ${length} is not a power of two from 4 up`);
  }
  let transform = known.get(length);
  if (!transform) {
    transform = create(length);
    known.set(length, transform);
  }
  return transform;
}

function create(length: number): FourierTransform {
  const half = length / 2;
  const cosine = new Float64Array(half);
  const sine = new Float64Array(half);
  for (let k = 0; k < half; k++) {
    cosine[k] = Math.cos((2 * Math.PI * k) / length);
    sine[k] = Math.sin((2 * Math.PI * k) / length);
  }
  const order = new Uint32Array(half);
  const bits = Math.log2(half);
  for (let j = 0; j < half; j++) order[j] = (order[j >> 1]! >> 1) | ((j & 1) << (bits - 1));
  const a = new Float64Array(half);
  const b = new Float64Array(half);

  /** Complex transform of a + ib in place, exponent −; its input already in bit-reversed order. */
  function butterflies(): void {
    for (let j = 0; j < half; j += 2) {
      const ar = a[j]!;
      const ai = b[j]!;
      const br = a[j + 1]!;
      const bi = b[j + 1]!;
      a[j] = ar + br;
      b[j] = ai + bi;
      a[j + 1] = ar - br;
      b[j + 1] = ai - bi;
    }
    for (let span = 2; span < half; span *= 2) {
      const stride = half / span;
      for (let start = 0; start < half; start += 2 * span) {
        for (let k = 0, t = 0; k < span; k++, t += stride) {
          const low = start + k;
          const high = low + span;
          const c = cosine[t]!;
          const s = sine[t]!;
          const hr = a[high]!;
          const hi = b[high]!;
          const tr = hr * c + hi * s;
          const ti = hi * c - hr * s;
          const lr = a[low]!;
          const li = b[low]!;
          a[low] = lr + tr;
          b[low] = li + ti;
          a[high] = lr - tr;
          b[high] = li - ti;
        }
      }
    }
  }

  return {
    length,
    forward(x, re, im) {
      for (let j = 0; j < half; j++) {
        const k = order[j]!;
        a[k] = x[2 * j]!;
        b[k] = x[2 * j + 1]!;
      }
      butterflies();
      re[0] = a[0]! + b[0]!;
      im[0] = 0;
      re[half] = a[0]! - b[0]!;
      im[half] = 0;
      for (let k = 1, m = half - 1; k <= m; k++, m--) {
        const evenRe = 0.5 * (a[k]! + a[m]!);
        const evenIm = 0.5 * (b[k]! - b[m]!);
        const oddRe = 0.5 * (b[k]! + b[m]!);
        const oddIm = 0.5 * (a[m]! - a[k]!);
        const c = cosine[k]!;
        const s = sine[k]!;
        const turnedRe = oddRe * c + oddIm * s;
        const turnedIm = oddIm * c - oddRe * s;
        re[k] = evenRe + turnedRe;
        im[k] = evenIm + turnedIm;
        re[m] = evenRe - turnedRe;
        im[m] = turnedIm - evenIm;
      }
    },
    inverse(re, im, x) {
      // The conjugate of the packed spectrum goes in, so that the same forward butterflies undo it.
      a[0] = 0.5 * (re[0]! + re[half]!);
      b[0] = -0.5 * (re[0]! - re[half]!);
      for (let k = 1; k < half; k++) {
        const m = half - k;
        const evenRe = 0.5 * (re[k]! + re[m]!);
        const evenIm = 0.5 * (im[k]! - im[m]!);
        const diffRe = 0.5 * (re[k]! - re[m]!);
        const diffIm = 0.5 * (im[k]! + im[m]!);
        const c = cosine[k]!;
        const s = sine[k]!;
        const oddRe = diffRe * c - diffIm * s;
        const oddIm = diffRe * s + diffIm * c;
        const to = order[k]!;
        a[to] = evenRe - oddIm;
        b[to] = -(evenIm + oddRe);
      }
      butterflies();
      const scale = 1 / half;
      for (let j = 0; j < half; j++) {
        x[2 * j] = a[j]! * scale;
        x[2 * j + 1] = -b[j]! * scale;
      }
    },
  };
}

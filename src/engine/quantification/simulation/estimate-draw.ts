import type { Stream } from "../../stats/stream.ts";

/** How to draw from one estimate: a value that is certain, or a way to fill an array. */
export interface EstimateDraw {
  readonly certain: number | null;
  /** Fills `out[0 … count − 1]`; takes nothing from the stream where the value is certain. */
  fill(stream: Stream, out: Float64Array, count: number): void;
  /** Where it is faster than filling: adds the same draws to `sums[index[i]]` for i = 0 … count − 1, in their order. */
  addTo?(stream: Stream, sums: Float64Array, index: Uint16Array, count: number): void;
}

/**
 * A value without spread.
 *
 * @example
 * certainDraw(3).certain // => 3
 */
export function certainDraw(value: number): EstimateDraw {
  return {
    certain: value,
    fill(_stream, out, count) {
      out.fill(value, 0, count);
    },
  };
}

/**
 * Draws one after the other.
 *
 * @example
 * eachDraw(drawUniform).certain // => null
 */
export function eachDraw(draw: (stream: Stream) => number): EstimateDraw {
  return {
    certain: null,
    fill(stream, out, count) {
      for (let i = 0; i < count; i++) out[i] = draw(stream);
    },
  };
}

/**
 * Draws of another kind, each changed by a function.
 *
 * @example
 * const out = new Float64Array(1);
 * mappedDraw(certainDraw(3), (x) => 2 * x).fill(Int32Array.of(1, 2, 3, 4), out, 1);
 * out[0] // => 6
 */
export function mappedDraw({ fill }: EstimateDraw, map: (x: number) => number): EstimateDraw {
  return {
    certain: null,
    fill(stream, out, count) {
      fill(stream, out, count);
      for (let i = 0; i < count; i++) out[i] = map(out[i]!);
    },
  };
}

import { drawNormal } from "../../stats/draw-normal.ts";
import { type StreamKey, startStream, streamKey } from "../../stats/stream-key.ts";
import type { CorrelationFactor } from "../correlation/correlation-factor.ts";
import { BLOCK_YEARS } from "./event-years.ts";
import { STREAM_PLACE } from "./stream-place.ts";

/**
 * The correlated normals of a few scenarios, block by block. Each is a sum of independent ones, which are drawn under
 * the keys of the scenarios that they belong to: the same wherever they are needed.
 */
export class CorrelatedNormals {
  readonly #normals = new Map<string, Float64Array>();
  /** The independent normals that are needed, each with where it goes and how much of it. */
  readonly #shares: { readonly key: StreamKey; readonly to: { normals: Float64Array; share: number }[] }[] = [];
  readonly #independent = new Float64Array(BLOCK_YEARS);
  readonly #stream = new Int32Array(4);

  constructor({ ids, rows }: CorrelationFactor, wanted: readonly string[], seed: number) {
    for (const id of wanted) if (ids.includes(id)) this.#normals.set(id, new Float64Array(BLOCK_YEARS));
    for (const [j, id] of ids.entries()) {
      const to = ids.flatMap((other, i) => {
        const normals = this.#normals.get(other);
        const share = j > i ? 0 : rows[i]![j]!;
        return normals && share !== 0 ? [{ normals, share }] : [];
      });
      if (to.length > 0) this.#shares.push({ key: streamKey(seed, id), to });
    }
  }

  /** The normals of a scenario in the block last filled; null where it is independent of all others. */
  of(id: string): Float64Array | null {
    return this.#normals.get(id) ?? null;
  }

  fillBlock(block: number): void {
    for (const normals of this.#normals.values()) normals.fill(0);
    const stream = this.#stream;
    const independent = this.#independent;
    for (const { key, to } of this.#shares) {
      startStream(stream, key, block, STREAM_PLACE.normal);
      for (let year = 0; year < BLOCK_YEARS; year++) independent[year] = drawNormal(stream);
      for (const { normals, share } of to) addShare(normals, share, independent);
    }
  }
}

function addShare(normals: Float64Array, share: number, independent: Float64Array): void {
  for (let year = 0; year < BLOCK_YEARS; year++) normals[year]! += share * independent[year]!;
}

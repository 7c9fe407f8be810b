import type { Stream } from "../../stats/stream.ts";
import type { BlockStreams } from "./block-streams.ts";
import type { ControlGroup } from "./control-groups.ts";
import { BLOCK_YEARS } from "./event-years.ts";

const strongest = new Float64Array(BLOCK_YEARS);
const taken = new Float64Array(BLOCK_YEARS);
const factor = new Float64Array(BLOCK_YEARS);

/** Draws what controls leave over: ∏(1 − the largest effectiveness × coverage × reliability of a mechanism). */
export class ControlShares {
  readonly #groups: readonly ControlGroup[];
  /** Of each control in order, those of its three factors. */
  readonly #streams: readonly (readonly Stream[])[];

  /**
   * @param source - whose events: 0 for the scenario's own, i + 1 for those of common cause i
   * @param place - first of the three places of the node under the key of each control
   */
  constructor(groups: readonly ControlGroup[], streams: BlockStreams, source: number, place: number) {
    this.#groups = groups;
    this.#streams = groups.flatMap((group) =>
      group.map(({ keys, factors }) => factors.map((_, i) => streams.start(keys[source]!, place + i))),
    );
  }

  /** Sets `share[0 … count − 1]`, each drawn anew. */
  fill(share: Float64Array, count: number): void {
    share.fill(1, 0, count);
    let control = 0;
    for (const group of this.#groups) {
      strongest.fill(0, 0, count);
      for (const { factors } of group) {
        const streams = this.#streams[control++]!;
        taken.fill(1, 0, count);
        for (const [i, draw] of factors.entries()) {
          if (draw === null) continue;
          draw.fill(streams[i]!, factor, count);
          for (let k = 0; k < count; k++) taken[k]! *= factor[k]!;
        }
        for (let k = 0; k < count; k++) if (taken[k]! > strongest[k]!) strongest[k] = taken[k]!;
      }
      for (let k = 0; k < count; k++) share[k]! *= 1 - strongest[k]!;
    }
  }
}

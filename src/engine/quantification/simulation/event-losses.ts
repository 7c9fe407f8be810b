import { drawUniform } from "../../stats/draw-uniform.ts";
import type { Stream } from "../../stats/stream.ts";
import type { StreamKey } from "../../stats/stream-key.ts";
import type { BlockStreams } from "./block-streams.ts";
import { ControlShares } from "./control-shares.ts";
import { BLOCK_YEARS, positionsThatHappen } from "./event-years.ts";
import type { LossDraw, ScenarioDraws } from "./scenario-draws.ts";
import { CONTROL_PLACES, STREAM_PLACE } from "./stream-place.ts";

/** Events handled at a time, so that their losses stay in the nearest cache; even. */
export const PIECE = 1024;

/** 0, 1, 2, …: where each event has what is not known of it to itself. */
export const OWN_INDEX = Uint16Array.from({ length: PIECE }, (_, i) => i);

/** What is left where nothing is controlled. */
const ALL_LEFT = new Float64Array(BLOCK_YEARS).fill(1);

type Node = keyof typeof CONTROL_PLACES;

/** One stream of events of a block, the scenario's own or those of a common cause, with the streams of its draws. */
interface Source {
  readonly draws: ScenarioDraws;
  readonly primary: readonly Stream[];
  readonly probability: Stream | null;
  readonly happens: Stream | null;
  readonly amounts: readonly Stream[];
  readonly shares: Readonly<Record<Node, ControlShares | null>>;
  readonly kept: Stream | null;
}

/** Draws what events cost, before controls and with them, a piece at a time, in the same memory again and again. */
export class EventLosses {
  /** Loss of each event of the piece before controls. */
  readonly inherent = new Float64Array(PIECE);
  /** Loss of the events that happen in spite of the controls, and which they are. */
  readonly residual = new Float64Array(PIECE);
  happening: Uint16Array = OWN_INDEX;
  readonly #positions = new Uint16Array(PIECE + 1);
  readonly #hits = new Uint16Array(PIECE + 1);
  readonly #remains = new Uint8Array(PIECE);
  readonly #amounts = new Float64Array(PIECE);
  readonly #sums = new Float64Array(PIECE);
  readonly #controlled = new Float64Array(PIECE);
  readonly #probability = new Float64Array(BLOCK_YEARS);
  readonly #share: Readonly<Record<Node, Float64Array>> = {
    frequency: new Float64Array(BLOCK_YEARS),
    loss: new Float64Array(BLOCK_YEARS),
    secondary: new Float64Array(BLOCK_YEARS),
  };
  #source: Source | null = null;

  /**
   * Begins the events of a block.
   *
   * @param key - under which their losses are drawn
   * @param source - 0 for the scenario's own events, i + 1 for those of common cause i
   */
  begin(draws: ScenarioDraws, streams: BlockStreams, key: StreamKey, source: number): void {
    const start = (place: number): Stream => streams.start(key, place);
    const { primary, secondary, controls } = draws;
    const shares = (node: Node): ControlShares | null =>
      controls[node].length === 0 ? null : new ControlShares(controls[node], streams, source, CONTROL_PLACES[node]);
    this.#source = {
      draws,
      primary: primary.map(({ place }) => start(place)),
      probability: secondary && start(STREAM_PLACE.probability),
      happens: secondary && start(STREAM_PLACE.secondary),
      amounts: secondary ? secondary.loss.map(({ place }) => start(place)) : [],
      shares: { frequency: shares("frequency"), loss: shares("loss"), secondary: shares("secondary") },
      kept: controls.frequency.length === 0 ? null : start(STREAM_PLACE.kept),
    };
  }

  /** Draws what is not known, `count` times: once for each year, or for each event of a common cause. */
  drawUnknown(count: number): void {
    const { draws, probability, shares } = this.#begun();
    if (probability) draws.secondary!.probability.fill(probability, this.#probability, count);
    shares.frequency?.fill(this.#share.frequency, count);
    shares.loss?.fill(this.#share.loss, count);
    shares.secondary?.fill(this.#share.secondary, count);
  }

  /**
   * Draws the loss of `count` events before controls.
   *
   * @param index - which of the values last drawn by `drawUnknown` is each event's
   */
  drawInherent(index: Uint16Array, count: number): void {
    const { draws, primary, amounts, happens, shares } = this.#begun();
    this.#addUp(this.inherent, draws.primary, primary, count);
    if (shares.secondary) this.#controlled.set(this.inherent.subarray(0, count));
    if (!draws.secondary || !happens) return;
    const hits = shares.secondary
      ? this.#hitsUnderControl(happens, index, count)
      : positionsThatHappen(happens, this.#probability, index, count, this.#hits);
    const losses = this.#sums;
    this.#addUp(losses, draws.secondary.loss, amounts, hits);
    for (let k = 0; k < hits; k++) this.inherent[this.#hits[k]!]! += losses[k]!;
    if (!shares.secondary) return;
    for (let k = 0; k < hits; k++) if (this.#remains[k] === 1) this.#controlled[this.#hits[k]!]! += losses[k]!;
  }

  /**
   * Adds what `drawInherent` would draw to the sums of the events' years, where nobody asks for the single losses.
   *
   * @param years - the year of each event
   */
  addInherent(sums: Float64Array, years: Uint16Array, index: Uint16Array, count: number): void {
    const { draws, primary } = this.#begun();
    const [only] = draws.primary;
    if (draws.secondary === null && draws.primary.length === 1 && only!.amount.addTo) {
      only!.amount.addTo(primary[0]!, sums, years, count);
      return;
    }
    this.drawInherent(index, count);
    addLosses(sums, years, this.inherent, count);
  }

  /**
   * Of the events last drawn, leaves those that happen in spite of the controls in `happening`, their losses in
   * `residual`, and says how many they are. Neither is more than before controls, not even by rounding.
   */
  applyControls(index: Uint16Array, count: number): number {
    const { kept, shares } = this.#begun();
    const losses = shares.secondary ? this.#controlled : this.inherent;
    const share = shares.loss ? this.#share.loss : ALL_LEFT;
    const residual = this.residual;
    if (kept === null) {
      this.happening = OWN_INDEX;
      for (let i = 0; i < count; i++) residual[i] = losses[i]! * share[index[i]!]!;
      return count;
    }
    const positions = this.#positions;
    this.happening = positions;
    const happening = positionsThatHappen(kept, this.#share.frequency, index, count, positions);
    for (let k = 0; k < happening; k++) {
      const i = positions[k]!;
      residual[k] = losses[i]! * share[index[i]!]!;
    }
    return happening;
  }

  /** As `positionsThatHappen`, and which of them happen with the smaller probability that controls leave too. */
  #hitsUnderControl(happens: Stream, index: Uint16Array, count: number): number {
    const probability = this.#probability;
    const share = this.#share.secondary;
    let hits = 0;
    for (let i = 0; i < count; i++) {
      const u = drawUniform(happens);
      const p = probability[index[i]!]!;
      if (u >= p) continue;
      this.#hits[hits] = i;
      this.#remains[hits++] = u < p * share[index[i]!]! ? 1 : 0;
    }
    return hits;
  }

  #addUp(sums: Float64Array, addends: readonly LossDraw[], streams: readonly Stream[], count: number): void {
    addends[0]!.amount.fill(streams[0]!, sums, count);
    for (let addend = 1; addend < addends.length; addend++) {
      addends[addend]!.amount.fill(streams[addend]!, this.#amounts, count);
      for (let i = 0; i < count; i++) sums[i]! += this.#amounts[i]!;
    }
  }

  #begun(): Source {
    if (!this.#source) throw new Error("losses of events that were not begun");
    return this.#source;
  }
}

/**
 * Adds the loss of each event to the sum of its year.
 *
 * @example
 * const sums = Float64Array.of(1, 0);
 * addLosses(sums, Uint16Array.of(1, 0, 1), Float64Array.of(2, 3, 4), 3);
 * sums // => [4, 6]
 */
export function addLosses(sums: Float64Array, years: Uint16Array, losses: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) sums[years[i]!]! += losses[i]!;
}

import { drawUniform } from "../../stats/draw-uniform.ts";
import { BlockStreams } from "./block-streams.ts";
import { causeStrikes } from "./cause-strikes.ts";
import { EventCounts } from "./event-counts.ts";
import { addLosses, EventLosses, OWN_INDEX, PIECE } from "./event-losses.ts";
import { BLOCK_YEARS } from "./event-years.ts";
import { noteEvents, type Occurrences, type PieceLosses, strikesInBlock } from "./occurrences.ts";
import type { ScenarioDraws } from "./scenario-draws.ts";
import { SimulationStopped } from "./simulation-stopped.ts";
import { STREAM_PLACE } from "./stream-place.ts";
import { lossFreeYears, type YearLosses } from "./year-losses.ts";

const BLOCKS_AT_ONCE = 8;

/** A scenario to simulate. */
export interface ScenarioTask {
  readonly draws: ScenarioDraws;
  /** Where its own years are wanted, if anywhere. */
  readonly own: YearLosses | null;
  /** A normal for each year of the block at hand, where its number of events hangs together with that of others. */
  readonly normals?: Float64Array | null | undefined;
}

/** What accompanies a simulation block by block. */
export interface BlockWatch {
  /** Asked with each piece of events; true ends the simulation. */
  readonly isStopped: () => boolean;
  /** Told of each block before it is simulated: the time to set the normals of tasks. */
  readonly onBlock?: ((block: number) => void) | undefined;
  /** Where the largest events of each year are noted, if anywhere. */
  readonly occurrences?: Occurrences | null | undefined;
}

/** Loss of every year of scenarios, block by block. */
export class ScenarioYears {
  readonly #streams = new BlockStreams();
  readonly #counts = new EventCounts();
  readonly #losses = new EventLosses();
  /** The years of all tasks in the blocks at hand, and those of one task in one block. */
  readonly #sums = Array.from({ length: BLOCKS_AT_ONCE }, () => lossFreeYears(BLOCK_YEARS, true));
  readonly #own = lossFreeYears(BLOCK_YEARS, true);
  readonly #pairs = new Int32Array(PIECE / 2);
  readonly #years = new Uint16Array(this.#pairs.buffer);
  readonly #struck = new Uint32Array(PIECE + 1);
  readonly #struckYears = new Uint16Array(PIECE + 1);

  /**
   * Sets `sum` to the loss of each year over all tasks, and each task's own years where they are wanted; as many years as
   * `sum` is long. Year `i` does not depend on how many there are.
   *
   * Once a year: the factors of the frequency, the probability of a secondary loss, what each control takes away. Then
   * the events, each with its own loss; the residual keeps each event with the probability that the controls on
   * frequency leave, its secondary loss likewise, and the share of its cost that those on loss leave, so that it is
   * nowhere above the inherent loss. After them the strikes of each common cause, with what is not known drawn anew.
   *
   * @throws SimulationStopped as soon as `isStopped` answers true
   */
  simulate(sum: YearLosses, tasks: readonly ScenarioTask[], watch: BlockWatch): void {
    const years = sum.inherent.length;
    const blocks = Math.ceil(years / BLOCK_YEARS);
    // A few blocks at a time and not scenario by scenario: their years then stay in a near cache, and so do the tables
    // that a scenario's losses are drawn from. Normals are those of one block.
    const atOnce = watch.onBlock ? 1 : BLOCKS_AT_ONCE;
    const ofBlocks = this.#sums.slice(0, atOnce).map((block) => likeArrays(block, sum));
    for (let from = 0; from < blocks; from += atOnce) {
      const until = Math.min(blocks, from + atOnce);
      watch.onBlock?.(from);
      for (const ofBlock of ofBlocks) clear(ofBlock);
      for (const { draws, own, normals = null } of tasks) {
        const isControlled = Object.values(draws.controls).some((groups) => groups.length > 0);
        for (let block = from; block < until; block++) {
          const ofBlock = ofBlocks[block - from]!;
          if (own === null) {
            this.#addBlock({ draws, normals, isControlled, into: [ofBlock], watch }, block);
            continue;
          }
          const ownOfBlock = likeArrays(this.#own, own);
          clear(ownOfBlock);
          this.#addBlock({ draws, normals, isControlled, into: [ofBlock, ownOfBlock], watch }, block);
          copyBlock(own, ownOfBlock, block);
        }
      }
      for (let block = from; block < until; block++) copyBlock(sum, ofBlocks[block - from]!, block);
    }
  }

  #addBlock(task: BlockTask, block: number): void {
    const { draws, normals, isControlled, watch } = task;
    const { isStopped, occurrences } = watch;
    const streams = this.#streams;
    const years = this.#years;
    streams.begin(block);
    const events = this.#counts.events(draws, streams, normals);
    this.#losses.begin(draws, streams, draws.key, 0);
    this.#losses.drawUnknown(BLOCK_YEARS);
    for (let count = events.next(years, this.#pairs); count > 0; count = events.next(years, this.#pairs)) {
      if (isStopped()) throw new SimulationStopped();
      const happening = this.#addEvents(task, years, years, count);
      if (occurrences) noteEvents(occurrences, block, years, this.#ofPiece(isControlled), { all: count, happening });
    }
    for (const source of draws.causes.keys()) this.#addStrikes(task, block, source);
  }

  #addStrikes(task: BlockTask, block: number, position: number): void {
    const { draws, isControlled, watch } = task;
    const streams = this.#streams;
    const cause = draws.causes[position]!;
    const strikes = causeStrikes(cause, streams);
    const chance = streams.start(cause.key, STREAM_PLACE.hits);
    this.#losses.begin(draws, streams, cause.key, position + 1);
    const total = watch.occurrences && strikesInBlock(watch.occurrences, cause.cause, block, strikes.length);
    for (let from = 0; from < strikes.length; from += PIECE) {
      if (watch.isStopped()) throw new SimulationStopped();
      const until = Math.min(strikes.length, from + PIECE);
      let count = 0;
      for (let strike = from; strike < until; strike++) {
        this.#struck[count] = strike;
        this.#struckYears[count] = strikes[strike]!;
        if (drawUniform(chance) < cause.probability) count++;
      }
      this.#losses.drawUnknown(count);
      const happening = this.#addEvents(task, this.#struckYears, OWN_INDEX, count);
      if (!total) continue;
      const { inherent, residual, happening: positions } = this.#ofPiece(isControlled);
      for (let i = 0; i < count; i++) total.inherent[this.#struck[i]!]! += inherent[i]!;
      for (let k = 0; k < happening; k++) total.residual[this.#struck[positions[k]!]!]! += residual[k]!;
    }
  }

  /** The losses of the events last added; without controls the residual ones are the inherent ones. */
  #ofPiece(isControlled: boolean): PieceLosses {
    const { inherent, residual, happening } = this.#losses;
    return isControlled ? { inherent, residual, happening } : { inherent, residual: inherent, happening: OWN_INDEX };
  }

  /** Adds events to the block's years; says how many of them happen in spite of the controls. */
  #addEvents(task: BlockTask, years: Uint16Array, index: Uint16Array, count: number): number {
    const { isControlled, into, watch } = task;
    const losses = this.#losses;
    const only = into.length === 1 && into[0]!.residual === into[0]!.inherent ? into[0]!.inherent : null;
    if (only !== null && !watch.occurrences) {
      losses.addInherent(only, years, index, count);
      return count;
    }
    losses.drawInherent(index, count);
    const happening = isControlled ? losses.applyControls(index, count) : count;
    for (const { inherent, residual } of into) {
      addLosses(inherent, years, losses.inherent, count);
      if (residual === inherent) continue;
      if (isControlled) addHappening(residual, years, losses, happening);
      else addLosses(residual, years, losses.inherent, count);
    }
    return happening;
  }
}

/** A task in a block, and where its losses are added. */
interface BlockTask {
  readonly draws: ScenarioDraws;
  readonly normals: Float64Array | null;
  readonly isControlled: boolean;
  readonly into: readonly YearLosses[];
  readonly watch: BlockWatch;
}

/** Both arrays of a block, or one for both states where `years` has one. */
function likeArrays(block: YearLosses, { inherent, residual }: YearLosses): YearLosses {
  return residual === inherent ? { inherent: block.inherent, residual: block.inherent } : block;
}

function clear({ inherent, residual }: YearLosses): void {
  inherent.fill(0);
  if (residual !== inherent) residual.fill(0);
}

function copyBlock(years: YearLosses, ofBlock: YearLosses, block: number): void {
  const first = block * BLOCK_YEARS;
  const count = Math.min(BLOCK_YEARS, years.inherent.length - first);
  years.inherent.set(ofBlock.inherent.subarray(0, count), first);
  if (years.residual !== years.inherent) years.residual.set(ofBlock.residual.subarray(0, count), first);
}

function addHappening(
  sums: Float64Array,
  years: Uint16Array,
  { residual, happening }: Pick<EventLosses, "residual" | "happening">,
  count: number,
): void {
  for (let k = 0; k < count; k++) sums[years[happening[k]!]!]! += residual[k]!;
}

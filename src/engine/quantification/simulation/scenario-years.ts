import { drawUniform } from "../../stats/draw-uniform.ts";
import { BlockStreams } from "./block-streams.ts";
import { causeStrikes } from "./cause-strikes.ts";
import { EventCounts } from "./event-counts.ts";
import { EventLosses, OWN_INDEX, PIECE } from "./event-losses.ts";
import { BLOCK_YEARS } from "./event-years.ts";
import { noteEvents, type Occurrences, type PieceLosses, strikesInBlock } from "./occurrences.ts";
import type { ScenarioDraws } from "./scenario-draws.ts";
import { SimulationStopped } from "./simulation-stopped.ts";
import { STREAM_PLACE } from "./stream-place.ts";
import type { YearLosses } from "./year-losses.ts";

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
  readonly #inherent = new Float64Array(BLOCK_YEARS);
  readonly #residual = new Float64Array(BLOCK_YEARS);
  readonly #pairs = new Int32Array(PIECE / 2);
  readonly #years = new Uint16Array(this.#pairs.buffer);
  readonly #struck = new Uint32Array(PIECE + 1);
  readonly #struckYears = new Uint16Array(PIECE + 1);

  /**
   * Adds the loss of each year of each scenario to `sum`, in their order, and sets it in the scenario's own years where
   * they are wanted; as many years as `sum` is long. Year `i` does not depend on how many there are.
   *
   * Once a year: the factors of the frequency, the probability of a secondary loss, what each control takes away. Then
   * the events, each with its own loss; the residual keeps each event with the probability that the controls on
   * frequency leave, its secondary loss likewise, and the share of its cost that those on loss leave, so that it is
   * nowhere above the inherent loss. After them the strikes of each common cause, with what is not known drawn anew.
   *
   * @throws SimulationStopped as soon as `isStopped` answers true
   */
  addTo(sum: YearLosses, tasks: readonly ScenarioTask[], watch: BlockWatch): void {
    const years = sum.inherent.length;
    // Block by block and not scenario by scenario: the block's stretch of the sum then stays in the nearest cache.
    for (let block = 0; block * BLOCK_YEARS < years; block++) {
      const first = block * BLOCK_YEARS;
      const count = Math.min(BLOCK_YEARS, years - first);
      watch.onBlock?.(block);
      for (const task of tasks) {
        const { draws, own } = task;
        const isControlled = Object.values(draws.controls).some((groups) => groups.length > 0);
        const residual = isControlled ? this.#residual : this.#inherent;
        this.#fillBlock(task, block, isControlled, watch);
        addBlock(sum.inherent, first, this.#inherent, count);
        if (sum.residual !== sum.inherent) addBlock(sum.residual, first, residual, count);
        if (!own) continue;
        own.inherent.set(this.#inherent.subarray(0, count), first);
        if (own.residual !== own.inherent) own.residual.set(residual.subarray(0, count), first);
      }
    }
  }

  #fillBlock({ draws, normals }: ScenarioTask, block: number, isControlled: boolean, watch: BlockWatch): void {
    const { isStopped, occurrences } = watch;
    const streams = this.#streams;
    const years = this.#years;
    streams.begin(block);
    this.#inherent.fill(0);
    if (isControlled) this.#residual.fill(0);
    const events = this.#counts.events(draws, streams, normals ?? null);
    this.#losses.begin(draws, streams, draws.key, 0);
    this.#losses.drawUnknown(BLOCK_YEARS);
    for (let count = events.next(years, this.#pairs); count > 0; count = events.next(years, this.#pairs)) {
      if (isStopped()) throw new SimulationStopped();
      const happening = this.#addEvents(years, years, count, isControlled);
      if (occurrences) noteEvents(occurrences, block, years, this.#ofPiece(isControlled), { all: count, happening });
    }
    for (const source of draws.causes.keys()) this.#addStrikes(draws, block, source, isControlled, watch);
  }

  #addStrikes(draws: ScenarioDraws, block: number, position: number, isControlled: boolean, watch: BlockWatch): void {
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
      const happening = this.#addEvents(this.#struckYears, OWN_INDEX, count, isControlled);
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
  #addEvents(years: Uint16Array, index: Uint16Array, count: number, isControlled: boolean): number {
    const losses = this.#losses;
    losses.drawInherent(index, count);
    addToYears(this.#inherent, years, losses.inherent, count);
    if (!isControlled) return count;
    const happening = losses.applyControls(index, count);
    const positions = losses.happening;
    for (let k = 0; k < happening; k++) this.#residual[years[positions[k]!]!]! += losses.residual[k]!;
    return happening;
  }
}

function addToYears(sums: Float64Array, years: Uint16Array, losses: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) sums[years[i]!]! += losses[i]!;
}

function addBlock(sum: Float64Array, first: number, block: Float64Array, count: number): void {
  for (let year = 0; year < count; year++) sum[first + year]! += block[year]!;
}

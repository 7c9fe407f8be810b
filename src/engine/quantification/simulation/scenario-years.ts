import type { Stream } from "../../stats/stream.ts";
import { startStream } from "../../stats/stream-key.ts";
import { BLOCK_YEARS, type EventYears, positionsThatHappen, scatteredEvents, yearlyEvents } from "./event-years.ts";
import type { ControlDraw, ScenarioDraws } from "./scenario-draws.ts";
import { SimulationStopped } from "./simulation-stopped.ts";
import type { YearLosses } from "./year-losses.ts";

/** Events handled at a time, so that their losses stay in the nearest cache; even. */
const PIECE = 1024;

/**
 * One stream for each quantity of a scenario, so that changing one estimate leaves the draws of all others as they
 * were: two versions of a scenario are compared on the same years.
 */
const PLACE = {
  frequency: 0,
  events: 3,
  primary: 4,
  probability: 5,
  secondary: 6,
  secondaryLoss: 7,
  kept: 8,
  control: 16,
};

/** A scenario to simulate, and where its own years are wanted, if anywhere. */
export interface ScenarioTask {
  readonly draws: ScenarioDraws;
  readonly own: YearLosses | null;
}

/** Loss of every year of scenarios, block by block. */
export class ScenarioYears {
  readonly #frequency = new Float64Array(BLOCK_YEARS);
  readonly #factor = new Float64Array(BLOCK_YEARS);
  readonly #probability = new Float64Array(BLOCK_YEARS);
  readonly #keptShare = new Float64Array(BLOCK_YEARS);
  readonly #lossShare = new Float64Array(BLOCK_YEARS);
  readonly #inherent = new Float64Array(BLOCK_YEARS);
  readonly #residual = new Float64Array(BLOCK_YEARS);
  readonly #pairs = new Int32Array(PIECE / 2);
  readonly #years = new Uint16Array(this.#pairs.buffer);
  readonly #positions = new Uint16Array(PIECE + 1);
  readonly #losses = new Float64Array(PIECE);
  readonly #secondary = new Float64Array(PIECE);
  readonly #streams = new Map<number, Stream>();

  /**
   * Adds the loss of each year of each scenario to `sum`, in their order, and sets it in the scenario's own years where
   * they are wanted; as many years as `sum` is long. Year `i` does not depend on how many there are.
   *
   * Once a year: the factors of the frequency, the probability of a secondary loss, the effectiveness of each control.
   * Then the events, each with its own loss; the residual keeps each event with the probability ∏(1 − effectiveness)
   * of the controls on frequency, and ∏(1 − effectiveness) of the controls on loss of what it costs, so that it is
   * nowhere above the inherent loss.
   *
   * @throws SimulationStopped as soon as `isStopped` answers true
   */
  addTo(sum: YearLosses, tasks: readonly ScenarioTask[], isStopped: () => boolean): void {
    const years = sum.inherent.length;
    // Block by block and not scenario by scenario: the block's stretch of the sum then stays in the nearest cache.
    for (let block = 0; block * BLOCK_YEARS < years; block++) {
      const first = block * BLOCK_YEARS;
      const count = Math.min(BLOCK_YEARS, years - first);
      for (const { draws, own } of tasks) {
        const isControlled = draws.onFrequency.length + draws.onLoss.length > 0;
        const residual = isControlled ? this.#residual : this.#inherent;
        this.#fillBlock(draws, block, isControlled, isStopped);
        addBlock(sum.inherent, first, this.#inherent, count);
        if (sum.residual !== sum.inherent) addBlock(sum.residual, first, residual, count);
        if (!own) continue;
        own.inherent.set(this.#inherent.subarray(0, count), first);
        if (own.residual !== own.inherent) own.residual.set(residual.subarray(0, count), first);
      }
    }
  }

  #fillBlock(draws: ScenarioDraws, block: number, isControlled: boolean, isStopped: () => boolean): void {
    const stream = (place: number): Stream => this.#startedStream(draws, block, place);
    const events = this.#events(draws, stream);
    const primary = stream(PLACE.primary);
    const addSecondary = draws.secondary && this.#secondaryLosses(draws.secondary, stream);
    const isThinned = draws.onFrequency.length > 0;
    const kept = isThinned ? stream(PLACE.kept) : null;
    this.#inherent.fill(0);
    if (isControlled) {
      this.#residual.fill(0);
      this.#fillShare(this.#keptShare, draws.onFrequency, stream);
      this.#fillShare(this.#lossShare, draws.onLoss, stream);
    }
    for (let count = events.next(this.#years, this.#pairs); count > 0; count = events.next(this.#years, this.#pairs)) {
      if (isStopped()) throw new SimulationStopped();
      draws.primary.fill(primary, this.#losses, count);
      addSecondary?.(count);
      addToYears(this.#inherent, this.#years, this.#losses, count);
      if (isControlled) this.#addResidual(kept, count);
    }
  }

  #events(draws: ScenarioDraws, stream: (place: number) => Stream): EventYears {
    const certain = draws.frequency.reduce<number | null>(
      (product, factor) => (product === null || factor.certain === null ? null : product * factor.certain),
      1,
    );
    if (certain !== null) return scatteredEvents(stream(PLACE.events), certain);
    this.#frequency.fill(1);
    for (const [i, factor] of draws.frequency.entries()) {
      factor.fill(stream(PLACE.frequency + i), this.#factor, BLOCK_YEARS);
      for (let year = 0; year < BLOCK_YEARS; year++) this.#frequency[year]! *= this.#factor[year]!;
    }
    return yearlyEvents(stream(PLACE.events), this.#frequency);
  }

  /** What the controls leave over in each year: ∏(1 − effectiveness). */
  #fillShare(share: Float64Array, controls: readonly ControlDraw[], stream: (place: number) => Stream): void {
    share.fill(1);
    for (const { position, effectiveness } of controls) {
      effectiveness.fill(stream(PLACE.control + position), this.#factor, BLOCK_YEARS);
      for (let year = 0; year < BLOCK_YEARS; year++) share[year]! *= 1 - this.#factor[year]!;
    }
  }

  /** What adds, to `count` losses, the secondary losses of those events that have one. */
  #secondaryLosses(
    { probability, loss }: NonNullable<ScenarioDraws["secondary"]>,
    stream: (place: number) => Stream,
  ): (count: number) => void {
    const happens = stream(PLACE.secondary);
    const amount = stream(PLACE.secondaryLoss);
    probability.fill(stream(PLACE.probability), this.#probability, BLOCK_YEARS);
    return (count) => {
      const hits = positionsThatHappen(happens, this.#probability, this.#years, count, this.#positions);
      loss.fill(amount, this.#secondary, hits);
      for (let i = 0; i < hits; i++) this.#losses[this.#positions[i]!]! += this.#secondary[i]!;
    };
  }

  #addResidual(kept: Stream | null, count: number): void {
    const years = this.#years;
    const losses = this.#losses;
    const share = this.#lossShare;
    const residual = this.#residual;
    if (kept === null) {
      for (let i = 0; i < count; i++) residual[years[i]!]! += losses[i]! * share[years[i]!]!;
      return;
    }
    const positions = this.#positions;
    const happen = positionsThatHappen(kept, this.#keptShare, years, count, positions);
    for (let k = 0; k < happen; k++) {
      const i = positions[k]!;
      residual[years[i]!]! += losses[i]! * share[years[i]!]!;
    }
  }

  #startedStream(draws: ScenarioDraws, block: number, place: number): Stream {
    let stream = this.#streams.get(place);
    if (!stream) {
      stream = new Int32Array(4);
      this.#streams.set(place, stream);
    }
    startStream(stream, draws.key, block, place);
    return stream;
  }
}

function addToYears(sums: Float64Array, years: Uint16Array, losses: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) sums[years[i]!]! += losses[i]!;
}

function addBlock(sum: Float64Array, first: number, block: Float64Array, count: number): void {
  for (let year = 0; year < count; year++) sum[first + year]! += block[year]!;
}

import { drawGamma } from "../../stats/draw-gamma.ts";
import { drawPoisson } from "../../stats/draw-poisson.ts";
import { drawUniform } from "../../stats/draw-uniform.ts";
import type { BlockStreams } from "./block-streams.ts";
import { countOfNormal } from "./count-of-normal.ts";
import { BLOCK_YEARS, type EventYears, scatteredEvents, yearlyEvents } from "./event-years.ts";
import type { ScenarioDraws } from "./scenario-draws.ts";
import { STREAM_PLACE } from "./stream-place.ts";

/** Draws how many events of its own a scenario has in each year of a block. */
export class EventCounts {
  readonly #rate = new Float64Array(BLOCK_YEARS);
  readonly #factor = new Float64Array(BLOCK_YEARS);

  /**
   * The events of a block.
   *
   * Where years are correlated with those of other scenarios the number of events is the quantile of its law given the
   * year's rate, at the probability of the year's normal; else it is drawn.
   *
   * @param normals - one a year, correlated with those of other scenarios; null where this one is independent
   */
  events({ key, frequency, count }: ScenarioDraws, streams: BlockStreams, normals: Float64Array | null): EventYears {
    const certain = frequency.reduce<number | null>(
      (product, { certain }) => (product === null || certain === null ? null : product * certain),
      1,
    );
    const rate = this.#rate;
    if (certain !== null && normals === null && count.kind === "poisson") {
      return scatteredEvents(streams.start(key, STREAM_PLACE.events), certain);
    }
    if (certain !== null) rate.fill(certain);
    else {
      const draw = (i: number, out: Float64Array) =>
        frequency[i]!.fill(streams.start(key, STREAM_PLACE.frequency + i), out, BLOCK_YEARS);
      draw(0, rate);
      for (let i = 1; i < frequency.length; i++) this.#multiply((factor) => draw(i, factor));
    }
    if (normals !== null) return yearlyEvents((year) => countOfNormal(count, rate[year]!, normals[year]!));
    const chance = streams.start(key, STREAM_PLACE.events);
    if (count.kind === "at-most-one") return yearlyEvents((year) => (drawUniform(chance) < rate[year]! ? 1 : 0));
    if (count.kind !== "poisson") {
      const clusters = streams.start(key, STREAM_PLACE.clusters);
      this.#multiply((factor) => {
        for (let year = 0; year < BLOCK_YEARS; year++) {
          if (count.kind === "negative-binomial") factor[year] = drawGamma(clusters, count.size) / count.size;
          else factor[year] = drawUniform(clusters) < count.silent ? 0 : 1;
        }
      });
    }
    return yearlyEvents((year) => drawPoisson(chance, rate[year]!));
  }

  #multiply(fill: (factor: Float64Array) => void): void {
    fill(this.#factor);
    for (let year = 0; year < BLOCK_YEARS; year++) this.#rate[year]! *= this.#factor[year]!;
  }
}

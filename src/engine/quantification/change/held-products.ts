import type { Spectrum } from "../exact/count-transform.ts";
import { multiplySpectrum } from "../exact/event-loss.ts";
import type { LazyYear } from "../exact/lazy-year.ts";
import type { YearMasses } from "../exact/loss-curve.ts";
import type { Resolution, SolvedYear } from "../exact/solve-year.ts";
import { emptySpectrum, lossFreeSpectrum, massesOf, type YearGrid } from "../exact/year-grid.ts";
import type { CommonGrid } from "./common-grid.ts";
import type { JoinedYear } from "./joined-year.ts";
import { yearTransform } from "./year-transform.ts";

/** A transform at both resolutions of a common grid. */
export interface SpectrumPair {
  readonly fine: Spectrum;
  readonly coarse: Spectrum;
}

const MOST_BLOCKS = 128;
const BLOCKS_IN_ROW = 11;

interface Block {
  readonly years: readonly LazyYear[];
  readonly product: SpectrumPair;
}

/**
 * The transforms of many independent years, held so that the product of all but a few is at hand: by blocks, at most 128
 * whatever the number of years, in rows of eleven. Nothing is divided out: a transform may be close to 0 where another is not.
 */
export class HeldProducts {
  readonly #grid: CommonGrid;
  readonly #rows: { readonly blocks: readonly Block[]; readonly product: SpectrumPair }[] = [];

  constructor(years: readonly LazyYear[], grid: CommonGrid) {
    this.#grid = grid;
    const size = Math.max(1, Math.ceil(years.length / MOST_BLOCKS));
    let blocks: Block[] = [];
    for (let from = 0; from < years.length; from += size) {
      const block = years.slice(from, from + size);
      blocks.push({ years: block, product: this.#productOf(block) });
      if (blocks.length < BLOCKS_IN_ROW && from + size < years.length) continue;
      const product = this.#ones();
      for (const one of blocks) this.#multiply(product, one.product);
      this.#rows.push({ blocks, product });
      blocks = [];
    }
  }

  /**
   * The product of the transforms of all years but those left out, as many frequencies as are not negligible; blocks
   * with one of these are computed anew.
   */
  without(left: ReadonlySet<LazyYear>): SpectrumPair {
    const isWhole = ({ years }: Block) => years.every((year) => !left.has(year));
    const whole = this.#rows.filter(({ blocks }) => blocks.every(isWhole)).map(({ product }) => product);
    const others = this.#rows.filter(({ blocks }) => !blocks.every(isWhole)).flatMap(({ blocks }) => blocks);
    let pair = this.#ones();
    for (const factor of [...whole, ...others.filter(isWhole).map(({ product }) => product)]) {
      this.#multiply(pair, factor);
      pair = cut(pair);
    }
    for (const { years } of others.filter((block) => !isWhole(block))) {
      const kept = years.filter((year) => !left.has(year));
      if (kept.length > 0) this.#multiply(pair, this.#productOf(kept));
    }
    return cut(pair);
  }

  /** What a pair and further years add up to, at both resolutions, their offsets left out. */
  sumWith({ fine, coarse }: SpectrumPair, years: readonly JoinedYear[]): Pick<SolvedYear, "fine" | "coarse"> {
    const { fine: grid, coarse: half, reading } = this.#grid;
    const readFrom = reading === "steps" ? grid.cells : READ_FROM;
    const sum = joinedMasses(fine, years, { grid, resolution: "fine", readFrom });
    if (coarse === fine) return { fine: sum, coarse: sum };
    return {
      fine: sum,
      coarse: joinedMasses(coarse, years, { grid: half, resolution: "coarse", readFrom: readFrom / 2 }),
    };
  }

  #productOf(years: readonly LazyYear[]): SpectrumPair {
    const [first, ...rest] = years.map((year) => this.#pairOf(year));
    for (const pair of rest) this.#multiply(first!, pair);
    return first!;
  }

  #pairOf(year: LazyYear): SpectrumPair {
    const { fine: grid, coarse: half } = this.#grid;
    const fine = yearTransform(year, grid, "fine");
    return { fine, coarse: half === grid ? fine : yearTransform(year, half, "coarse") };
  }

  #ones(): SpectrumPair {
    const { fine: grid, coarse: half } = this.#grid;
    const fine = lossFreeSpectrum(grid);
    return { fine, coarse: half === grid ? fine : lossFreeSpectrum(half) };
  }

  #multiply(into: SpectrumPair, pair: SpectrumPair): void {
    multiplySpectrum(into.fine, pair.fine);
    if (into.coarse !== into.fine) multiplySpectrum(into.coarse, pair.coarse);
  }
}

/** Below this a frequency of the others is 0 whatever joins them: no transform of a loss is above 1. */
const NEGLIGIBLE = 1e-12;

function cut({ fine, coarse }: SpectrumPair): SpectrumPair {
  const shorter = needed(fine);
  return { fine: shorter, coarse: coarse === fine ? shorter : needed(coarse) };
}

function needed({ re, im }: Spectrum): Spectrum {
  let count = re.length;
  while (count > 1 && Math.abs(re[count - 1]!) + Math.abs(im[count - 1]!) < NEGLIGIBLE) count--;
  return { re: re.subarray(0, count), im: im.subarray(0, count) };
}

/** Cells that a curve is read from at least, and for each of its frequencies. */
const READ_FROM = 4096;
const READ_FROM_EACH = 16;

/**
 * The masses behind a product. A sum of many years has few frequencies: it is read at as many cells as those need,
 * whatever the number that its losses were laid on.
 */
function joinedMasses(
  { re, im }: Spectrum,
  years: readonly JoinedYear[],
  {
    grid,
    resolution,
    readFrom,
  }: { readonly grid: YearGrid; readonly resolution: Resolution; readonly readFrom: number },
): YearMasses {
  const count = re.length;
  let read = grid;
  while (read.cells > Math.max(readFrom, READ_FROM_EACH * count)) {
    read = { ...read, step: 2 * read.step, cells: read.cells / 2 };
  }
  const product = emptySpectrum(read);
  product.re.set(re);
  product.im.set(im);
  const felt = { re: product.re.subarray(0, count), im: product.im.subarray(0, count) };
  for (const year of years) multiplySpectrum(felt, year.transform(grid, resolution, count));
  return massesOf(product, read);
}

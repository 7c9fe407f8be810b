import type { Spectrum } from "../exact/count-transform.ts";
import { multiplySpectrum } from "../exact/event-loss.ts";
import type { LazyYear } from "../exact/lazy-year.ts";
import { emptySpectrum } from "../exact/year-grid.ts";
import type { CommonGrid } from "./common-grid.ts";
import { yearTransform } from "./year-transform.ts";

/** A transform at both resolutions of a common grid. */
export interface SpectrumPair {
  readonly fine: Spectrum;
  readonly coarse: Spectrum;
}

const MOST_BLOCKS = 64;
const LEAST_IN_BLOCK = 2;
const BLOCKS_IN_ROW = 8;

interface Block {
  readonly years: readonly LazyYear[];
  readonly product: SpectrumPair;
}

/**
 * The transforms of many independent years, held so that the product of all but a few is at hand: by blocks, at most 64
 * whatever the number of years, in rows of eight. Nothing is divided out: a transform may be close to 0 where another is not.
 */
export class HeldProducts {
  readonly #grid: CommonGrid;
  readonly #rows: { readonly blocks: readonly Block[]; readonly product: SpectrumPair }[] = [];

  constructor(years: readonly LazyYear[], grid: CommonGrid) {
    this.#grid = grid;
    const size = Math.max(LEAST_IN_BLOCK, Math.ceil(years.length / MOST_BLOCKS));
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

  /** The product of the transforms of all years but those left out; blocks with one of these are computed anew. */
  without(left: ReadonlySet<LazyYear>): SpectrumPair {
    const pair = this.#ones();
    for (const { blocks, product } of this.#rows) {
      const isWhole = blocks.every(({ years }) => years.every((year) => !left.has(year)));
      if (isWhole) this.#multiply(pair, product);
      else for (const block of blocks) this.#multiplyKept(pair, block, left);
    }
    return pair;
  }

  /** The product of a pair and the transforms of further years; the pair is kept as it is. */
  times({ fine, coarse }: SpectrumPair, years: readonly LazyYear[]): SpectrumPair {
    const copied = { re: fine.re.slice(), im: fine.im.slice() };
    const pair = {
      fine: copied,
      coarse: coarse === fine ? copied : { re: coarse.re.slice(), im: coarse.im.slice() },
    };
    for (const year of years) this.#multiply(pair, this.#pairOf(year));
    return pair;
  }

  #multiplyKept(pair: SpectrumPair, { years, product }: Block, left: ReadonlySet<LazyYear>): void {
    const kept = years.filter((year) => !left.has(year));
    if (kept.length === 0) return;
    this.#multiply(pair, kept.length === years.length ? product : this.#productOf(kept));
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
    const fine = emptySpectrum(grid);
    fine.re.fill(1);
    if (half === grid) return { fine, coarse: fine };
    const coarse = emptySpectrum(half);
    coarse.re.fill(1);
    return { fine, coarse };
  }

  #multiply(into: SpectrumPair, pair: SpectrumPair): void {
    multiplySpectrum(into.fine, pair.fine);
    if (into.coarse !== into.fine) multiplySpectrum(into.coarse, pair.coarse);
  }
}

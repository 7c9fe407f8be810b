import { yearOffset, yearTransform } from "../change/year-transform.ts";
import type { Spectrum } from "../exact/count-transform.ts";
import { multiplySpectrum } from "../exact/event-loss.ts";
import { preparedYears } from "../exact/independent-years.ts";
import type { LazyYear } from "../exact/lazy-year.ts";
import type { YearMasses } from "../exact/loss-curve.ts";
import { type PreparedScenario, prepareScenario } from "../exact/prepared-scenario.ts";
import { solvedAnnualSum } from "../exact/solved-annual-sum.ts";
import { lossFreeSpectrum, massesOf, type YearGrid } from "../exact/year-grid.ts";
import type { Scenario } from "../scenario.ts";

/** The year of a portfolio under one set of candidates, on the grid that all sets share. */
export interface SetYear {
  readonly masses: YearMasses;
  readonly mean: number;
  readonly none: number;
  readonly reading: "steps" | "smooth";
}

/** One independent year as it is under one set of those candidates that matter to it. */
interface Variant {
  readonly lazy: LazyYear;
  readonly spectrum: Spectrum;
  readonly shift: number;
}

/** An independent year and the candidates that matter to it. */
interface Part {
  readonly candidates: readonly number[];
  readonly make: (on: ReadonlySet<string>) => LazyYear;
  readonly lazies: Map<number, LazyYear>;
  readonly variants: Map<number, Variant>;
}

/** Enough to rank sets: the error is of second order in the step. */
const CELLS = 2 ** 12;
const MOST_STEPS = 2 ** 15;

/**
 * A portfolio under any set of candidate controls: every independent year is solved once for each set of the candidates
 * that matter to it and kept as a transform on one grid, so that a further set costs a product and one transform back.
 */
export class PortfolioSets {
  readonly #candidates: readonly string[];
  readonly #alwaysOn: ReadonlySet<string>;
  readonly #scenarios: readonly Scenario[];
  readonly #fixed: LazyYear[] = [];
  readonly #parts: Part[] = [];
  readonly #prepared = new Map<string, PreparedScenario>();
  readonly #grid: YearGrid | null;
  readonly #reading: "steps" | "smooth" = "smooth";
  readonly #fixedProduct: Spectrum | null = null;

  /** Throws an EstimateError for an invalid estimate. */
  constructor(scenarios: readonly Scenario[], candidates: readonly string[], alwaysOn: ReadonlySet<string>) {
    this.#scenarios = scenarios;
    this.#candidates = candidates;
    this.#alwaysOn = alwaysOn;
    this.#split();
    const years = this.years([]);
    const base = solvedAnnualSum(years, {});
    if (base === null) {
      this.#grid = null;
      return;
    }
    const { fine, reading } = base.year;
    const cells = fine.masses.length;
    const isStepped = reading === "steps" && cells <= MOST_STEPS;
    this.#reading = isStepped ? "steps" : "smooth";
    const top = fine.offset + cells * fine.step - years.reduce((sum, year) => sum + yearOffset(year), 0);
    this.#grid = isStepped ? { step: fine.step, cells, first: 0 } : { step: top / CELLS, cells: CELLS, first: 0 };
    this.#fixedProduct = lossFreeSpectrum(this.#grid);
    for (const year of this.#fixed) multiplySpectrum(this.#fixedProduct, yearTransform(year, this.#grid, "fine"));
  }

  /** How many transforms all sets together need. */
  get variantsOfAll(): number {
    return this.#parts.reduce((sum, { candidates }) => sum + 2 ** candidates.length, 0);
  }

  /** The independent years under a set of candidates, solved at most once; for figures to the bits of the exact engine. */
  years(set: Iterable<number>): LazyYear[] {
    const on = new Set(set);
    return [...this.#fixed, ...this.#parts.map((part) => this.#lazy(part, subset(part, on)))];
  }

  /** The year under one set. */
  year(set: Iterable<number>): SetYear {
    const on = new Set(set);
    if (!this.#grid || !this.#fixedProduct) return NOTHING;
    const product = copy(this.#fixedProduct);
    const chosen = this.#parts.map((part) => this.#variant(part, subset(part, on)));
    for (const { spectrum } of chosen) multiplySpectrum(product, spectrum);
    return this.#read(product, chosen);
  }

  /** Visits every set, as the sum of 2^k over its members. */
  visitAll(visit: (set: number, year: SetYear) => void): void {
    const count = this.#candidates.length;
    if (!this.#grid || !this.#fixedProduct) {
      for (let set = 0; set < 2 ** count; set++) visit(set, NOTHING);
      return;
    }
    // Those that matter to the fewest years last: that is where most sets differ.
    const reach = (k: number) => this.#parts.filter(({ candidates }) => candidates.includes(k)).length;
    const order = Array.from({ length: count }, (_, k) => k).sort((a, b) => reach(b) - reach(a));
    const decidedAt = this.#parts.map(({ candidates }) => Math.max(...candidates.map((k) => order.indexOf(k))));
    const products = Array.from({ length: count + 1 }, () => copy(this.#fixedProduct!));
    const chosen: Variant[] = [];
    const on = new Set<number>();
    const decide = (depth: number): void => {
      if (depth === count) {
        visit(
          [...on].reduce((set, k) => set + 2 ** k, 0),
          this.#read(products[depth]!, chosen),
        );
        return;
      }
      for (const choice of ["off", "on"] as const) {
        if (choice === "on") on.add(order[depth]!);
        const product = products[depth + 1]!;
        product.re.set(products[depth]!.re);
        product.im.set(products[depth]!.im);
        const before = chosen.length;
        for (const [p, part] of this.#parts.entries()) {
          if (decidedAt[p] !== depth) continue;
          const variant = this.#variant(part, subset(part, on));
          multiplySpectrum(product, variant.spectrum);
          chosen.push(variant);
        }
        decide(depth + 1);
        chosen.length = before;
      }
      on.delete(order[depth]!);
    };
    decide(0);
  }

  /** Years that a candidate matters to, apart from those that are as they are under any set. */
  #split(): void {
    const causes = new Map<string, Scenario[]>();
    for (const scenario of this.#scenarios) {
      for (const { cause } of scenario.commonCauses ?? []) {
        const members = causes.get(cause);
        if (members) members.push(scenario);
        else causes.set(cause, [scenario]);
      }
      this.#place([scenario], (on) => this.#prepare(scenario, on).own);
    }
    for (const [cause, members] of causes) {
      this.#place(members, (on) => {
        const years = preparedYears(
          members.map((member) => this.#prepare(member, on)),
          {},
        );
        return years.find(({ year }) => year.kind === "cause" && year.id === cause)!;
      });
    }
  }

  #place(members: readonly Scenario[], make: Part["make"]): void {
    const effects = new Set(members.flatMap(({ controls }) => controls.map(({ control }) => control)));
    const candidates = [...this.#candidates.keys()].filter((k) => effects.has(this.#candidates[k]!));
    if (candidates.length === 0) this.#fixed.push(make(this.#alwaysOn));
    else this.#parts.push({ candidates, make, lazies: new Map(), variants: new Map() });
  }

  #prepare(scenario: Scenario, on: ReadonlySet<string>): PreparedScenario {
    const controls = scenario.controls.filter(({ control }) => on.has(control));
    const key = JSON.stringify([scenario.id, ...new Set(controls.map(({ control }) => control))]);
    let prepared = this.#prepared.get(key);
    if (!prepared) {
      prepared = prepareScenario({ ...scenario, controls }, {});
      this.#prepared.set(key, prepared);
    }
    return prepared;
  }

  #lazy(part: Part, set: number): LazyYear {
    const known = part.lazies.get(set);
    if (known) return known;
    const on = new Set(this.#alwaysOn);
    part.candidates.forEach((k, bit) => {
      if (Math.floor(set / 2 ** bit) % 2 === 1) on.add(this.#candidates[k]!);
    });
    const lazy = part.make(on);
    part.lazies.set(set, lazy);
    return lazy;
  }

  #variant(part: Part, set: number): Variant {
    let variant = part.variants.get(set);
    if (!variant) {
      const lazy = this.#lazy(part, set);
      variant = { lazy, spectrum: yearTransform(lazy, this.#grid!, "fine"), shift: yearOffset(lazy) };
      part.variants.set(set, variant);
    }
    return variant;
  }

  #read(product: Spectrum, chosen: readonly Variant[]): SetYear {
    const { masses, step } = massesOf(product, this.#grid!);
    const shift =
      this.#fixed.reduce((sum, year) => sum + yearOffset(year), 0) + chosen.reduce((sum, one) => sum + one.shift, 0);
    const years = [...this.#fixed, ...chosen.map(({ lazy }) => lazy)];
    return {
      masses: { offset: shift, step, masses },
      mean: years.reduce((sum, { year }) => sum + year.mean, 0),
      none: years.reduce((product, { year }) => product * year.none, 1),
      reading: this.#reading,
    };
  }
}

const NOTHING: SetYear = {
  masses: { offset: 0, step: 1, masses: Float64Array.of(1) },
  mean: 0,
  none: 1,
  reading: "steps",
};

/** Which of a part's candidates are on, as the sum of 2^bit. */
function subset({ candidates }: Part, on: ReadonlySet<number>): number {
  let set = 0;
  for (let bit = 0; bit < candidates.length; bit++) if (on.has(candidates[bit]!)) set += 2 ** bit;
  return set;
}

const copy = ({ re, im }: Spectrum): Spectrum => ({ re: re.slice(), im: im.slice() });

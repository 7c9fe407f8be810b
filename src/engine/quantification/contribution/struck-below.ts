import { type CauseYear, eventTransform } from "../exact/cause-year.ts";
import { addCountTransform, type Spectrum } from "../exact/count-transform.ts";
import { multiplySpectrum } from "../exact/event-loss.ts";
import { emptySpectrum, lossFreeSpectrum, massesOf, type YearGrid } from "../exact/year-grid.ts";
import { type BelowLine, measureBelow } from "./below-line.ts";
import { leaveOneOut } from "./leave-one-out.ts";
import { sizeBiasedLaw } from "./size-biased-law.ts";

const OPTIONS = { cells: 4096, mostCells: 2 ** 18, bracket: "none" } as const;

/**
 * E[loss that a common cause brings each scenario; S below the line], exact for strikes K ~ Poisson(Λ): the strike in
 * which scenario i loses Xᵢ leaves a year of size-biased Λ, the other scenarios of the same strike and all `others`,
 * E Λ·qᵢ·E[Xᵢ; Xᵢ + that below the line].
 *
 * @example
 * const commonCauses = [{ cause: "vendor", strikes: 2, probability: 0.5 }];
 * const read = scenarioDistributions({ id: "a", system: "s", frequency: 0, loss: { primary: 5 }, controls: [], commonCauses });
 * const year = causeYear({ ...read.strikes[0], struck: [struckEvent(read, read.strikes[0])] });
 * const grid = { step: 5, cells: 64, first: 0 };
 * const others = spectrumOf(new Float64Array(64).fill(1, 0, 1), grid);
 * struckBelow(year, { others, line: { cell: 1, share: 1 }, grid })[0].loss // => 5 * Math.exp(-1) ± 1e-9
 */
export function struckBelow(
  year: CauseYear,
  { others, line, grid }: { readonly others: Spectrum; readonly line: BelowLine; readonly grid: YearGrid },
): { readonly id: string; readonly loss: number }[] {
  const { mean, law } = sizeBiasedLaw(year.rate);
  const events = year.struck.map((one) => ({ ...one, transform: eventTransform(one, OPTIONS) }));
  type Struck = (typeof events)[number];
  const strikeOf = ({ probability, transform }: Struck): Spectrum => {
    const loss = transform(grid, "mean", "fine");
    for (let k = 0; k < loss.re.length; k++) {
      loss.re[k] = 1 - probability + probability * loss.re[k]!;
      loss.im[k] = probability * loss.im[k]!;
    }
    return loss;
  };
  const strike = lossFreeSpectrum(grid);
  for (const event of events) multiplySpectrum(strike, strikeOf(event));
  const rest = emptySpectrum(grid);
  addCountTransform({ law, loss: strike, weight: 1, into: rest });
  multiplySpectrum(rest, others);
  const fromZero = { step: grid.step, cells: grid.cells, first: 0 };
  const losses: { readonly id: string; readonly loss: number }[] = [];
  for (const { item, others: left } of leaveOneOut(events, { transform: strikeOf, rest })) {
    const below = measureBelow(massesOf(left, grid).masses, line, grid.first > 0 ? "window" : "from-zero");
    const { masses } = massesOf(item.transform(fromZero, "mean", "fine"), fromZero);
    let loss = 0;
    for (let cell = 1; cell < masses.length; cell++) loss += cell * masses[cell]! * below(cell);
    losses.push({ id: item.id, loss: mean * item.probability * loss * grid.step });
  }
  return losses;
}

import { expect, test } from "vitest";
import { atoms } from "../../stats/atoms.ts";
import type { Estimate } from "../estimate/estimate.ts";
import { causeYear, struckEvent } from "../exact/cause-year.ts";
import { spectrumOf } from "../exact/year-grid.ts";
import { scenarioDistributions } from "../scenario-distributions.ts";
import { struckBelow } from "./struck-below.ts";

const grid = { step: 1, cells: 128, first: 0 };
const probabilities = { a: 0.5, b: 0.25 };
const losses = { a: 1, b: 4 };

function yearOf(strikes: Estimate, rates: readonly number[]) {
  const struck = (["a", "b"] as const).map((id) => {
    const commonCauses = [{ cause: "vendor", strikes, probability: probabilities[id] }];
    const scenario = { id, system: "s", frequency: 0, loss: { primary: losses[id] }, controls: [], commonCauses };
    const read = scenarioDistributions(scenario);
    return struckEvent(read, read.strikes[0]!);
  });
  return causeYear({ cause: "vendor", rate: atoms(rates), struck });
}

/** The other losses of a year: 0, 3 or 10. */
const others = new Map([
  [0, 0.6],
  [3, 0.3],
  [10, 0.1],
]);
const spectrum = () =>
  spectrumOf(
    Float64Array.from({ length: grid.cells }, (_, j) => others.get(j) ?? 0),
    grid,
  );

const poisson = (rate: number) => {
  const found = [Math.exp(-rate)];
  for (let n = 1; n <= 20; n++) found.push((found[n - 1]! * rate) / n);
  return found;
};

/** Strikes on a alone, on b alone and on both are independent Poisson counts: every year is enumerated. */
function enumerated(rates: readonly number[], { cell, share }: { readonly cell: number; readonly share: number }) {
  const found = { a: 0, b: 0 };
  for (const rate of rates) {
    const [onA, onB, onBoth] = [0.5 * 0.75, 0.5 * 0.25, 0.5 * 0.25].map((each) => poisson(rate * each)) as [
      number[],
      number[],
      number[],
    ];
    for (const [i, p] of onA.entries()) {
      for (const [j, q] of onB.entries()) {
        for (const [k, r] of onBoth.entries()) {
          const [a, b] = [(i + k) * losses.a, (j + k) * losses.b];
          for (const [other, s] of others) {
            const sum = a + b + other;
            const weight = ((sum < cell ? 1 : sum === cell ? share : 0) * p * q * r * s) / rates.length;
            found.a += weight * a;
            found.b += weight * b;
          }
        }
      }
    }
  }
  return found;
}

const lines = [
  { cell: 0, share: 0.5 },
  { cell: 1, share: 0.25 },
  { cell: 7, share: 0.8 },
  { cell: 14, share: 1 },
];

test.each(lines.flatMap((line) => [[1.5], [0.5, 2.5]].map((rates) => [line, rates] as const)))(
  "below %o with strikes of rate %o: as the enumeration of all years has it",
  (line, rates) => {
    const found = struckBelow(yearOf({ samples: rates }, rates), { others: spectrum(), line, grid });
    const expected = enumerated(rates, line);
    expect(found.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(Math.abs(found[0]!.loss - expected.a)).toBeLessThan(1e-9);
    expect(Math.abs(found[1]!.loss - expected.b)).toBeLessThan(1e-9);
  },
);

test("below a line that no year reaches it is all that the cause is expected to bring", () => {
  const found = struckBelow(yearOf(1.5, [1.5]), { others: spectrum(), line: { cell: 127, share: 1 }, grid });
  expect(found[0]!.loss).toBeCloseTo(1.5 * 0.5 * 1, 9);
  expect(found[1]!.loss).toBeCloseTo(1.5 * 0.25 * 4, 9);
});

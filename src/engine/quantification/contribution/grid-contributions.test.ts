import { describe, expect, test } from "vitest";
import { plainScenario } from "../../../../test/harness/plain-scenario.ts";
import type { Scenario } from "../scenario.ts";
import { gridContributions } from "./grid-contributions.ts";

const strikes = 0.5;
const struckWith = (probability: number) => ({ commonCauses: [{ cause: "vendor", strikes, probability }] });
const portfolio = [
  plainScenario("a", { frequency: 0.8, loss: { primary: { samples: [1, 2] } }, ...struckWith(0.5) }),
  plainScenario("b", { frequency: 0.3, count: { kind: "at-most-one" }, loss: { primary: 4 }, ...struckWith(0.25) }),
  plainScenario("c", { frequency: 2, count: { kind: "zero-inflated", silent: 0.4 } }),
];

/** What happens with a probability, and what it costs a, b and c. */
type Outcome = readonly [probability: number, a: number, b: number, c: number];

const poisson = (rate: number, most: number): number[] => {
  const probabilities = [Math.exp(-rate)];
  for (let n = 1; n <= most; n++) probabilities.push((probabilities[n - 1]! * rate) / n);
  return probabilities;
};
const joined = (one: readonly Outcome[], other: readonly Outcome[]): Outcome[] => {
  const all = new Map<string, Outcome>();
  for (const [p, a, b, c] of one) {
    for (const [q, d, e, f] of other) {
      const losses = [a + d, b + e, c + f] as const;
      all.set(losses.join(), [(all.get(losses.join())?.[0] ?? 0) + p * q, ...losses]);
    }
  }
  return [...all.values()];
};
const events = (rate: number, most: number, [a, b, c]: readonly [number, number, number]) =>
  poisson(rate, most).map((p, n): Outcome => [p, n * a, n * b, n * c]);

/** Every year that can be told apart, to about 1e-11: strikes on a alone, on b alone and on both are independent. */
const years = [
  events(0.4, 10, [1, 0, 0]),
  events(0.4, 10, [2, 0, 0]),
  [
    [0.7, 0, 0, 0],
    [0.3, 0, 4, 0],
  ] satisfies Outcome[],
  events(2, 20, [0, 0, 1]).map(([p, a, b, c], n): Outcome => [0.6 * p + (n === 0 ? 0.4 : 0), a, b, c]),
  // Of a strike a loses 1 or 2, b always 4.
  events(strikes * 0.5 * 0.75 * 0.5, 8, [1, 0, 0]),
  events(strikes * 0.5 * 0.75 * 0.5, 8, [2, 0, 0]),
  events(strikes * 0.5 * 0.25, 8, [0, 4, 0]),
  events(strikes * 0.5 * 0.25 * 0.5, 8, [1, 4, 0]),
  events(strikes * 0.5 * 0.25 * 0.5, 8, [2, 4, 0]),
]
  .reduce<readonly Outcome[]>(joined, [[1, 0, 0, 0]])
  .map(([probability, ...losses]) => ({ probability, losses, sum: losses.reduce((sum, loss) => sum + loss, 0) }));

/** Mean losses in the worst 1 − level of the enumerated years, those that lose just the value at risk by a share. */
function enumerated(level: number): { readonly valueAtRisk: number; readonly parts: readonly number[] } {
  const probabilities: number[] = [];
  for (const { probability, sum } of years) probabilities[sum] = (probabilities[sum] ?? 0) + probability;
  let below = 0;
  let valueAtRisk = 0;
  while (below + (probabilities[valueAtRisk] ?? 0) < level) below += probabilities[valueAtRisk++] ?? 0;
  const atLine = 1 - (level - below) / probabilities[valueAtRisk]!;
  const parts = [0, 1, 2].map((k) =>
    years.reduce((total, { probability, losses, sum }) => {
      const share = sum > valueAtRisk ? 1 : sum === valueAtRisk ? atLine : 0;
      return total + (share * probability * losses[k]!) / (1 - level);
    }, 0),
  );
  return { valueAtRisk, parts };
}

describe("contributions as the grid gives them", () => {
  test.each([0.5, 0.8, 0.95, 0.99])(
    "own events of three laws and a common cause at %d: as the enumeration of all years has them",
    (level) => {
      const found = gridContributions(portfolio, { level });
      const { valueAtRisk, parts } = enumerated(level);
      expect(found.valueAtRisk).toBe(valueAtRisk);
      found.parts.forEach((part, k) => void expect(Math.abs(part / parts[k]! - 1)).toBeLessThan(1e-6));
    },
  );

  test("means are events × loss", () => {
    const [a, b, c] = gridContributions(portfolio, { level: 0.95 }).means;
    expect(a).toBeCloseTo((0.8 + strikes * 0.5) * 1.5, 12);
    expect(b).toBeCloseTo((0.3 + strikes * 0.25) * 4, 12);
    expect(c).toBeCloseTo(0.6 * 2, 12);
  });

  test("in other units of money all parts are as many times larger", () => {
    const inThousandths = portfolio.map((one): Scenario => {
      const { primary } = one.loss as { primary: number | { samples: number[] } };
      const grown = typeof primary === "number" ? primary * 1000 : { samples: primary.samples.map((x) => x * 1000) };
      return { ...one, loss: { primary: grown } };
    });
    const { parts } = gridContributions(portfolio, { level: 0.9 });
    gridContributions(inThousandths, { level: 0.9 }).parts.forEach((part, k) => {
      expect(Math.abs(part / (1000 * parts[k]!) - 1)).toBeLessThan(1e-9);
    });
  });

  test("a cause that strikes hundreds of times a year: equal losses bring equal parts, and all of the shortfall", () => {
    const often = { commonCauses: [{ cause: "vendor", strikes: 4000, probability: 0.5 }] };
    const twins = ["a", "b"].map((id) =>
      plainScenario(id, { frequency: 0, loss: { primary: { low: 900, high: 1100 } }, ...often }),
    );
    const { parts, means, expectedShortfall } = gridContributions(
      [...twins, plainScenario("c", { frequency: 2, loss: { primary: 5000 } })],
      {
        level: 0.95,
      },
    );
    expect(Math.abs(parts[0]! / parts[1]! - 1)).toBeLessThan(1e-12);
    expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) / expectedShortfall - 1)).toBeLessThan(1e-6);
    expect(parts.every((part, k) => part > means[k]!)).toBe(true);
  });
});

test("nothing brings nothing; where nothing can be lost the parts are 0", () => {
  expect(gridContributions([], { level: 0.95 })).toEqual({
    valueAtRisk: 0,
    expectedShortfall: 0,
    means: [],
    parts: [],
  });
  expect(gridContributions([plainScenario("never", { frequency: 0 })], { level: 0.95 }).parts).toEqual([0]);
});

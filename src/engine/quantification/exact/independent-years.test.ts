import { describe, expect, test } from "vitest";
import type { CommonCause, Scenario } from "../scenario.ts";
import { exactAnnualLoss } from "./exact-annual-loss.ts";
import { independentYears } from "./independent-years.ts";
import { quantifyExact } from "./quantify-exact.ts";

const scenario = (id: string, change: Partial<Scenario> = {}): Scenario => ({
  id,
  system: id < "c" ? "ab" : "c",
  frequency: 0,
  loss: { primary: 10 },
  controls: [],
  ...change,
});
const vendor = (probability: CommonCause["probability"], strikes: CommonCause["strikes"] = 2) => [
  { cause: "vendor", strikes, probability },
];

describe("common causes", () => {
  test("struck together, event counts covary by p·q·κ", () => {
    const a = scenario("a", { loss: { primary: 3 }, commonCauses: vendor(0.5) });
    const b = scenario("b", { loss: { primary: { min: 0, max: 10 } }, commonCauses: vendor({ min: 0.2, max: 0.6 }) });
    const variance = (scenarios: Scenario[]) => exactAnnualLoss(scenarios).standardDeviation ** 2;
    const covariance = (variance([a, b]) - variance([a]) - variance([b])) / 2;
    expect(covariance).toBeCloseTo(0.5 * 0.4 * 2 * 3 * 5, 10);
  });

  test("uncertain strikes covary by p·q·(E κ + Var κ)", () => {
    const strikes = { shape: 4, rate: 2 };
    const [a, b] = ["a", "b"].map((id) => scenario(id, { commonCauses: vendor(0.5, strikes) })) as [Scenario, Scenario];
    const variance = (scenarios: Scenario[]) => exactAnnualLoss(scenarios).standardDeviation ** 2;
    expect((variance([a, b]) - variance([a]) - variance([b])) / 2).toBeCloseTo(100 * 0.25 * (2 + 1), 9);
  });

  test("the distribution by hand: certain losses of two scenarios, at most two strikes that matter", () => {
    const [a, b] = ["a", "b"].map((id) => scenario(id, { commonCauses: vendor(0.5, 0.1) })) as [Scenario, Scenario];
    const { probabilityOfLoss, exceedance } = exactAnnualLoss([a, b]);
    const above = (loss: number) => exceedance.find((point) => Math.abs(point.loss - loss) < 1e-6)!.probability;
    // A strike costs 0, 10 or 20 with 1/4, 1/2, 1/4: rate 0.05 of 10 and 0.025 of 20.
    const none = Math.exp(-0.075);
    const ten = 0.05 * none;
    const twenty = (0.025 + 0.05 ** 2 / 2) * none;
    expect(probabilityOfLoss).toBeCloseTo(1 - none, 14);
    expect(above(10)).toBeCloseTo(1 - none - ten, 10);
    expect(above(20)).toBeCloseTo(1 - none - ten - twenty, 10);
  });

  test("by itself a scenario has the events of its causes as if they were its own", () => {
    const loss = { primary: { low: 100, high: 5000 } };
    const struck = exactAnnualLoss([scenario("a", { frequency: 0.5, loss, commonCauses: vendor(0.25, 6) })]);
    const own = exactAnnualLoss([scenario("a", { frequency: 2, loss })]);
    expect(struck.standardDeviation).toBeCloseTo(own.standardDeviation, 8);
    for (const level of ["0.5", "0.9", "0.99"] as const) {
      expect(Math.abs(struck.valueAtRisk[level] / own.valueAtRisk[level] - 1)).toBeLessThan(1e-4);
    }
  });

  test("controls on frequency thin its events, those on loss leave of each what is drawn at the strike", () => {
    const controls = [
      { control: "c", acts: "frequency", effectiveness: { min: 0, max: 1 } },
      { control: "d", acts: "loss", effectiveness: { samples: [0, 1] } },
    ] as const;
    const { expectedAnnualLoss, standardDeviation, probabilityOfLoss } = exactAnnualLoss([
      scenario("a", { commonCauses: vendor(0.5, 4), controls }),
    ]);
    // Rate 4 · 0.5 · 0.5 = 1, of which every other event costs 10 and every other nothing.
    expect(expectedAnnualLoss).toBeCloseTo(5, 10);
    expect(standardDeviation ** 2).toBeCloseTo(0.5 * 100, 8);
    expect(probabilityOfLoss).toBeCloseTo(1 - Math.exp(-0.5), 10);
  });

  test("a system and a risk count a cause by their own scenarios", () => {
    const set = ["a", "b", "c"].map((id) =>
      scenario(id, {
        frequency: 0.1,
        commonCauses: vendor(0.5),
        controls: id === "a" ? [{ control: "x", acts: "frequency", effectiveness: 0.5 }] : [],
      }),
    );
    const { portfolio, systems, risks } = quantifyExact(set);
    const { id, inherent, ...ab } = systems[0]!;
    expect(id).toBe("ab");
    expect(ab).toEqual(exactAnnualLoss(set.slice(0, 2)));
    expect(inherent.expectedAnnualLoss).toBeCloseTo(2 * (1 + 10), 10);
    expect(risks.map((risk) => risk.expectedAnnualLoss)).toEqual([5.5, 11, 11].map((loss) => expect.closeTo(loss, 10)));
    expect(portfolio.expectedAnnualLoss).toBeCloseTo(27.5, 10);
    const apart = risks.reduce((sum, risk) => sum + risk.standardDeviation ** 2, 0);
    expect(portfolio.standardDeviation ** 2).toBeGreaterThan(apart * 1.2);
  });

  test("one cause strikes equally often wherever it is named, in whatever order that was written", () => {
    const [a, b] = [
      scenario("a", { commonCauses: vendor(0.5, { low: 1, high: 2 }) }),
      scenario("b", { commonCauses: vendor(0.5, { high: 2, low: 1 }) }),
    ] as const;
    expect(independentYears([a, b])).toHaveLength(3);
    const other = scenario("c", { commonCauses: vendor(0.5, { low: 1, high: 3 }) });
    expect(() => exactAnnualLoss([a, b, other])).toThrow(
      /^c: commonCauses\[0\].strikes .*give vendor the same strikes in every scenario that names it$/,
    );
    expect(() => quantifyExact([a, b, other])).toThrow(/^c: commonCauses/);
  });
});

test("the order of scenarios does not matter to the last bit, whatever they are made of", () => {
  const LN = { low: 1000, high: 90000 };
  const set: Scenario[] = [
    scenario("d", { frequency: { low: 1, high: 4 }, loss: { primary: LN }, commonCauses: vendor(0.3) }),
    scenario("b", { frequency: 2, count: { kind: "negative-binomial", size: 2 }, commonCauses: vendor(0.7) }),
    scenario("a", {
      frequency: 0.2,
      count: { kind: "at-most-one" },
      loss: { primary: { forms: { fines: LN, response: { min: 10, max: 500 }, reputation: 7 } } },
      commonCauses: [...vendor(0.1), { cause: "model", strikes: { shape: 2, rate: 3 }, probability: 0.9 }],
      controls: [{ control: "x", acts: "loss", effectiveness: { min: 0.2, max: 0.9 } }],
    }),
  ];
  const before = structuredClone(set);
  expect(exactAnnualLoss([...set].reverse())).toEqual(exactAnnualLoss(set));
  expect(set).toEqual(before);
});

test("the bracket of all of it holds its figures", () => {
  const forms = { fines: { low: 1000, high: 90000 }, response: { min: 10, max: 500 } };
  const set = ["a", "b"].map((id) =>
    scenario(id, {
      frequency: { low: 1, high: 4 },
      count: { kind: "zero-inflated", silent: 0.2 },
      loss: { primary: { forms } },
      commonCauses: vendor(0.5),
      controls: id === "a" ? [{ control: "x", acts: "loss", effectiveness: { min: 0.2, max: 0.9 } }] : [],
    }),
  );
  const { valueAtRisk, error } = exactAnnualLoss(set, { bracket: "rigorous" });
  for (const level of ["0.5", "0.9", "0.95", "0.99"] as const) {
    const { low, high, kind } = error.valueAtRisk[level] as { low: number; high: number; kind: string };
    expect(kind).toBe("bracket");
    expect(low).toBeLessThan(valueAtRisk[level]);
    expect(high).toBeGreaterThan(valueAtRisk[level]);
    expect(high / low - 1).toBeLessThan(0.1);
  }
});

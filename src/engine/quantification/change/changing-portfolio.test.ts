import { describe, expect, test } from "vitest";
import { mixedScenarios } from "../../../../test/harness/mixed-scenarios.ts";
import { plainScenario } from "../../../../test/harness/plain-scenario.ts";
import type { AnnualLoss } from "../annual-loss.ts";
import { exactAnnualLoss } from "../exact/exact-annual-loss.ts";
import type { Scenario } from "../scenario.ts";
import { changingPortfolio } from "./changing-portfolio.ts";

const vendor = (probability: number) => [{ cause: "vendor", strikes: { low: 0.1, high: 0.8 }, probability }];
const portfolio: readonly Scenario[] = [
  ...mixedScenarios,
  plainScenario("struck", { frequency: 0.2, loss: { primary: { low: 2e4, high: 2e5 } }, commonCauses: vendor(0.6) }),
  plainScenario("struck-too", {
    frequency: 0.1,
    loss: { primary: { low: 1e4, high: 1e6 } },
    commonCauses: vendor(0.3),
  }),
  ...Array.from({ length: 8 }, (_, k) =>
    plainScenario(`other-${k}`, { frequency: 0.1 * (k + 1), loss: { primary: { low: 3e3 * (k + 1), high: 1e5 } } }),
  ),
];
const replaced = (changed: Scenario) => [...portfolio.filter(({ id }) => id !== changed.id), changed];

function expectAgreement(quick: AnnualLoss, whole: AnnualLoss): void {
  expect(quick.expectedAnnualLoss).toBe(whole.expectedAnnualLoss);
  expect(quick.standardDeviation).toBe(whole.standardDeviation);
  expect(quick.probabilityOfLoss).toBe(whole.probabilityOfLoss);
  for (const level of ["0.5", "0.9", "0.95", "0.99"] as const) {
    const off = Math.abs(quick.valueAtRisk[level] - whole.valueAtRisk[level]);
    expect(off / Math.max(whole.valueAtRisk[level], 0.05 * whole.valueAtRisk["0.99"])).toBeLessThan(1e-4);
  }
  for (const level of ["0.95", "0.99"] as const) {
    expect(Math.abs(quick.expectedShortfall[level] / whole.expectedShortfall[level] - 1)).toBeLessThan(1e-4);
  }
}

describe("a portfolio of which one scenario changes", () => {
  const changing = changingPortfolio(portfolio);
  const named = (id: string) => portfolio.find((one) => one.id === id)!;

  test("before any change its figures have the bits of the exact engine", () => {
    expect(changing.annualLoss).toEqual(exactAnnualLoss(portfolio));
  });

  test.each<[string, Scenario]>([
    ["a slower rate", { ...named("fixed"), frequency: 0.4 }],
    ["a higher loss", { ...named("fixed"), loss: { primary: { low: 2e4, high: 6e5 } } }],
    ["the same again", named("uncertain")],
    ["a control more", { ...named("uncertain"), controls: [{ control: "c", acts: "frequency", effectiveness: 0.6 }] }],
    ["no event at all", { ...named("controlled"), frequency: 0 }],
    ["more often struck by a common cause", { ...named("struck"), commonCauses: vendor(0.9) }],
    ["no longer struck by it", { ...named("struck-too"), commonCauses: [] }],
    ["newly struck by it", { ...named("other-3"), commonCauses: vendor(0.5) }],
    ["a scenario more", plainScenario("new", { frequency: 0.3, loss: { primary: { low: 1e4, high: 1e5 } } })],
    ["a loss that the grid cannot hold", { ...named("fixed"), loss: { primary: { low: 1e7, high: 4e8 } } }],
    ["a certain loss, which has steps of its own", { ...named("fixed"), loss: { primary: 123456 } }],
  ])("agrees with the whole computed anew: %s", (_, changed) => {
    expectAgreement(changing.with(changed), exactAnnualLoss(replaced(changed)));
  });

  test("several change at once", () => {
    const changed = [
      { ...named("fixed"), frequency: 0.5 },
      { ...named("struck"), commonCauses: vendor(0.2) },
    ];
    const rest = portfolio.filter(({ id }) => changed.every((one) => one.id !== id));
    expectAgreement(changing.with(...changed), exactAnnualLoss([...rest, ...changed]));
  });

  test("an answer does not depend on those before it", () => {
    const changed = { ...named("fixed"), frequency: 0.5 };
    const first = changing.with(changed);
    changing.with({ ...named("struck"), frequency: 3 });
    expect(changing.with(changed)).toEqual(first);
    expect(changingPortfolio(portfolio).with(changed)).toEqual(first);
  });
});

test("of a scenario that changes leaf by leaf every answer has the bits of a portfolio that is asked first", () => {
  const scenario = plainScenario("typed", {
    frequency: { low: 1, high: 4 },
    loss: {
      primary: { forms: { response: { low: 1e4, high: 8e4 }, replacement: { min: 1e3, mode: 5e3, max: 9e3 } } },
      secondary: { probability: { min: 0.1, max: 0.3 }, loss: { low: 5e4, high: 9e5 } },
    },
  });
  const secondary = scenario.loss.secondary!;
  const all = [...portfolio, scenario];
  const changing = changingPortfolio(all);
  for (const changed of [
    { ...scenario, frequency: { low: 1, high: 5 } },
    { ...scenario, loss: { ...scenario.loss, secondary: { ...secondary, loss: { low: 5e4, high: 8e5 } } } },
    { ...scenario, loss: { primary: { forms: { response: { low: 1e4, high: 9e4 }, replacement: 4e3 } }, secondary } },
    { ...scenario, frequency: { low: 2, high: 5 } },
  ]) {
    expect(changing.with(changed)).toEqual(changingPortfolio(all).with(changed));
  }
});

test("losses that are multiples of one amount keep their exact steps", () => {
  const coins = [1, 2, 3, 4].map((k) => plainScenario(`r${k}`, { frequency: 0.4, loss: { primary: 5000 * k } }));
  const changing = changingPortfolio(coins);
  for (const primary of [10000, 7000, { samples: [5000, 15000] }]) {
    const changed = { ...coins[1]!, loss: { primary } };
    const whole = exactAnnualLoss(coins.map((coin) => (coin.id === changed.id ? changed : coin)));
    const quick = changing.with(changed);
    expect(quick.valueAtRisk).toEqual(whole.valueAtRisk);
    expect(quick.expectedAnnualLoss).toBe(whole.expectedAnnualLoss);
    expect(Math.abs(quick.expectedShortfall["0.99"] / whole.expectedShortfall["0.99"] - 1)).toBeLessThan(1e-7);
  }
});

test("a portfolio in which nothing can be lost, and one of a single scenario", () => {
  const never = plainScenario("never", { frequency: 0 });
  const changing = changingPortfolio([never]);
  expect(changing.annualLoss.expectedAnnualLoss).toBe(0);
  const now = { ...never, frequency: 0.5 };
  expect(changing.with(now)).toEqual(exactAnnualLoss([now]));
  expect(changingPortfolio([now]).with(never).valueAtRisk["0.99"]).toBe(0);
  expect(changingPortfolio([]).with(now)).toEqual(exactAnnualLoss([now]));
});

test("many events, whose years lie in windows away from 0", () => {
  const many = [
    plainScenario("a", { frequency: 5000, loss: { primary: { low: 900, high: 1100 } } }),
    plainScenario("b", { frequency: { low: 90, high: 110 }, loss: { primary: { low: 100, high: 5000 } } }),
    plainScenario("c", { frequency: 2, loss: { primary: { low: 1e5, high: 3e6 } } }),
  ];
  const changed = { ...many[2]!, frequency: 1.5 };
  expectAgreement(changingPortfolio(many).with(changed), exactAnnualLoss([many[0]!, many[1]!, changed]));
});

test("an id given twice is refused", () => {
  expect(() => changingPortfolio([portfolio[0]!, portfolio[0]!])).toThrow(/^scenario fixed given twice; /);
});

import { describe, expect, test } from "vitest";
import { expectedLoss } from "../quantification/control/expected-loss.ts";
import type { Count } from "../quantification/scenario.ts";
import { countedControl } from "./counted-control.ts";
import { defaultScale } from "./default-scale.ts";
import type { ControlInUse, CountedControl } from "./risk-score.ts";
import { scenarioReader } from "./scenario-reading.ts";

const control = (acts: "frequency" | "loss", effectiveness: ControlInUse["effectiveness"], id = "c"): CountedControl =>
  countedControl({
    control: id,
    status: "working",
    acts,
    effectiveness,
  });

describe("scenarioReader", () => {
  test("a scenario that is certain is certain of its levels, and its mean is events × loss", () => {
    const read = scenarioReader(defaultScale, { frequency: 1, loss: { primary: 300_000 } });
    expect(read([])).toEqual({ likelihood: [0, 0, 0, 1, 0], impact: [0, 0, 0, 1, 0], expectedAnnualLoss: 300_000 });
  });

  test("a uniform quantity is in each level by the share of its range", () => {
    const { likelihood } = scenarioReader(defaultScale, { frequency: { min: 0, max: 2 }, loss: { primary: 1 } })([]);
    for (const [index, share] of [0.05, 0.1, 0.35, 0.5, 0].entries()) expect(likelihood[index]).toBeCloseTo(share, 8);
  });

  test("a 90 % interval from bound to bound leaves 5 % on either side", () => {
    const { impact } = scenarioReader(defaultScale, {
      frequency: 1,
      loss: { primary: { low: 30_000, high: 1_000_000 } },
    })([]);
    expect(impact[0]).toBeCloseTo(0.05, 8);
    expect(impact[4]).toBeCloseTo(0.05, 8);
    expect(impact.reduce((sum, p) => sum + p)).toBeCloseTo(1, 12);
  });

  test("controls act on their own axis, and means multiply", () => {
    const read = scenarioReader(defaultScale, { frequency: 4, loss: { primary: 50_000 } });
    const reading = read([control("frequency", { min: 0.4, max: 0.6 }), control("loss", 0.5)]);
    expect(reading.expectedAnnualLoss).toBeCloseTo(50_000, 6);
    expect(read([control("loss", 0.5)]).likelihood).toEqual(read([]).likelihood);
    expect(reading.impact).toEqual([1, 0, 0, 0, 0]);
  });

  test("secondary loss moves its share of the events", () => {
    const loss = { primary: 50_000, secondary: { probability: 0.25, loss: 2_000_000 } };
    const { impact, expectedAnnualLoss } = scenarioReader(defaultScale, { frequency: 1, loss })([]);
    expect(impact).toEqual([0, 0.75, 0, 0, 0.25].map((p) => expect.closeTo(p, 12)));
    expect(expectedAnnualLoss).toBeCloseTo(550_000, 6);
  });

  test("the order of controls changes no bit", () => {
    const scenario = { frequency: { low: 0.2, high: 4 }, loss: { primary: { low: 1e4, high: 1e6 } } };
    const controls = [
      control("frequency", { min: 0.1, mode: 0.3, max: 0.6 }, "a"),
      control("frequency", { alpha: 2, beta: 5 }, "b"),
      control("frequency", 0.1, "c"),
    ];
    expect(scenarioReader(defaultScale, scenario)(controls.toReversed())).toEqual(
      scenarioReader(defaultScale, scenario)(controls),
    );
  });

  test("a common cause makes events more likely by its strikes × probability", () => {
    const loss = { primary: 50_000 };
    const commonCauses = [{ cause: "vendor", strikes: 2, probability: 0.25 }];
    const own = scenarioReader(defaultScale, { frequency: 0.2, loss })([]);
    const struck = scenarioReader(defaultScale, { frequency: 0.2, loss, commonCauses })([]);
    expect(own.likelihood).toEqual([0, 1, 0, 0, 0]);
    expect(struck.likelihood).toEqual([0, 0, 1, 0, 0]);
    expect(struck.expectedAnnualLoss).toBeCloseTo(0.7 * 50_000, 6);
  });

  test("a control on the secondary loss makes it rarer, and leaves the frequency alone", () => {
    const loss = { primary: 50_000, secondary: { probability: 0.5, loss: 2_000_000 } };
    const read = scenarioReader(defaultScale, { frequency: 1, loss });
    const controls = [
      countedControl({ control: "c", status: "working", acts: "secondary", effectiveness: 0.8, coverage: 0.5 }),
    ];
    expect(read(controls).impact).toEqual([0, 0.7, 0, 0, 0.3].map((p) => expect.closeTo(p, 9)));
    expect(read(controls).likelihood).toEqual(read([]).likelihood);
  });

  test("its mean is the expected annual loss of the engine, whatever the count, the controls and the causes", () => {
    const shares = {
      effectiveness: { min: 0.2, mode: 0.5, max: 0.9 },
      coverage: 0.8,
      reliability: { alpha: 9, beta: 1 },
    };
    const controls = (["frequency", "loss", "secondary"] as const).flatMap((acts) =>
      ["a", "b"].map((control) =>
        countedControl({
          control,
          status: "working",
          acts,
          ...shares,
          mechanism: acts === "loss" ? "same" : undefined,
        }),
      ),
    );
    const counts: Count[] = [
      { kind: "poisson" },
      { kind: "negative-binomial", size: 0.5 },
      { kind: "zero-inflated", silent: 0.4 },
      { kind: "at-most-one" },
    ];
    for (const count of counts) {
      const scenario = {
        frequency: {
          threatEvents: { min: 0.2, max: 0.8 },
          vulnerability: { threatCapability: 0.5, resistance: { min: 0, max: 1 } },
        },
        count,
        loss: {
          primary: { forms: { fines: { low: 1e4, high: 1e5 }, response: 2e4 } },
          secondary: { probability: { alpha: 1, beta: 3 }, loss: { low: 1e5, high: 1e6, cap: 5e5 } },
        },
        commonCauses: [{ cause: "vendor", strikes: { low: 0.1, high: 1 }, probability: 0.3 }],
      };
      for (const acting of [[], controls]) {
        const expected = expectedLoss({ id: "a", system: "s", ...scenario, controls: acting });
        expect(scenarioReader(defaultScale, scenario)(acting).expectedAnnualLoss / expected).toBeCloseTo(1, 9);
      }
    }
  });
});

import { describe, expect, test } from "vitest";
import { exactAnnualLoss } from "../../../src/engine/quantification/exact/exact-annual-loss.ts";
import type { Scenario } from "../../../src/engine/quantification/scenario.ts";
import { ScenarioAnswers } from "./answer-scenario.ts";

const scenario = (id: string, part: Partial<Scenario> = {}): Scenario => ({
  id,
  system: "s",
  frequency: { low: 0.5, high: 5 },
  loss: { primary: { low: 1000, high: 20_000 } },
  controls: [],
  ...part,
});
const leaves = { frequency: { estimate: { low: 0.5, high: 5 }, kind: "events" as const } };
const answersWith = (others: Scenario[]) => {
  const answers = new ScenarioAnswers(() => 0);
  answers.hold(others, null);
  return answers;
};

describe("what is answered while a scenario is typed", () => {
  test("its own year, before and with its controls, and the portfolio's as if it were saved", () => {
    const control = { control: "c", acts: "frequency" as const, effectiveness: 0.5 };
    const typed = scenario("a", { controls: [control] });
    const { own, portfolio } = answersWith([scenario("a"), scenario("b")]).answer({
      kind: "draft",
      number: 1,
      leaves,
      scenario: typed,
    });
    expect(own!.residual).toEqual(exactAnnualLoss([typed]));
    expect(own!.inherent).toEqual(exactAnnualLoss([scenario("a")]));
    const whole = exactAnnualLoss([typed, scenario("b")]);
    expect(portfolio!.expectedAnnualLoss).toBe(whole.expectedAnnualLoss);
    expect(portfolio!.valueAtRisk["0.95"] / whole.valueAtRisk["0.95"]).toBeCloseTo(1, 3);
  });

  test("a scenario that is new joins the others", () => {
    const { portfolio } = answersWith([scenario("b")]).answer({
      kind: "draft",
      number: 1,
      leaves,
      scenario: scenario("a"),
    });
    expect(portfolio!.expectedAnnualLoss).toBeCloseTo(2 * exactAnnualLoss([scenario("b")]).expectedAnnualLoss, 6);
  });

  test("leaves are drawn although the scenario is not whole", () => {
    const { leaves: drawn, own } = answersWith([]).answer({ kind: "draft", number: 1, leaves, scenario: null });
    expect(drawn.frequency!.sample!.p05).toBeCloseTo(0.5, 9);
    expect(own).toBeNull();
  });

  test("what the engine refuses is said at the leaf, in what to do", () => {
    const wrong = { estimate: { low: 9, high: 3 }, kind: "money" as const };
    const answer = answersWith([]).answer({
      kind: "draft",
      number: 7,
      leaves: { ...leaves, "loss.primary": wrong },
      scenario: scenario("a", { loss: { primary: wrong.estimate } }),
    });
    expect(answer.number).toBe(7);
    expect(answer.leaves["loss.primary"]!.mistake).toBe("give 0 < low < high");
    expect(answer.leaves.frequency!.sample).toBeDefined();
    expect(answer.own).toBeNull();
  });

  test("an expert who cannot be read leaves the others drawn, and the whole refused", () => {
    const estimate = {
      pool: "linear" as const,
      experts: [{ estimate: { low: 1, high: 9 } }, { estimate: { low: 9, high: 1 } }],
    };
    const { leaves: drawn } = answersWith([]).answer({
      kind: "draft",
      number: 1,
      leaves: { frequency: { estimate, kind: "events" } },
      scenario: null,
    });
    expect(drawn.frequency!.mistake).toBeDefined();
  });

  test("a scenario that is impossible as a whole says so and keeps its leaves", () => {
    const typed = scenario("a", { frequency: 3, count: { kind: "at-most-one" } });
    const answer = answersWith([]).answer({ kind: "draft", number: 1, leaves, scenario: typed });
    expect(answer.mistake).toMatch(/frequency/);
    expect(answer.leaves.frequency!.sample).toBeDefined();
  });
});

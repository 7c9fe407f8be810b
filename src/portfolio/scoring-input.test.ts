import { describe, expect, test } from "vitest";
import { defaultScale } from "../engine/scoring/default-scale.ts";
import { quantificationInput } from "./quantification-input.ts";
import { type RatedRisk, scoringInput } from "./scoring-input.ts";

const context = {
  scale: defaultScale,
  controls: new Map([
    ["works", { status: "working" as const }],
    ["later", { status: "planned" as const, due: "2027-01-31" }],
    ["broken", { status: "failing" as const }],
  ]),
  rateOf: () => 0.5,
};
const use = (control: string, acts: "frequency" | "loss" = "frequency") => ({ control, acts, effectiveness: 0.5 });
const risk = (fields: Partial<RatedRisk>): RatedRisk => ({
  id: "drift",
  system: "fraud",
  category: "model",
  ...fields,
});

describe("scoringInput", () => {
  test("gives each control its record's status and date; an unknown control counts for nothing", () => {
    const { controls } = scoringInput(risk({ controls: [use("later"), use("works"), use("unknown")] }), context);
    expect(controls.map(({ control, status, due }) => [control, status, due])).toEqual([
      ["later", "planned", "2027-01-31"],
      ["works", "working", undefined],
    ]);
  });

  test("keeps of a judgement the levels", () => {
    const judged = {
      likelihood: 2,
      impact: { rights: 3 },
      basis: "judged",
      by: "mara",
      reason: "r",
      reviewBy: "2027-01-01",
    } as const;
    expect(scoringInput(risk({ residual: judged }), context).judged).toEqual({ likelihood: 2, impact: { rights: 3 } });
    expect(scoringInput(risk({}), context)).toMatchObject({
      judged: undefined,
      inherent: undefined,
      scenario: undefined,
    });
  });

  test("reads levels of a frequency as events a year, levels of a loss as money, and converts every amount", () => {
    const frequencies: NonNullable<RatedRisk["scenario"]>["frequency"][] = [
      { level: 3 },
      { threatEvents: { level: 3 }, vulnerability: 0.5 },
      { contact: { level: 3 }, action: 0.2, vulnerability: 0.5 },
    ];
    const perYear = { min: 0.3, max: 1 };
    const loss = {
      primary: { level: 2 },
      secondary: { probability: 0.1, loss: { low: 100, high: 200, currency: "USD" } },
    };
    const resolved = frequencies.map(
      (frequency) => scoringInput(risk({ scenario: { frequency, loss } }), context).scenario,
    );
    expect(resolved.map((scenario) => scenario?.frequency)).toEqual([
      perYear,
      { threatEvents: perYear, vulnerability: 0.5 },
      { contact: perYear, action: 0.2, vulnerability: 0.5 },
    ]);
    expect(resolved[0]?.loss).toEqual({
      primary: { min: 30_000, max: 100_000 },
      secondary: { probability: 0.1, loss: { low: 50, high: 100 } },
    });
  });
});

describe("quantificationInput", () => {
  test("counts no control in inherent, working ones in residual, planned ones too in target", () => {
    const scenario = { frequency: 1, loss: { primary: 5 } };
    const inputs = [
      scoringInput(risk({ scenario, controls: [use("works"), use("later", "loss"), use("broken")] }), context),
      scoringInput(risk({ id: "unquantified" }), context),
    ];
    const effects = (state: "inherent" | "residual" | "target") =>
      quantificationInput(inputs, state).map(({ id, controls }) => [id, controls.map(({ acts }) => acts)]);
    expect(effects("inherent")).toEqual([["drift", []]]);
    expect(effects("residual")).toEqual([["drift", ["frequency"]]]);
    expect(effects("target")).toEqual([["drift", ["frequency", "loss"]]]);
    expect(quantificationInput(inputs, "residual")[0]).toMatchObject({ system: "fraud", ...scenario });
  });
});

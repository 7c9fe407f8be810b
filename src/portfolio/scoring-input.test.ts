import { describe, expect, test } from "vitest";
import { defaultScale } from "../engine/scoring/default-scale.ts";
import { quantificationInput } from "./quantification-input.ts";
import { type RatedRisk, scoringInput } from "./scoring-input.ts";

const context = {
  scale: defaultScale,
  controls: new Map([
    ["works", { status: "working" as const }],
    [
      "rated",
      { status: "working" as const, effectiveness: 0.6, coverage: { value: 0.9, by: "mara" }, mechanism: "filter" },
    ],
    ["later", { status: "planned" as const, due: "2027-01-31" }],
    ["broken", { status: "failing" as const }],
  ]),
  dependencies: new Map([
    ["vendor", { strikes: { low: 0.1, high: 1, source: "status page" } }],
    ["feed", {}],
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

  test("takes of a control what the risk does not say of it; without an effectiveness it counts for nothing", () => {
    const uses = [
      { control: "rated", acts: "secondary" as const, reliability: { min: 0.5, max: 1 } },
      { control: "rated", acts: "loss" as const, effectiveness: 0.2, coverage: 0.4 },
      { control: "works", acts: "loss" as const },
    ];
    const { controls } = scoringInput(risk({ controls: uses }), context);
    expect(controls).toEqual([
      {
        control: "rated",
        status: "working",
        acts: "secondary",
        effectiveness: 0.6,
        coverage: 0.9,
        reliability: { min: 0.5, max: 1 },
        mechanism: "filter",
      },
      { control: "rated", status: "working", acts: "loss", effectiveness: 0.2, coverage: 0.4, mechanism: "filter" },
    ]);
  });

  test("gives a common cause the strikes of its dependency, and leaves out one that never strikes", () => {
    const { scenario } = scoringInput(
      risk({
        scenario: {
          frequency: 1,
          count: { kind: "negative-binomial", size: 2 },
          loss: { primary: 5 },
          commonCauses: ["vendor", "feed", "unknown"].map((cause) => ({ cause, probability: { value: 0.3 } })),
        },
      }),
      context,
    );
    expect(scenario).toEqual({
      frequency: 1,
      count: { kind: "negative-binomial", size: 2 },
      loss: { primary: 5 },
      commonCauses: [{ cause: "vendor", strikes: { low: 0.1, high: 1 }, probability: 0.3 }],
    });
  });

  test("reads force against resistance, and money by form", () => {
    const { scenario } = scoringInput(
      risk({
        scenario: {
          frequency: {
            threatEvents: 4,
            vulnerability: { threatCapability: { min: 0.2, max: 0.9, by: "mara" }, resistance: { value: 0.5 } },
          },
          loss: {
            primary: { forms: { fines: { low: 100, high: 200, currency: "USD" }, response: 7 } },
            secondary: { probability: { value: 0.1, source: "claims" }, loss: { forms: { reputation: { level: 1 } } } },
          },
        },
      }),
      context,
    );
    expect(scenario).toEqual({
      frequency: { threatEvents: 4, vulnerability: { threatCapability: { min: 0.2, max: 0.9 }, resistance: 0.5 } },
      loss: {
        primary: { forms: { fines: { low: 50, high: 100 }, response: 7 } },
        secondary: { probability: 0.1, loss: { forms: { reputation: { min: 0, max: 30_000 } } } },
      },
    });
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

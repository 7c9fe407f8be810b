import { expect, test } from "vitest";
import { countedControl } from "./counted-control.ts";
import { defaultScale } from "./default-scale.ts";
import { ratingPlacement } from "./rating-placement.ts";
import type { CountedControl } from "./risk-score.ts";
import { scoreSteps } from "./score-steps.ts";

const halving = (control: string, status: "working" | "planned"): CountedControl =>
  countedControl({
    control,
    status,
    acts: "frequency",
    effectiveness: 0.5,
  });

test("controls are counted one upon the other, each with what it takes away", () => {
  const placement = ratingPlacement(defaultScale, { likelihood: 5, impact: 2 })!;
  const working = [halving("a", "working"), halving("b", "working"), halving("c", "working")];
  const steps = scoreSteps({
    working,
    planned: [],
    inherent: placement([]),
    judged: null,
    residual: placement(working),
    target: placement(working),
    workTo: placement,
    planTo: placement,
  });
  // 5.48, 2.74, 1.37, 0.68 events a year
  expect(steps.map(({ kind, control, after }) => [kind, control ?? "", after.likelihood])).toEqual([
    ["inherent", "", 5],
    ["working-control", "a", 4],
    ["working-control", "b", 4],
    ["working-control", "c", 3],
    ["residual", "", 3],
    ["target", "", 3],
  ]);
  expect(steps[1]).toMatchObject({ acts: "frequency", meanEffectiveness: 0.5 });
});

test("what was never rated has no steps, whatever its controls", () => {
  expect(
    scoreSteps({
      working: [halving("a", "working")],
      planned: [halving("b", "planned")],
      inherent: null,
      judged: null,
      residual: null,
      target: null,
      workTo: null,
      planTo: () => null,
    }),
  ).toEqual([]);
});

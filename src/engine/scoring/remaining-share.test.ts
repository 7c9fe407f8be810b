import { expect, test } from "vitest";
import { countedControl } from "./counted-control.ts";
import { remainingShare } from "./remaining-share.ts";
import type { ControlInUse, CountedControl } from "./risk-score.ts";

const control = (acts: "frequency" | "loss", effectiveness: ControlInUse["effectiveness"]): CountedControl =>
  countedControl({
    control: "c",
    status: "working",
    acts,
    effectiveness,
  });

test("controls multiply on the axis on which they act, and only there", () => {
  const controls = [control("frequency", 0.5), control("loss", 0.2), control("frequency", { min: 0.2, max: 0.6 })];
  expect(remainingShare(controls, "frequency")).toBeCloseTo(0.3, 12);
  expect(remainingShare(controls, "loss")).toBe(0.8);
});

test("no control leaves everything, a perfect one nothing", () => {
  expect(remainingShare([], "loss")).toBe(1);
  expect(remainingShare([control("loss", 1), control("loss", 0.5)], "loss")).toBe(0);
});

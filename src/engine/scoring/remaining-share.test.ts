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

test("a control leaves what its coverage and its reliability miss", () => {
  const review = countedControl({
    control: "review",
    status: "working",
    acts: "secondary",
    effectiveness: 0.8,
    coverage: 0.5,
    reliability: 0.9,
  });
  expect(remainingShare([review], "secondary")).toBeCloseTo(0.64, 12);
  expect(remainingShare([review], "loss")).toBe(1);
});

test("of controls with one mechanism the strongest counts, by the mean of the maximum; others multiply", () => {
  const filter = (id: string, effectiveness: ControlInUse["effectiveness"], mechanism?: string) =>
    countedControl({ control: id, status: "working", acts: "loss", effectiveness, mechanism });
  expect(remainingShare([filter("a", 0.5, "filter"), filter("b", 0.3, "filter")], "loss")).toBeCloseTo(0.5, 12);
  // Two uniform on [0, 1]: E[max] = 2/3.
  const uniform = { min: 0, max: 1 };
  const alike = [filter("a", uniform, "filter"), filter("b", uniform, "filter")];
  expect(remainingShare(alike, "loss")).toBeCloseTo(1 / 3, 9);
  expect(remainingShare([filter("a", uniform), filter("b", uniform)], "loss")).toBeCloseTo(1 / 4, 12);
  expect(remainingShare([...alike, filter("c", 0.5), filter("d", 0.5, "other")], "loss")).toBeCloseTo(1 / 12, 9);
});

import { expect, test } from "vitest";
import { countedControl } from "./counted-control.ts";
import { defaultScale } from "./default-scale.ts";
import { ratingPlacement } from "./rating-placement.ts";
import type { CountedControl } from "./risk-score.ts";

const control = (acts: "frequency" | "loss", effectiveness: number): CountedControl =>
  countedControl({
    control: `${acts}-${effectiveness}`,
    status: "working",
    acts,
    effectiveness,
  });

test("controls on frequency lower the likelihood, controls on loss the impact", () => {
  const placement = ratingPlacement(defaultScale, { likelihood: 4, impact: { rights: 5, money: 3 } })!;
  expect(placement([])).toMatchObject({ likelihood: 4, impact: 5, score: 20, band: "critical" });
  expect(placement([control("frequency", 0.5)])).toMatchObject({ likelihood: 3, impact: 5, score: 15, band: "high" });
  // 1,732,051 × 0.5 = 866,025: major. × 0.1 = 173,205: serious.
  expect(placement([control("loss", 0.5)])).toMatchObject({ likelihood: 4, impact: 4 });
  expect(placement([control("loss", 0.9)])).toMatchObject({ likelihood: 4, impact: 3 });
});

test("several weak controls lower a level together that each alone leaves", () => {
  const placement = ratingPlacement(defaultScale, { likelihood: 4, impact: 3 })!;
  const [first, second] = [control("frequency", 0.3), control("frequency", 0.31)];
  expect(placement([first]).likelihood).toBe(4);
  expect(placement([second]).likelihood).toBe(4);
  expect(placement([first, second]).likelihood).toBe(3);
});

test("a rating that names no impact places nothing", () => {
  expect(ratingPlacement(defaultScale, { likelihood: 4, impact: {} })).toBeNull();
});

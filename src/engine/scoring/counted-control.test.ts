import { expect, test } from "vitest";
import { countedControl } from "./counted-control.ts";

test("keeps the control as it is and adds the mean", () => {
  const control = { control: "a", status: "planned", acts: "loss", effectiveness: { alpha: 1, beta: 3 } } as const;
  expect(countedControl(control)).toEqual({ ...control, meanEffectiveness: 0.25 });
});

test("refuses an effectiveness that is no probability", () => {
  expect(() => countedControl({ control: "a", status: "working", acts: "loss", effectiveness: 2 })).toThrow(
    "give a probability from 0 to 1",
  );
});

test("what it takes away is effectiveness × coverage × reliability, each by its mean", () => {
  const control = { control: "a", status: "working", acts: "secondary", effectiveness: 0.8 } as const;
  const mean = (shares: object) => countedControl({ ...control, ...shares }).meanEffectiveness;
  expect(mean({ coverage: { min: 0.2, max: 0.8 } })).toBeCloseTo(0.4, 12);
  expect(mean({ reliability: { alpha: 9, beta: 1 } })).toBeCloseTo(0.72, 12);
  expect(mean({ coverage: 0.5, reliability: 0.25 })).toBeCloseTo(0.1, 12);
});

test.each(["coverage", "reliability"])("refuses a %s that is no probability, by its name", (share) => {
  const control = { control: "a", status: "working", acts: "loss", effectiveness: 0.5 } as const;
  expect(() => countedControl({ ...control, [share]: 3 })).toThrow(`${share} 3 is not an estimate`);
});

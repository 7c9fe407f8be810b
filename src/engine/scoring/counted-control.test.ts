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

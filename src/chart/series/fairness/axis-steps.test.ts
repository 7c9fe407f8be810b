import fc from "fast-check";
import { expect, test } from "vitest";
import { axisPlace, axisSteps } from "./axis-steps.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });

test("every value lies on the stretch, round values are few and evenly apart, places keep their order", () => {
  fc.assert(
    fc.property(fc.array(share, { minLength: 1 }), fc.integer({ min: 3, max: 8 }), (values, most) => {
      const steps = axisSteps(values, [0, 1], most);
      expect(steps.from).toBeLessThanOrEqual(Math.min(...values));
      expect(steps.to).toBeGreaterThanOrEqual(Math.max(...values));
      expect(steps.from).toBeGreaterThanOrEqual(0);
      expect(steps.to).toBeLessThanOrEqual(1);
      expect(steps.at.length).toBeLessThanOrEqual(most);
      const apart = steps.at.slice(1).map((value, k) => Number((value - steps.at[k]!).toPrecision(9)));
      expect(new Set(apart).size).toBeLessThanOrEqual(1);
      const x = axisPlace(steps, 10, 110);
      const sorted = [...values].sort((a, b) => a - b).map(x);
      expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
      for (const place of sorted) expect(place >= 10 && place <= 110).toBe(true);
    }),
  );
});

test("what lies beyond the ends is put on them; nothing known is the whole axis", () => {
  const steps = axisSteps([], [0, 1]);
  expect(steps).toMatchObject({ from: 0, to: 1 });
  const x = axisPlace(steps, 0, 200);
  expect([x(-3), x(0.5), x(7)]).toEqual([0, 100, 200]);
  expect(axisSteps([0.31, 0.58], [0, 1]).at).toEqual([0.3, 0.4, 0.5]);
});

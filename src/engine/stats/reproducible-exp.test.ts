import { expect, test } from "vitest";
import { drawUniform } from "./draw-uniform.ts";
import { reproducibleExp } from "./reproducible-exp.ts";

test("agrees with the engine's to 2e-15 over its whole range", () => {
  const stream = Int32Array.of(1, 2, 3, 4);
  let worst = 0;
  for (let i = 0; i < 200_000; i++) {
    const x = (drawUniform(stream) - 0.5) * 1416;
    worst = Math.max(worst, Math.abs(reproducibleExp(x) / Math.exp(x) - 1));
  }
  expect(worst).toBeLessThan(2e-15);
});

test.each([
  [0, 1],
  [Math.LN2, 2],
  [-Math.LN2, 0.5],
  [1, Math.E],
  [709.78, 1.7928227943945155e308],
  [709.8, Number.POSITIVE_INFINITY],
  [-745.3, 0],
  [Number.NEGATIVE_INFINITY, 0],
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
])("exp(%s) is %s", (x, expected) => {
  if (expected === 0 || expected === Number.POSITIVE_INFINITY) expect(reproducibleExp(x)).toBe(expected);
  else expect(Math.abs(reproducibleExp(x) / expected - 1)).toBeLessThan(2e-15);
});

test("exp of NaN is NaN, and subnormal results keep what digits they have", () => {
  expect(reproducibleExp(Number.NaN)).toBeNaN();
  expect(Math.abs(reproducibleExp(-740) - Math.exp(-740))).toBeLessThanOrEqual(5e-324);
});

test("the bits are these everywhere", () => {
  expect([-700.5, -1.25, 0.1, 3, 250.75].map(reproducibleExp)).toEqual([
    5.980196118639788e-305, 0.2865047968601901, 1.1051709180756475, 20.085536923187668, 7.931244481140791e108,
  ]);
});

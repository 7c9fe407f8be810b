import { expect, test } from "vitest";
import { drawUniform } from "./draw-uniform.ts";
import { reproducibleExp } from "./reproducible-exp.ts";
import { reproducibleLn } from "./reproducible-ln.ts";

const STREAM = (): Int32Array => Int32Array.of(1, 2, 3, 4);

test("exp agrees with the engine's to 2e-15 over its whole range", () => {
  const stream = STREAM();
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

test("ln agrees with the engine's to the last place or so, near 1 and at the ends too", () => {
  const stream = STREAM();
  for (let i = 0; i < 100_000; i++) {
    const u = drawUniform(stream);
    for (const x of [u, 1 + u * 1e-3, 1 - u * 1e-3, u * 1e300, u * 1e-308]) {
      expect(Math.abs(reproducibleLn(x) - Math.log(x)) <= 4.5e-16 * Math.abs(Math.log(x))).toBe(true);
    }
  }
});

test.each([
  [1, 0],
  [0, Number.NEGATIVE_INFINITY],
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  [-1, Number.NaN],
  [Number.NaN, Number.NaN],
  [5e-324, -744.4400719213812],
])("ln(%s) is %s", (x, expected) => {
  expect(reproducibleLn(x)).toBe(expected);
});

test("ln undoes exp", () => {
  for (let x = -700; x <= 700; x += 0.7) {
    expect(Math.abs(reproducibleLn(reproducibleExp(x)) - x)).toBeLessThan(4e-15 + 3e-16 * Math.abs(x));
  }
});

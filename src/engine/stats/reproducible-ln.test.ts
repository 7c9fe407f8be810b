import { expect, test } from "vitest";
import { drawUniform } from "./draw-uniform.ts";
import { reproducibleExp } from "./reproducible-exp.ts";
import { reproducibleLn } from "./reproducible-ln.ts";

test("agrees with the engine's to the last place or so, near 1 and at the ends too", () => {
  const stream = Int32Array.of(1, 2, 3, 4);
  let worst = 0;
  for (let i = 0; i < 100_000; i++) {
    const u = drawUniform(stream);
    for (const x of [u, 1 + u * 1e-3, 1 - u * 1e-3, u * 1e300, u * 1e-308]) {
      const expected = Math.log(x);
      worst = Math.max(worst, Math.abs(reproducibleLn(x) - expected) / Math.abs(expected));
    }
  }
  expect(worst).toBeLessThan(4.5e-16);
});

test.each([
  [1, 0],
  [0, Number.NEGATIVE_INFINITY],
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  [-1, Number.NaN],
  [Number.NEGATIVE_INFINITY, Number.NaN],
  [Number.NaN, Number.NaN],
  [5e-324, -744.4400719213812],
  [2.2250738585072014e-308, -708.3964185322641],
  [Number.MAX_VALUE, 709.782712893384],
])("ln(%s) is %s", (x, expected) => {
  expect(reproducibleLn(x)).toBe(expected);
});

test("ln undoes exp", () => {
  for (let x = -700; x <= 700; x += 0.7) {
    expect(Math.abs(reproducibleLn(reproducibleExp(x)) - x)).toBeLessThan(4e-15 + 3e-16 * Math.abs(x));
  }
});

test("never falls from a double to the next, where the method changes its interval", () => {
  for (const edge of [Math.SQRT1_2, 1, Math.SQRT2, 2, 2.2250738585072014e-308]) {
    const step = edge * 2 ** -52 || Number.MIN_VALUE;
    let before = reproducibleLn(edge - 200 * step);
    for (let i = -199; i <= 200; i++) {
      const value = reproducibleLn(edge + i * step);
      expect(value).toBeGreaterThanOrEqual(before);
      before = value;
    }
  }
});

test("the bits are these everywhere", () => {
  expect([1e-300, 0.3, 1.1, 7, 1e22].map(reproducibleLn)).toEqual([
    -690.7755278982137, -1.2039728043259361, 0.09531017980432493, 1.9459101490553132, 50.65687204586901,
  ]);
});

import { expect, test } from "vitest";
import { drawUniform } from "../../stats/draw-uniform.ts";
import { lognormal } from "../../stats/lognormal.ts";
import { inverseDraw } from "./inverse-draw.ts";

/** Draws beside the quantiles of the same uniforms. */
function pairs(quantile: (p: number) => number, count = 20_000): { drawn: number; exact: number }[] {
  const out = new Float64Array(count);
  inverseDraw(quantile).fill(Int32Array.of(1, 2, 3, 4), out, count);
  const uniforms = Int32Array.of(1, 2, 3, 4);
  return [...out].map((drawn) => ({ drawn, exact: quantile(drawUniform(uniforms)) }));
}

test("where the quantile is smooth the table is near it, and what it cannot hold is the quantile itself", () => {
  const { quantile } = lognormal({ mu: 0, sigma: 1 });
  for (const { drawn, exact } of pairs(quantile)) expect(Math.abs(drawn / exact - 1)).toBeLessThan(1e-4);
});

test("a jump stays a jump, a stretch without change stays one", () => {
  const stairs = (p: number) => (p < 0.3 ? 1 : p < 0.6001 ? 5 : 5 + p);
  for (const { drawn, exact } of pairs(stairs)) expect(Math.abs(drawn - exact)).toBeLessThan(1e-12);
});

test("quantiles are asked for when they are needed, once a place", () => {
  let asked = 0;
  const draw = inverseDraw((p) => {
    asked++;
    return p;
  });
  expect(asked).toBe(0);
  const out = new Float64Array(1e5);
  draw.fill(Int32Array.of(1, 2, 3, 4), out, 1);
  expect(asked).toBe(3);
  draw.fill(Int32Array.of(1, 2, 3, 4), out, 1e5);
  expect(asked).toBe(2049);
});

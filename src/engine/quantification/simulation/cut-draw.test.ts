import { expect, test } from "vitest";
import type { EstimateCuts } from "../estimate/estimate.ts";
import { cutDraw } from "./cut-draw.ts";
import { eachDraw } from "./estimate-draw.ts";

/** 0, 1, 2, … 9 and again, in order. */
function rising() {
  let next = 0;
  return { draw: eachDraw(() => next++ % 10), cdf: (x: number) => Math.min(1, Math.max(0, (Math.floor(x) + 1) / 10)) };
}

function drawn(cuts: EstimateCuts, count = 10): number[] | null {
  const draw = cutDraw(rising(), cuts);
  if (draw === null) return null;
  const out = new Float64Array(count);
  draw.fill(new Int32Array(4), out, count);
  return [...out];
}

test("what lies outside is drawn again, the ends are inside", () => {
  const kept = drawn({ truncate: { from: 3, to: 8 } }, 100)!;
  expect(new Set(kept)).toEqual(new Set([3, 4, 5, 6, 7, 8]));
  expect(new Set(drawn({ truncate: { from: 5 } }, 100))).toEqual(new Set([5, 6, 7, 8, 9]));
});

test("where little is kept there is no way to draw", () => {
  expect(drawn({ truncate: { from: 8 } })).toBeNull();
  expect(drawn({ truncate: { to: 1 } })).toBeNull();
});

test("a cap, then an insurer's layer", () => {
  expect(drawn({ cap: 4 })).toEqual([0, 1, 2, 3, 4, 4, 4, 4, 4, 4]);
  expect(drawn({ insurance: { deductible: 3, limit: 4 } })).toEqual([0, 1, 2, 3, 3, 3, 3, 3, 4, 5]);
  expect(drawn({ cap: 5, insurance: { deductible: 3, limit: 1 } })).toEqual([0, 1, 2, 3, 3, 4, 4, 4, 4, 4]);
  expect(drawn({})).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

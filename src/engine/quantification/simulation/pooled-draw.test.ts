import { expect, test } from "vitest";
import { certainDraw, eachDraw } from "./estimate-draw.ts";
import { pooledDraw } from "./pooled-draw.ts";

test("each is asked as often as their weight says", () => {
  const out = new Float64Array(100_000);
  pooledDraw([1, 2, 3].map(certainDraw), [1, 6, 3]).fill(Int32Array.of(1, 2, 3, 4), out, out.length);
  for (const [i, share] of [0.1, 0.6, 0.3].entries()) {
    const asked = out.filter((x) => x === i + 1).length / out.length;
    expect(Math.abs(asked - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / out.length));
  }
});

test("answers come in the order in which each was asked, at every length", () => {
  let next = 0;
  const counting = eachDraw(() => next++);
  const draw = pooledDraw([counting, certainDraw(-1)], [1, 1]);
  for (const count of [1, 7, 1000, 3]) {
    next = 0;
    const out = new Float64Array(count + 1);
    draw.fill(Int32Array.of(1, 2, 3, 4), out, count);
    const answers = [...out.subarray(0, count)].filter((x) => x >= 0);
    expect(answers).toEqual(answers.map((_, i) => i));
    expect(out[count]).toBe(0);
  }
});

import { expect, test } from "vitest";
import { drawUniform } from "./draw-uniform.ts";
import { startStream, streamKey } from "./stream-key.ts";

function started(seed: number, name: string, block: number, place: number): Int32Array {
  const stream = new Int32Array(4);
  startStream(stream, streamKey(seed, name), block, place);
  return stream;
}

test("the same key gives the same stream", () => {
  expect(started(7, "credit-bias", 3, 4)).toEqual(started(7, "credit-bias", 3, 4));
});

test("seed, name, block and place each make another stream, large seeds and near names included", () => {
  const states = [0, 1, 2, 2 ** 32, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER].flatMap((seed) =>
    ["", "a", "b", "ab", "ba", "a\u0000", "ä", "risk-1", "risk-2"].flatMap((name) =>
      [0, 1, 2, 1000].flatMap((block) => [0, 1, 16].map((place) => started(seed, name, block, place).join())),
    ),
  );
  expect(new Set(states).size).toBe(states.length);
});

test("streams that differ in one digit of their key, or by one block, are uncorrelated", () => {
  const n = 20_000;
  const streams = [
    ...Array.from({ length: 16 }, (_, i) => started(1, `risk-${i}`, 0, 0)),
    ...Array.from({ length: 8 }, (_, i) => started(1, "risk-0", i + 1, 0)),
    ...Array.from({ length: 8 }, (_, i) => started(1, "risk-0", 0, i + 1)),
    ...Array.from({ length: 8 }, (_, i) => started(i + 2, "risk-0", 0, 0)),
  ].map((stream) => Float64Array.from({ length: n }, () => Math.sqrt(12) * (drawUniform(stream) - 0.5)));
  for (const [i, a] of streams.entries()) {
    for (const b of streams.slice(i + 1)) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += a[k]! * b[k]!;
      expect(Math.abs(sum / n)).toBeLessThan(4.5 / Math.sqrt(n));
    }
  }
});

test("every bit of the first word is set in half of the streams", () => {
  const n = 4096;
  const counts = new Array<number>(32).fill(0);
  for (let i = 0; i < n; i++) {
    const word = started(1, "risk", i, 0)[0]!;
    for (let bit = 0; bit < 32; bit++) counts[bit]! += (word >>> bit) & 1;
  }
  for (const count of counts) expect(Math.abs(count - n / 2)).toBeLessThan(4 * Math.sqrt(n / 4));
});

test.each([-1, 0.5, Number.NaN, 2 ** 53])("seed %s is refused with a remedy", (seed) => {
  expect(() => streamKey(seed, "a")).toThrow(`seed not a whole number in [0, 2^53): ${seed}; give one such as 1`);
});

test("a key that would leave the generator in its one endless state is moved out of it", () => {
  // Found by inverting the mixing: block 0 and place 0 turn this key into four words of 0.
  const stream = new Int32Array(4);
  startStream(stream, Int32Array.of(0, 0, 666285201, -1640531527), 0, 0);
  expect(stream).toEqual(Int32Array.of(1, 0, 0, 0));
});

test("the streams of a seed and a name stay the same bits", () => {
  expect([...streamKey(1, "a")]).toEqual([-46063395, -34736120, 715794295, 349462055]);
  expect([...streamKey(Number.MAX_SAFE_INTEGER, "risk-1")]).toEqual([-73453574, 797447172, -24672157, 1008005565]);
  expect([...started(1, "a", 0, 0)]).toEqual([-972872587, -352734690, 1258474872, -1661949336]);
});

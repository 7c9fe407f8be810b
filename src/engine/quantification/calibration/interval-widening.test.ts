import { expect, test } from "vitest";
import { drawNormal } from "../../stats/draw-normal.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import { intervalWidening, widenedInterval } from "./interval-widening.ts";

test("counted by hand: of nine answers the ninth distance, of eight none", () => {
  const answers = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.9, 2.5].map((truth) => ({ low: -1, high: 1, truth }));
  expect(intervalWidening(answers, 0.9)).toBe(2.5);
  expect(intervalWidening(answers, 0.5)).toBe(0.5);
  expect(intervalWidening(answers.slice(1), 0.9)).toBeNull();
});

test("above 0 distance is measured by ratio, and the widened interval reaches the truth that set it", () => {
  const answer = { low: 10, high: 1000, truth: 10000 };
  expect(intervalWidening([answer], 0.5)).toBeCloseTo(2, 12);
  expect(widenedInterval(answer, 2)).toEqual({ low: expect.closeTo(1, 12), high: expect.closeTo(10000, 8) });
  expect(widenedInterval({ low: -2, high: 4 }, 2)).toEqual({ low: -5, high: 7 });
  expect(widenedInterval({ low: 3, high: 5 }, 1)).toEqual({ low: expect.closeTo(3, 12), high: expect.closeTo(5, 12) });
});

test("intervals widened by 19 answers hold the next truth about as often as they should", () => {
  const stream = new Int32Array(4);
  startStream(stream, streamKey(20262, "answers"), 0, 0);
  const draw = () => drawNormal(stream);
  let held = 0;
  const people = 4000;
  for (let person = 0; person < people; person++) {
    const answers = Array.from({ length: 19 }, () => ({ low: -0.6, high: 0.6, truth: draw() }));
    if (Math.abs(draw()) <= 0.6 * intervalWidening(answers, 0.9)!) held++;
  }
  expect(Math.abs(held / people - 0.9)).toBeLessThan(4 * Math.sqrt((0.9 * 0.1) / people));
});

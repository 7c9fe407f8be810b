import { expect, test } from "vitest";
import { nextWord } from "../../stats/stream.ts";
import { certainDraw, eachDraw, mappedDraw } from "./estimate-draw.ts";

const stream = () => Int32Array.of(1, 2, 3, 4);

test("a certain value fills without taking from the stream", () => {
  const given = stream();
  const out = new Float64Array(3);
  certainDraw(5).fill(given, out, 2);
  expect([...out]).toEqual([5, 5, 0]);
  expect(given).toEqual(stream());
  expect(certainDraw(5).certain).toBe(5);
});

test("draws are filled in the order of the stream, no more than asked for, and changed one by one", () => {
  const words = stream();
  const [first, second] = [nextWord(words), nextWord(words)];
  const out = new Float64Array(3);
  const draw = eachDraw(nextWord);
  draw.fill(stream(), out, 2);
  expect([...out]).toEqual([first, second, 0]);
  mappedDraw(draw, (x) => x + 0.5).fill(stream(), out, 2);
  expect([...out]).toEqual([first + 0.5, second + 0.5, 0]);
  expect(draw.certain).toBeNull();
});

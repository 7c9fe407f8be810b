import { expect, test } from "vitest";
import { overlaps } from "./box.ts";
import { placeDots } from "./place-dots.ts";

const cell = { left: 0, top: 0, right: 131, bottom: 52 };
const room = { cell, pitch: 14, taken: [], arrows: [] };

test("dots stand in rows from the lower left", () => {
  const { dots, rest } = placeDots(10, room);
  expect(rest).toBeNull();
  expect(dots).toHaveLength(10);
  expect(dots[0]!.x).toBeLessThan(dots[1]!.x);
  expect(dots[0]!.y).toBe(dots[1]!.y);
  expect(dots[9]!.y).toBeLessThan(dots[0]!.y);
});

test("what does not fit is counted, and nobody is lost", () => {
  const { dots, rest } = placeDots(400, room);
  expect(dots.length).toBeGreaterThan(10);
  expect(dots.length + rest!.count).toBe(400);
});

test("dots keep off what stands there", () => {
  const label = { left: 10, top: 30, right: 90, bottom: 46 };
  const { dots } = placeDots(12, { ...room, taken: [label] });
  expect(dots).toHaveLength(12);
  for (const { x, y } of dots)
    expect(overlaps(label, { left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 })).toBe(false);
});

test("a cell without any room counts all of them", () => {
  expect(placeDots(3, { ...room, taken: [cell] })).toMatchObject({ dots: [], rest: { count: 3 } });
});

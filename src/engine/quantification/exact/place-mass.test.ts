import { expect, test } from "vitest";
import { placeMass } from "./place-mass.ts";
import type { Rounding } from "./rounding.ts";

function placed(at: number, rounding: Rounding) {
  const masses: Record<number, number> = {};
  const add = (cell: number, mass: number) => {
    masses[cell] = mass;
  };
  placeMass(at, 1, { rounding, add });
  return masses;
}

test("a place between cells is split so that its mean stays, or moved down or up", () => {
  expect(placed(2.25, "mean")).toEqual({ 2: 0.75, 3: 0.25 });
  expect(placed(2.25, "down")).toEqual({ 2: 1 });
  expect(placed(2.25, "up")).toEqual({ 3: 1 });
});

test("a place that only rounding keeps from a cell is that cell", () => {
  for (const rounding of ["mean", "down", "up"] as const) {
    expect(placed(0.3 / 0.1, rounding)).toEqual({ 3: 1 });
    expect(placed(0, rounding)).toEqual({ 0: 1 });
  }
});

import { expect, test } from "vitest";
import { atoms } from "../../stats/atoms.ts";
import type { Spectrum } from "./count-transform.ts";
import { eachEventTransform, multiplySpectrum, nothingLost } from "./event-loss.ts";
import { massesOf } from "./year-grid.ts";

const grid = { step: 1, cells: 16, first: 0 };
const secondary = { probability: { values: [0, 1], weights: [0.25, 0.75] }, loss: [atoms([0, 3])] };
const event = { primary: [atoms([0, 1]), atoms([0, 2])], secondary, multiplier: undefined };

test("addends convolve, and a secondary loss follows at each node of its probability", () => {
  const nodes: [number, number[]][] = [];
  const use = (loss: Spectrum, weight: number) => {
    nodes.push([weight, [...massesOf(loss, grid).masses.slice(0, 7)]]);
  };
  eachEventTransform(event, { grid, rounding: "mean", use });
  const close = (masses: number[]) => masses.map((mass) => expect.closeTo(mass, 12));
  expect(nodes).toEqual([
    [0.25, close([0.25, 0.25, 0.25, 0.25, 0, 0, 0])],
    [0.75, close([0.125, 0.125, 0.125, 0.25, 0.125, 0.125, 0.125])],
  ]);
});

test("an event loses nothing where all its addends do", () => {
  expect(nothingLost(event, 0)).toBe(0.25);
  expect(nothingLost(event, 1)).toBe(0.125);
  expect(nothingLost({ ...event, secondary: undefined }, 1)).toBe(0.25);
});

test("spectra multiply as complex numbers, one with itself too", () => {
  const one = { re: Float64Array.of(3), im: Float64Array.of(1) };
  multiplySpectrum(one, one);
  expect([one.re[0], one.im[0]]).toEqual([8, 6]);
});

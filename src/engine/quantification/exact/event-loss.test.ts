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

test("frequencies that are asked for are those among all, as often as they are asked for", () => {
  const transforms = (asked: number | undefined, laid = grid) => {
    const nodes: Spectrum[] = [];
    const use = ({ re, im }: Spectrum) => void nodes.push({ re: re.slice(0, 4), im: im.slice(0, 4) });
    eachEventTransform(event, { grid: laid, rounding: "mean", frequencies: asked, use });
    return nodes;
  };
  const coarse = { ...grid, step: 2 };
  const [fine, half] = [transforms(undefined), transforms(undefined, coarse)];
  for (let time = 0; time < 3; time++) {
    expect(transforms(4)).toEqual(fine);
    expect(transforms(4, coarse)).toEqual(half);
    expect(transforms(9)).toEqual(fine);
    expect(transforms(4, { ...grid, first: 16 })).not.toEqual(fine);
  }
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

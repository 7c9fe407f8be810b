import { expect, test } from "vitest";
import { defaultScale } from "../default-scale.ts";
import { matrixCells } from "./matrix-cell.ts";

test("cells tile the risks from nothing to the top of both scales", () => {
  const cells = matrixCells(defaultScale);
  expect(cells).toHaveLength(25);
  expect([cells[0]!.low, cells[24]!.high]).toEqual([0, 30_000_000]);
  for (const { likelihood, impact, band } of cells)
    expect(defaultScale.bandNames[band]).toBe(defaultScale.bands[likelihood - 1]![impact - 1]);
});

test("a band that has no name is refused", () => {
  expect(() => matrixCells({ ...defaultScale, bandNames: ["low", "high"] })).toThrow("band medium not among low, high");
});

import { expect, test } from "vitest";
import { raiseToFloor } from "./raise-to-floor.ts";

const names = ["low", "medium", "high"];
const grid = [
  ["low", "low", "low"],
  ["low", "medium", "high"],
];

test("raises the cells of the floor's impacts that lie below its band, and only these", () => {
  expect(raiseToFloor(grid, names, { impact: 2, band: "medium" })).toEqual([
    ["low", "medium", "medium"],
    ["low", "medium", "high"],
  ]);
});

test("leaves its input alone; an unknown band and an impact above the grid raise nothing", () => {
  raiseToFloor(grid, names, { impact: 1, band: "high" });
  expect(grid[0]).toEqual(["low", "low", "low"]);
  expect(raiseToFloor(grid, names, { impact: 1, band: "purple" })).toEqual(grid);
  expect(raiseToFloor(grid, names, { impact: 4, band: "high" })).toEqual(grid);
});

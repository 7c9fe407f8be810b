import { expect, test } from "vitest";
import { sheetAct } from "./sheet-keys.ts";

const size = { rows: 3, columns: 4 };
const press = (
  key: string,
  place = { row: 1, column: 1 },
  held: Partial<Record<"shiftKey" | "ctrlKey", boolean>> = {},
) => sheetAct(place, { key, shiftKey: false, ctrlKey: false, metaKey: false, ...held }, size);

test("arrows move and hold at the edge", () => {
  expect(press("ArrowDown")).toEqual({ kind: "go", to: { row: 2, column: 1 } });
  expect(press("ArrowDown", { row: 2, column: 1 })).toEqual({ kind: "go", to: { row: 2, column: 1 } });
});

test("Tab goes on to the next row, and leaves at either end", () => {
  expect(press("Tab", { row: 0, column: 3 })).toEqual({ kind: "go", to: { row: 1, column: 0 } });
  expect(press("Tab", { row: 1, column: 0 }, { shiftKey: true })).toEqual({ kind: "go", to: { row: 0, column: 3 } });
  expect(press("Tab", { row: 2, column: 3 })).toBeNull();
  expect(press("Tab", { row: 0, column: 0 }, { shiftKey: true })).toBeNull();
});

test("typing replaces, Enter opens what is there, Delete empties", () => {
  expect(press("7")).toEqual({ kind: "edit", typed: "7" });
  expect(press("Enter")).toEqual({ kind: "edit", typed: null });
  expect(press("Delete")).toEqual({ kind: "clear" });
  expect(press("z", undefined, { ctrlKey: true })).toEqual({ kind: "undo" });
});

test("keys of the browser are left to it", () => {
  expect(press("c", undefined, { ctrlKey: true })).toBeNull();
  expect(press("Shift")).toBeNull();
  expect(press(" ")).toBeNull();
});

import { expect, test } from "vitest";
import { factorAct } from "./factor-keys.ts";

const press = (
  key: string,
  held: Partial<Record<"ctrlKey" | "altKey", boolean>> = {},
  { column = 0, state = "open" as "open" | "closed" | "leaf" } = {},
) => factorAct(column, { key, ctrlKey: false, metaKey: false, altKey: false, ...held }, state);

test("Alt with an arrow moves a factor, and with another key is left to the browser", () => {
  expect(press("ArrowUp", { altKey: true })).toEqual({ kind: "move", move: "up" });
  expect(press("ArrowRight", { altKey: true })).toEqual({ kind: "move", move: "in" });
  expect(press("d", { altKey: true })).toBeNull();
});

test("Ctrl with Enter adds, Ctrl with Delete removes, Delete alone is the sheet's", () => {
  expect(press("Enter", { ctrlKey: true })).toEqual({ kind: "add" });
  expect(press("Delete", { ctrlKey: true })).toEqual({ kind: "remove" });
  expect([press("Delete"), press("Enter"), press("z", { ctrlKey: true })]).toEqual([null, null, null]);
});

test("on the name, left closes and right opens; elsewhere they are the sheet's", () => {
  expect(press("ArrowLeft")).toEqual({ kind: "close" });
  expect(press("ArrowRight", {}, { state: "closed" })).toEqual({ kind: "open" });
  expect([press("ArrowRight"), press("ArrowLeft", {}, { column: 3 })]).toEqual([null, null]);
  expect(press("ArrowLeft", {}, { state: "leaf" })).toBeNull();
});

import { expect, test } from "vitest";
import { gridMove } from "./grid-move.ts";

const size = { rows: 100, columns: 8, rowsPerPage: 20 };
const from = { row: 50, column: 3 };

test.each([
  [{ key: "ArrowDown" }, [51, 3]],
  [{ key: "ArrowUp" }, [49, 3]],
  [{ key: "ArrowRight" }, [50, 4]],
  [{ key: "ArrowLeft" }, [50, 2]],
  [{ key: "PageDown" }, [70, 3]],
  [{ key: "PageUp" }, [30, 3]],
  [{ key: "Home" }, [50, 0]],
  [{ key: "End" }, [50, 7]],
  [{ key: "Home", ctrlKey: true }, [0, 0]],
  [{ key: "End", metaKey: true }, [99, 7]],
  [{ key: "ArrowDown", ctrlKey: true }, [99, 3]],
] as const)("%o leads to %o", (key, [row, column]) => {
  expect(gridMove(from, key, size)).toEqual({ row, column });
});

test("edges hold", () => {
  expect(gridMove({ row: 0, column: 0 }, { key: "ArrowUp" }, size)).toEqual({ row: 0, column: 0 });
  expect(gridMove({ row: 99, column: 7 }, { key: "PageDown" }, size)).toEqual({ row: 99, column: 7 });
});

test("other keys are not movement", () => {
  expect(gridMove(from, { key: "e" }, size)).toBeNull();
});

import { expect, test } from "vitest";
import { layoutRanks } from "./rank-layout.ts";

const line = (id: string, ranks: number[] | null) => ({
  id,
  score: 0.5,
  low: 0.4,
  high: 0.6,
  rank: ranks === null ? null : 1,
  ranks,
  contributions: [],
  unrated: [],
});
const names = new Map([["a", "A scenario"]]);

test("a cell says its share where it has room, and nothing where it is next to nothing", () => {
  const { rows, places } = layoutRanks([line("a", [0.8, 0.195, 0.005]), line("b", null)], {
    names,
    width: 468,
    most: 9,
  });
  expect(places.map(({ text }) => text)).toEqual(["1"]);
  expect(rows.map(({ name }) => name)).toEqual([["A scenario"]]);
  const three = layoutRanks(
    [line("a", [0.8, 0.195, 0.005]), line("b", [0.2, 0.7, 0.1]), line("c", [0, 0.105, 0.895])],
    { names, width: 468, most: 9 },
  );
  expect(three.rows[0]!.cells.map(({ step, text }) => [step, text])).toEqual([
    [5, "80\u00a0%"],
    [2, "20\u00a0%"],
    [null, ""],
  ]);
});

test("places without room are put together as later, so that a row still sums to everything", () => {
  const n = 40;
  const even = Array.from({ length: n }, (_, k) => line(`s${k}`, Array(n).fill(1 / n)));
  const { places, rows, cell } = layoutRanks(even, { names, width: 358, most: 5 });
  expect(rows).toHaveLength(5);
  expect(places.at(-1)!.text).toBe(`${places.length}+`);
  expect(rows[0]!.cells.at(-1)!.text).toBe(`${Math.round((100 * (n - places.length + 1)) / n)}\u00a0%`);
  expect(cell.width).toBeGreaterThanOrEqual(30);
});

test("nothing ranked is nothing drawn", () => {
  expect(layoutRanks([line("a", null)], { names, width: 468, most: 9 })).toMatchObject({ rows: [], places: [] });
});

test("nearly always is not rounded up to always where its decimal has no room", () => {
  const ranks = (share: number) => [share, 1 - share, ...Array(28).fill(0)];
  const lines = Array.from({ length: 30 }, (_, k) => line(`s${k}`, ranks(0.995)));
  const { rows, cell } = layoutRanks(lines, { names, width: 358, most: 1 });
  expect(cell.width).toBeLessThan(36);
  expect(rows[0]!.cells[0]!.text).toBe("99\u00a0%");
});

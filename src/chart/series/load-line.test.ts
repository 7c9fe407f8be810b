import { expect, test } from "vitest";
import { frontier } from "./load-line.ts";

const grid = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((row) => [...row.trim()].map((cell) => cell === "#"));
const written = (text: string) => frontier(grid(text)).map((line) => line.map(({ x, y }) => `${x},${y}`).join(" "));

test("the line of a product of 12 or more on five by five steps down to the right", () => {
  const over = [5, 4, 3, 2, 1].map((likelihood) => [1, 2, 3, 4, 5].map((impact) => likelihood * impact >= 12));
  expect(frontier(over)).toEqual([
    [
      { x: 2, y: 0 },
      { x: 2, y: 2 },
      { x: 3, y: 2 },
      { x: 3, y: 3 },
      { x: 5, y: 3 },
    ],
  ]);
});

test("grids need not be square", () => {
  expect(written("..#\n..#")).toEqual(["2,0 2,2"]);
  expect(written("#\n.\n.")).toEqual(["0,1 1,1"]);
});

test("a frontier that turns back is one line still", () => {
  expect(written(".##\n..#\n.##")).toEqual(["1,0 1,1 2,1 2,2 1,2 1,3"]);
});

test("two frontiers are two lines, an island is a closed one", () => {
  expect(written("#.#\n#.#")).toEqual(["1,0 1,2", "2,0 2,2"]);
  const [island] = frontier(grid("...\n.#.\n..."));
  expect(island).toHaveLength(5);
  expect(island![0]).toEqual(island![4]);
});

test("every cell beside the frontier differs across it: the edges are counted for any grid", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const cells = Array.from({ length: 4 }, (_, row) =>
      Array.from({ length: 5 }, (_, column) => ((seed * 7919 + row * 104729 + column * 1299709) >> 3) % 3 === 0),
    );
    let changes = 0;
    for (const [row, line] of cells.entries())
      for (const [column, here] of line.entries()) {
        if (column < 4 && here !== line[column + 1]) changes += 1;
        if (row < 3 && here !== cells[row + 1]![column]) changes += 1;
      }
    const length = frontier(cells)
      .flatMap((line) =>
        line.slice(1).map((point, index) => Math.abs(point.x - line[index]!.x + point.y - line[index]!.y)),
      )
      .reduce((sum, part) => sum + part, 0);
    expect(length).toBe(changes);
  }
});

test("nothing over, or everything, has no line", () => {
  expect(written("..\n..")).toEqual([]);
  expect(written("##\n##")).toEqual([]);
});

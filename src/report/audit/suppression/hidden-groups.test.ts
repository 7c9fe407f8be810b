import fc from "fast-check";
import { expect, test } from "vitest";
import { hiddenGroups } from "./hidden-groups.ts";
import { rollUpEquations } from "./roll-up-equations.ts";

type Group = Readonly<Record<string, string>>;

/** All depths of a table of counts by attributes; 0 is all together. */
function rolledUp(cells: readonly { readonly group: Group; readonly count: number }[]) {
  const attributes = Object.keys(cells[0]?.group ?? {});
  const sums = new Map<string, { group: Group; count: number }>();
  for (let mask = 1; mask < 2 ** attributes.length; mask++) {
    for (const { group, count } of cells) {
      const own = Object.fromEntries(Object.entries(group).filter((_, k) => (mask >> k) & 1));
      const key = JSON.stringify(own);
      sums.set(key, { group: own, count: (sums.get(key)?.count ?? 0) + count });
    }
  }
  const groups = [...sums.values()];
  const all = cells.reduce((sum, { count }) => sum + count, 0);
  return { groups: groups.map(({ group }) => group), counts: [all, ...groups.map(({ count }) => count)] };
}

function hide(cells: readonly { readonly group: Group; readonly count: number }[], below = 10) {
  const { groups, counts } = rolledUp(cells);
  const equations = rollUpEquations(groups);
  const found = hiddenGroups({ equations, sizes: counts, counts: counts.map((count) => [count]), below });
  const names = [{}, ...groups].map((group) => Object.values(group).join(" ") || "all");
  return { ...found, names: [...found.hidden].map((place) => names[place]).sort(), groups, counts, equations };
}

const by = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([a, count]) => ({ group: { a }, count }));

test("nothing small, nothing hidden", () => {
  expect(hide(by({ x: 10, y: 900 })).names).toEqual([]);
});

test("beside one small group the next smallest is hidden, so that it cannot be found from the total", () => {
  expect(hide(by({ x: 4, y: 50, z: 900 })).names).toEqual(["x", "y"]);
  expect(hide(by({ x: 4, y: 900 })).names).toEqual(["x", "y"]);
});

test("hidden groups that together are small, or all near the limit, are not alone", () => {
  expect(hide(by({ x: 2, y: 3, z: 900, w: 70 })).names).toEqual(["w", "x", "y"]);
  // 9 + 9 is 18, and two counts below 10 make 18 in one way only.
  expect(hide(by({ x: 9, y: 9, z: 900, w: 70 })).names).toEqual(["w", "x", "y"]);
  expect(hide(by({ x: 9, y: 9, z: 9, v: 900 })).names).toEqual(["v", "x", "y", "z"]);
});

test("a group whose counts are as good as known hides no other", () => {
  const { groups, counts } = rolledUp(by({ x: 4, y: 50, z: 900 }));
  const about = {
    equations: rollUpEquations(groups),
    sizes: counts,
    counts: counts.map((count) => [count]),
    below: 10,
  };
  expect(hiddenGroups({ ...about, leeway: [954, 4, 50, 900] }).hidden).toEqual(new Set([1, 2]));
  expect(hiddenGroups({ ...about, leeway: [954, 4, 0, 900] }).hidden).toEqual(new Set([1, 2, 3]));
});

test("a total that is small is hidden with all its parts", () => {
  expect(hide(by({ x: 2, y: 3 })).names).toEqual(["all", "x", "y"]);
});

test("in a table of two attributes a row and a column need a second hidden cell each", () => {
  const counts = { "f a": 4, "f b": 100, "f c": 60, "m a": 90, "m b": 200, "m c": 300 };
  const cells = Object.entries(counts).map(([key, count]) => {
    const [sex, race] = key.split(" ") as [string, string];
    return { group: { sex, race }, count };
  });
  expect(hide(cells).names).toEqual(["f a", "f c", "m a", "m c"]);
});

const tables = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
    counts: fc.array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 400 })), {
      minLength: 64,
      maxLength: 64,
    }),
  })
  .map(({ sizes, counts }) => {
    const places = sizes.reduce<number[][]>(
      (rows, size) => rows.flatMap((row) => Array.from({ length: size }, (_, k) => [...row, k])),
      [[]],
    );
    return places
      .map((place, k) => ({
        group: Object.fromEntries(place.map((value, a) => [`a${a}`, `v${value}`])),
        count: counts[k]!,
      }))
      .filter(({ count }) => count > 0);
  })
  .filter((cells) => cells.length > 0);

test("no hidden count follows from the shown ones, whatever sums are combined", () => {
  fc.assert(
    fc.property(tables, (cells) => {
      const { hidden, groups, counts } = hide(cells);
      for (const [place, count] of counts.entries()) if (count < 10) expect(hidden).toContain(place);
      // Unknown are the cells; each count is a sum of some of them. What is shown spans what can be found.
      const sum = (place: number) =>
        cells.map(({ group }) => {
          const own = place === 0 ? {} : groups[place - 1]!;
          return Object.entries(own).every(([name, value]) => group[name] === value) ? 1 : 0;
        });
      const shown = counts.flatMap((_, place) => (hidden.has(place) ? [] : [sum(place)]));
      const rank = rankOf(shown);
      for (const place of hidden) expect(rankOf([...shown, sum(place)])).toBe(rank + 1);
    }),
    { numRuns: 300 },
  );
});

/** Rank over the rationals, by elimination in whole numbers. */
function rankOf(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => row.map(BigInt));
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rows.findIndex((row, r) => r >= rank && row[column] !== 0n);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    const top = rows[rank]!;
    for (let r = rank + 1; r < rows.length; r++) {
      const factor = rows[r]![column]!;
      if (factor !== 0n) rows[r] = rows[r]!.map((value, c) => value * top[column]! - factor * top[c]!);
    }
    rank++;
  }
  return rank;
}

test("two thousand small intersections are hidden in reasonable steps", () => {
  const cells = Array.from({ length: 2000 }, (_, k) => ({
    group: { a: `${k % 10}`, b: `${Math.floor(k / 10) % 20}`, c: `${Math.floor(k / 200)}` },
    count: 1 + ((k * 7919) % 40),
  }));
  const { hidden, counts } = hide(cells);
  expect(hidden.size).toBeGreaterThan(400);
  expect(hidden.size).toBeLessThan(counts.length);
});

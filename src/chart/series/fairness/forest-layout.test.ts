import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutForest } from "./forest-layout.ts";
import type { ForestRow, ForestSection } from "./forest-rows.ts";

const figure = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.3, noNaN: true }))
  .map(([estimate, half]) => ({
    estimate,
    low: Math.max(0, estimate - half),
    high: Math.min(1, estimate + half),
    level: 0.95,
    n: 100,
    method: "wilson",
  }));
const rows = fc.array(fc.oneof(figure, fc.constant({ estimate: null, reason: "no-positives" })), {
  minLength: 1,
  maxLength: 12,
});

function sectionOf(figures: readonly ForestRow["figure"][], at: number): ForestSection {
  return {
    title: "Race",
    rows: figures.map((each, k) => ({ key: String(k), label: `group ${k}`, n: 100, figure: each, mark: "plain" })),
    line: { at, over: "below", text: "0.8 of the highest rate" },
    left: 0,
  };
}

test("marks keep the order of their rates and lie inside the plot, rows one under the other, at any width", () => {
  fc.assert(
    fc.property(
      rows,
      fc.integer({ min: 300, max: 1200 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (figures, width, at) => {
        const { sections, plot, height, line } = layoutForest({
          sections: [sectionOf(figures, at)],
          overall: 0.5,
          width,
        });
        const placed = sections[0]!.rows;
        const known = placed.flatMap(({ value }, k) => (value ? [{ ...value, rate: figures[k]!.estimate! }] : []));
        const sorted = known.toSorted((a, b) => a.rate - b.rate).map(({ x }) => x);
        expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
        for (const { x, low, high } of known) {
          expect(low! <= x && x <= high!).toBe(true);
          expect(low).toBeGreaterThanOrEqual(Math.floor(plot.left));
          expect(high).toBeLessThanOrEqual(Math.ceil(plot.right));
        }
        const gaps = placed.slice(1).map(({ y }, k) => y - placed[k]!.y);
        for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(22);
        expect(placed.at(-1)!.y).toBeLessThan(height);
        const lineX = Number(/^M([\d.]+) /.exec(line)![1]);
        for (const { rate, x } of known) if (rate < at) expect(x).toBeLessThanOrEqual(lineX);
      },
    ),
  );
});

test("who has no rate has a reason in its place, never a mark at zero", () => {
  const { sections } = layoutForest({
    sections: [sectionOf([{ estimate: null, reason: "no-positives" }], 0.4)],
    overall: null,
    width: 390,
  });
  expect(sections[0]!.rows[0]).toMatchObject({ value: null, reason: "nobody has the positive label" });
  expect(sections[0]!.rows[0]!.words).toBe("group 0, 100 rows: nobody has the positive label");
});

test("a name that is too long is cut and kept whole beside it", () => {
  const long = "people whose country of birth was not recorded at the branch where they applied";
  const row = { key: "a", label: long, n: 4, figure: { estimate: null, reason: "empty" }, mark: "plain" as const };
  const { sections } = layoutForest({
    sections: [{ title: "", rows: [row], line: null, left: 7 }],
    overall: null,
    width: 640,
  });
  expect(sections[0]!.rows[0]!.title).toBe(long);
  expect(sections[0]!.rows[0]!.label.endsWith("…")).toBe(true);
  expect(sections[0]!.left).toBe("and 7 more in the table");
});

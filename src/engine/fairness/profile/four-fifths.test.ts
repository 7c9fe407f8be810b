import { expect, test } from "vitest";
import { selectionSource } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { MISSING } from "../cube/decision-cube.ts";
import { fourFifths } from "./four-fifths.ts";

const tableFor = (groups: readonly (readonly [number, number])[]) => selectionSource(groups).table;

test("known table: everything that is asked beside the ratio", () => {
  const { rows, reference } = fourFifths(
    tableFor([
      [30, 90],
      [48, 80],
    ]),
  );
  const comparison = rows[0]!.comparison!;
  expect(reference).toEqual({ g: "b" });
  expect(comparison.impactRatio).toBeCloseTo(0.555556, 6);
  expect(comparison.low).toBeCloseTo(0.394399, 6);
  expect(comparison.high).toBeCloseTo(0.782562, 6);
  expect(comparison.z).toBeCloseTo(-3.482717, 6);
  expect(comparison.hypergeometricSd).toBeCloseTo(-3.472459, 6);
  expect(comparison.shortfall).toBeCloseTo(11.294118, 6);
  expect(comparison.fisherTwoSided / 6.66225e-4).toBeCloseTo(1, 6);
  expect(comparison.fisherLess / 4.138809e-4).toBeCloseTo(1, 6);
  expect(comparison.midLess / 2.707571e-4).toBeCloseTo(1, 6);
  expect(comparison).toMatchObject({ fourFifths: "below", statistics: "significant" });
});

test("exactly 0.80 is not below, whatever doubles make of it", () => {
  // Questions and Answers 12: 60, 45, 48 and 51 % of one hundred each.
  const flags = fourFifths(
    tableFor([
      [60, 100],
      [45, 100],
      [48, 100],
      [51, 100],
    ]),
  ).rows.map(({ comparison }) => comparison?.fourFifths ?? null);
  expect(flags).toEqual([null, "below", "not-below", "not-below"]);
  for (let n = 5; n < 400; n += 5) {
    const { comparison } = fourFifths(
      tableFor([
        [4 * 37, 5 * n],
        [37, n],
      ]),
      { omitBelow: 0 },
    ).rows[0]!;
    if (37 <= n) expect(comparison!.fourFifths).toBe("not-below");
  }
});

test("one person would turn it", () => {
  const turned = (groups: readonly (readonly [number, number])[]) =>
    fourFifths(tableFor(groups)).rows[0]!.comparison!.ifOneMoved;
  expect(
    turned([
      [3, 10],
      [9, 20],
    ]),
  ).toEqual({ impactRatio: 1, reaches: "parity" });
  expect(
    turned([
      [1, 10],
      [3, 20],
    ]),
  ).toMatchObject({ reaches: "parity" });
  expect(
    turned([
      [30, 90],
      [48, 80],
    ]),
  ).toMatchObject({ reaches: "neither" });
  expect(
    turned([
      [70, 100],
      [90, 100],
    ]),
  ).toMatchObject({ reaches: "neither" });
  expect(
    turned([
      [71, 100],
      [90, 100],
    ]),
  ).toMatchObject({ reaches: "four-fifths" });
  expect(
    turned([
      [0, 10],
      [1, 10],
    ]),
  ).toEqual({ impactRatio: null, reaches: "parity" });
});

test("a ratio that is not below may be significant, and one that is below may not be", () => {
  const nyc = fourFifths(
    tableFor([
      [170, 390],
      [412, 797],
    ]),
  ).rows[0]!.comparison!;
  expect(nyc).toMatchObject({
    fourFifths: "not-below",
    statistics: "significant",
    decidedBy: "two-standard-deviations",
  });
  expect(nyc.z).toBeCloseTo(-2.6233, 4);
  const few = fourFifths(
    tableFor([
      [1, 10],
      [3, 20],
    ]),
  ).rows[0]!.comparison!;
  expect(few).toMatchObject({ fourFifths: "below", statistics: "not-significant", decidedBy: "fisher" });
});

test("small and unknown groups are listed, not compared; a small one is no reference", () => {
  const table = tableFor([
    [30, 90],
    [480, 800],
    [9, 10],
    [3, 4],
  ]);
  const named = { ...table, groups: [...table.groups.slice(0, 3), { g: MISSING }] };
  const result = fourFifths(named);
  expect(result.rows.map(({ role }) => role)).toEqual(["compared", "reference", "below-two-percent", "unknown-group"]);
  expect(result.unknownApplicants).toBe(4);
  expect(result.rows[2]!.share).toBeCloseTo(10 / 900, 12);
  expect(fourFifths(named, { omitBelow: 0 }).reference).toEqual({ g: "c" });
});

test("nobody selected: no ratio", () => {
  expect(
    fourFifths(
      tableFor([
        [0, 90],
        [0, 80],
      ]),
    ).rows.map(({ comparison }) => comparison),
  ).toEqual([null, null]);
});

test("nobody of a group selected: the ratio is 0 with a finite upper end; a group without applicants has no rate", () => {
  const { rows } = fourFifths(
    tableFor([
      [0, 40],
      [12, 60],
      [0, 0],
    ]),
    { omitBelow: 0 },
  );
  expect(rows[0]!.comparison).toMatchObject({ impactRatio: 0, low: 0, fourFifths: "below" });
  expect(rows[0]!.comparison!.high).toBeLessThan(1);
  expect(rows[2]).toMatchObject({ selectionRate: null, comparison: null });
});

test("with weights: sums of weights, and Kish's effective number in tests", () => {
  const n = Float64Array.of(0, 0, 0, 0, 0, 0, 30, 60, 0, 0, 0, 0, 0, 0, 0, 48, 32, 0, 0, 0, 0, 0, 0, 0, 78, 92, 0);
  const weight = n.map((rows) => 2.5 * rows);
  const table = {
    attributes: ["g"],
    groups: [{ g: "a" }, { g: "b" }],
    n,
    weight,
    weightSquares: n.map((rows) => 6.25 * rows),
    weights: "given",
  } as const;
  const [weighted] = fourFifths(table).rows;
  const [plain] = fourFifths({ ...table, weight: n, weightSquares: n, weights: "none" }).rows;
  expect(weighted).toMatchObject({ applicants: 225, selected: 75, share: plain!.share, role: "compared" });
  expect(weighted!.comparison!.z).toBeCloseTo(plain!.comparison!.z!, 12);
  expect(weighted!.comparison!.shortfall).toBeCloseTo(2.5 * plain!.comparison!.shortfall, 12);
});

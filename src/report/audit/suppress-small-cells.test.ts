import fc from "fast-check";
import { expect, test } from "vitest";
import { type MadeCell, madeAudit } from "../../../test/harness/made-audit.ts";
import type { OutcomeCounts } from "../../contract/audit-report.ts";
import { RATES } from "../../engine/fairness/rate/rate.ts";
import type { SharedAudit } from "./shared-audit.ts";
import { suppressSmallCells } from "./suppress-small-cells.ts";

type Group = Readonly<Record<string, string>>;
const outcomes = ["truePositives", "falseNegatives", "falsePositives", "trueNegatives"] as const;
type Outcome = (typeof outcomes)[number];

/** Decisions of every group by outcome, in the order true positives, false negatives, false positives, true negatives. */
function cellsOf(counts: Readonly<Record<string, readonly [number, number, number, number]>>): MadeCell[] {
  return Object.entries(counts).flatMap(([key, four]) =>
    four.flatMap((n, k): MadeCell[] =>
      n === 0 ? [] : [{ group: key.split(" "), label: k < 2 ? "1" : "0", decision: k % 2 === 0 ? "1" : "0", n }],
    ),
  );
}

const plain = {
  "f a": [60, 40, 20, 180],
  "f b": [3, 1, 1, 2],
  "f c": [40, 20, 30, 60],
  "m a": [160, 30, 30, 200],
  "m b": [30, 14, 12, 90],
  "m c": [70, 40, 20, 150],
} as const;

const find = (report: SharedAudit, group: Group) =>
  report.groups.find((each) => JSON.stringify(each.group) === JSON.stringify(group))!;

test("a small group loses its count and its figures, and others with it, so that it stays lost", () => {
  const shared = suppressSmallCells(madeAudit(cellsOf(plain)));
  const small = find(shared, { sex: "f", race: "b" });
  expect(small).toMatchObject({ n: null, hidden: "small", counts: null });
  expect(small.metrics.selectionRate).toEqual({ estimate: null, reason: "suppressed" });
  expect(find(shared, { sex: "m", race: "b" })).toMatchObject({ n: null, hidden: "gives-others-away" });
  expect(find(shared, { sex: "f", race: "c" }).n).toBeNull();
  expect(shared.rows).toBe(1303);
  expect(find(shared, { sex: "f" }).n).toBe(457);
  expect(shared).toMatchObject({ suppressed: { below: 10 }, countsHash: null, compatibility: null });
  expect(shared.warnings.at(-1)).toEqual({
    code: "suppressed",
    message: "counts from 1 to 9 are hidden, and so is what would give them away",
  });
});

test("few favourable decisions hide what is made of decisions, in that group and one beside it, and nothing else", () => {
  const report = madeAudit(cellsOf({ a: [4, 60, 3, 200], b: [50, 40, 30, 90], c: [70, 20, 60, 300] }), {
    protected: ["race"],
  });
  const shared = suppressSmallCells(report);
  const { metrics, n } = find(shared, { race: "a" });
  expect(n).toBe(267);
  expect(metrics.selectionRate).toEqual({ estimate: null, reason: "suppressed" });
  expect(metrics.truePositiveRate).toEqual({ estimate: null, reason: "suppressed" });
  expect(metrics.baseRate!.estimate).toBe(64 / 267);
  expect(find(shared, { race: "b" }).metrics.selectionRate!.estimate).toBeNull();
  expect(find(shared, { race: "c" }).metrics.selectionRate!.estimate).toBe(130 / 450);
});

test("that nobody of a group was selected is a finding, and is shown", () => {
  const report = madeAudit(cellsOf({ a: [0, 60, 0, 200], b: [50, 40, 30, 90], c: [70, 20, 60, 300] }), {
    protected: ["race"],
  });
  const shared = suppressSmallCells(report);
  expect(find(shared, { race: "a" }).metrics.selectionRate).toEqual(find(report, { race: "a" }).metrics.selectionRate);
  expect(shared.disparities[0]!.estimate).toBe(report.disparities[0]!.estimate);
});

test("a disparity keeps its gap where its ends are shown, and no digit that the hidden groups went into", () => {
  const shared = suppressSmallCells(
    madeAudit(
      cellsOf({ low: [20, 80, 20, 280], high: [180, 20, 90, 110], mid: [3, 2, 0, 3], near: [12, 11, 10, 30] }),
      {
        protected: ["race"],
        request: {
          limits: [
            {
              disparity: "demographicParityDifference",
              bound: 0.2,
              purpose: "p",
              rationale: "r",
              approvedBy: "mara",
              approvedOn: "2026-03-02",
            },
          ],
        },
      },
    ),
  );
  const [gap] = shared.disparities;
  expect(gap).toMatchObject({
    estimate: expect.closeTo(0.575, 12),
    low: null,
    high: null,
    n: null,
    pValue: null,
    debiased: null,
  });
  expect(gap!.groups.find(({ group }) => group.race === "mid")).toMatchObject({
    n: null,
    estimates: { selectionRate: null },
  });
  expect(shared.disparities.find(({ name }) => name === "equalizedOddsDifference")).toMatchObject({
    estimate: null,
    reason: "suppressed",
  });
  expect(shared.verdicts[0]).toMatchObject({
    verdict: "outside",
    figure: { estimate: expect.closeTo(0.575, 12), low: null, n: null },
    requiredN: null,
  });
  expect(shared.sentences).toEqual([
    "By race the selection rates differ by 57.5 points; the interval would give away the counts of a small group.",
  ]);
});

test("a report without small counts stays as it is", () => {
  const report = madeAudit(cellsOf({ a: [40, 60, 30, 200], b: [50, 40, 30, 90] }), { protected: ["race"] });
  expect(suppressSmallCells(report)).toEqual({ ...report, suppressed: { below: 10 } });
  expect(suppressSmallCells(report, 1)).toBe(report);
  expect(() => suppressSmallCells(report, 0)).toThrow("smallest count to be shown: 0; take a whole number from 1 on");
});

test("bins of a curve are joined until none of any group is sparse, the same for all", () => {
  const cells: MadeCell[] = ["f", "m"].flatMap((sex) =>
    Array.from({ length: 10 }, (_, k) => [
      { group: [sex], label: "1" as const, decision: "1" as const, score: 5 + 10 * k, n: 1 + 6 * k },
      { group: [sex], label: "0" as const, decision: "0" as const, score: 5 + 10 * k, n: 61 - 6 * k },
    ]).flat(),
  );
  const { calibration } = suppressSmallCells(madeAudit(cells, { protected: ["sex"] }));
  const edges = calibration.map(({ curve }) => curve.map(({ to }) => to));
  expect(new Set(edges.map(String)).size).toBe(1);
  for (const { curve, n } of calibration) {
    expect(curve.length).toBeGreaterThan(5);
    for (const { weight, observedRate } of curve) {
      expect(Math.round(weight * observedRate)).toBeGreaterThanOrEqual(10);
      expect(Math.round(weight * (1 - observedRate))).toBeGreaterThanOrEqual(10);
    }
    expect(curve.reduce((sum, { weight }) => sum + weight, 0)).toBe(n);
  }
});

test("tables of a law lose the same groups, and what their shares and ratios would tell", () => {
  const counts = {
    "f a": [90, 40, 20, 180],
    "f b": [3, 1, 1, 2],
    "m a": [160, 30, 30, 200],
    "m b": [30, 14, 12, 90],
  } as const;
  for (const profile of ["four-fifths", "ll144", "lending"] as const) {
    const shared = suppressSmallCells(madeAudit(cellsOf(counts), { request: { profile } }));
    if (shared.profile === null || !("tables" in shared.profile) || shared.profile.name === "custom") throw new Error();
    expect(shared.profile.name).toBe(profile);
    for (const { rows, attributes } of shared.profile.tables) {
      for (const row of rows) {
        const group = "group" in row ? row.group : row.category;
        const isHidden = find(shared, group).metrics.selectionRate!.estimate === null;
        expect("selected" in row ? row.selected : row.approved).toEqual(isHidden ? null : expect.any(Number));
        if ("share" in row && attributes.length === 2) expect(row.share).toBeNull();
        if (isHidden && "comparison" in row) expect(row.comparison).toBeNull();
      }
    }
  }
});

test("what the data are loses its small groups, and tables of one's own theirs", () => {
  const evidence = suppressSmallCells(madeAudit(cellsOf(plain), { request: { profile: "art10" } })).profile;
  if (evidence?.name !== "art10") throw new Error();
  const [crossed] = evidence.evidence.intersections;
  expect(crossed!.smallest.find(({ group }) => group.sex === "f" && group.race === "b")).toMatchObject({
    rows: null,
    share: null,
    positives: null,
  });
  const own = {
    title: "Own",
    tables: [
      { show: "rates" as const, attributes: ["sex", "race"], metrics: ["selectionRate"] },
      { show: "impact-ratio" as const, attributes: ["sex", "race"], metric: "selectionRate" },
      { show: "disparity" as const, attributes: ["sex", "race"], disparities: ["demographicParityDifference"] },
    ],
  };
  const shared = suppressSmallCells(madeAudit(cellsOf(plain), { request: { profile: own } }));
  if (shared.profile?.name !== "custom") throw new Error();
  const [rates, ratios, gaps] = shared.profile.tables;
  const small = ({ group }: { group: Group }) => group.sex === "f" && group.race === "b";
  expect(rates?.show === "rates" && rates.rows.find(small)).toMatchObject({
    n: null,
    metrics: { selectionRate: { estimate: null, reason: "suppressed" } },
  });
  expect(ratios?.show === "impact-ratio" && ratios.rows.find(small)).toMatchObject({
    rate: { estimate: null, reason: "suppressed" },
    ratio: null,
  });
  expect(gaps?.show === "disparity" && gaps.disparities[0]!.pValue).toBeNull();
});

test("a small level of a control feature is hidden too, though no group is small", () => {
  const cells = ["f", "m"].flatMap((sex, s) =>
    ["law", "art", "new"].flatMap((control, c): MadeCell[] => {
      const n = control === "new" ? 2 : 30 + 10 * c;
      return [
        { group: [sex], control, label: "1", decision: "1", n: n + s },
        { group: [sex], control, label: "0", decision: "0", n: 2 * n },
      ];
    }),
  );
  const whole = madeAudit(cells, { protected: ["sex"], request: { profile: "art10" } });
  expect(whole.controlled[0]!.strata).toHaveLength(3);
  const shared = suppressSmallCells(whole);
  expect(shared.groups.map(({ n }) => n)).toEqual(whole.groups.map(({ n }) => n));
  for (const { strata } of shared.controlled) {
    expect(strata.map(({ level }) => level.department)).not.toContain("new");
    for (const { difference } of strata) expect(Number((100 * difference).toFixed(9)) % 1).toBeCloseTo(0, 9);
  }
  if (shared.profile?.name !== "art10") throw new Error();
  const departments = shared.profile.evidence.attributes.find(({ attribute }) => attribute === "department")!.groups;
  expect(departments.find(({ group }) => group.department === "new")!.positives).toBeNull();
  expect(departments.filter(({ positives }) => positives === null)).toHaveLength(2);
});

/** Counts that a report tells of a place, each as the outcomes it is the sum of. */
function told(report: SharedAudit): { readonly group: Group; readonly of: readonly Outcome[]; readonly n: number }[] {
  const found: { group: Group; of: readonly Outcome[]; n: number }[] = [];
  const places = [{ group: {}, n: report.rows, metrics: report.overall, counts: report.counts }, ...report.groups];
  const positions: Readonly<Record<number, Outcome>> = {
    0: "truePositives",
    1: "falseNegatives",
    3: "falsePositives",
    4: "trueNegatives",
  };
  for (const { group, n, metrics, counts } of places) {
    if (n !== null) found.push({ group, of: outcomes, n });
    for (const [metric, figure] of Object.entries(metrics)) {
      const rate = RATES[metric as keyof typeof RATES] as
        | { of: readonly number[]; among: readonly number[] }
        | undefined;
      if (rate === undefined || figure.estimate === null || figure.n === null) continue;
      const of = (cells: readonly number[]) => cells.flatMap((cell) => positions[cell] ?? []);
      found.push({ group, of: of(rate.among), n: figure.n });
      found.push({ group, of: of(rate.of), n: Math.round(figure.estimate * figure.n) });
    }
    if (counts?.rows) for (const outcome of outcomes) found.push({ group, of: [outcome], n: counts.rows[outcome] });
  }
  const { profile } = report;
  const tables = profile === null || profile.name === "art10" || profile.name === "custom" ? [] : profile.tables;
  for (const row of tables.flatMap(({ rows }) => rows as readonly (typeof rows)[number][])) {
    const [group, n] = "group" in row ? [row.group, row.applicants] : [row.category, row.assessed];
    const selected = "selected" in row ? row.selected : row.approved;
    if (n !== null) found.push({ group, of: outcomes, n });
    if (selected !== null) found.push({ group, of: ["truePositives", "falsePositives"], n: selected });
  }
  return found;
}

const audits = fc
  .record({
    sexes: fc.integer({ min: 1, max: 3 }),
    races: fc.integer({ min: 1, max: 4 }),
    counts: fc.array(fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 10, max: 300 })), {
      minLength: 48,
      maxLength: 48,
    }),
    profile: fc.constantFrom("four-fifths" as const, "ll144" as const, "lending" as const, null),
  })
  .filter(({ counts }) => counts.slice(0, 4).some((n) => n > 0));

test("no small count of anything follows from what is shared, whatever is added and subtracted", () => {
  fc.assert(
    fc.property(audits, ({ sexes, races, counts, profile }) => {
      const groups = Array.from({ length: sexes * races }, (_, k) => `s${k % sexes} r${Math.floor(k / sexes)}`);
      const made = cellsOf(
        Object.fromEntries(
          groups.map((key, k) => [key, counts.slice(4 * k, 4 * k + 4) as [number, number, number, number]]),
        ),
      );
      const report = madeAudit(made, { request: { profile, settings: { ...defaults, replicates: 99 } } });
      const shared = suppressSmallCells(report);
      const finest = report.groups.filter(({ group }) => Object.keys(group).length === 2);
      const unknowns = finest.flatMap(({ group }) => outcomes.map((outcome) => ({ group, outcome })));
      const row = (group: Group, of: readonly Outcome[]) =>
        unknowns.map((unknown) =>
          of.includes(unknown.outcome) && Object.entries(group).every(([a, v]) => unknown.group[a] === v) ? 1 : 0,
        );
      const basis = basisOf(told(shared).map(({ group, of }) => row(group, of)));
      const places = [{ group: {}, counts: report.counts }, ...report.groups];
      for (const { group, counts: own } of places) {
        for (const of of questions) {
          const n = sumOf(own.rows!, of);
          const isNowhere = sumOf(report.counts.rows!, of) === 0;
          if (n > 0 && n < 10 && !isNowhere)
            expect(follows(basis, row(group, of)), `${JSON.stringify(group)} ${of}`).toBe(false);
        }
      }
    }),
    { numRuns: 40 },
  );
});

const defaults = {
  level: 0.95,
  seed: 1,
  comparison: "between-groups",
  reference: "largest",
  minimumSupport: 0,
  adjustment: "holm",
  dataSeenOn: null,
} as const;

const questions: readonly (readonly Outcome[])[] = [
  outcomes,
  ["truePositives", "falsePositives"],
  ["falseNegatives", "trueNegatives"],
  ["truePositives", "falseNegatives"],
  ["falsePositives", "trueNegatives"],
  ...outcomes.map((outcome) => [outcome]),
];

function sumOf(counts: OutcomeCounts, of: readonly Outcome[]): number {
  return of.reduce((sum, outcome) => sum + counts[outcome], 0);
}

type Row = readonly bigint[];

/** Rows in echelon form that span the same: in whole numbers, so that nothing is rounded. */
function basisOf(rows: readonly (readonly number[])[]): { readonly at: number; readonly row: Row }[] {
  const basis: { at: number; row: Row }[] = [];
  for (const each of rows) {
    const left = reduced(basis, each.map(BigInt));
    const at = left.findIndex((value) => value !== 0n);
    if (at >= 0) basis.push({ at, row: left });
  }
  return basis;
}

function reduced(basis: readonly { readonly at: number; readonly row: Row }[], row: Row): Row {
  let left = row;
  for (const { at, row: other } of basis) {
    const factor = left[at]!;
    if (factor !== 0n) left = left.map((value, k) => value * other[at]! - factor * other[k]!);
  }
  return left;
}

function follows(basis: readonly { readonly at: number; readonly row: Row }[], row: readonly number[]): boolean {
  return reduced(basis, row.map(BigInt)).every((value) => value === 0n);
}

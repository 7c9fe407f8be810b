import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classes, cubeOf, definitions, rowsFor } from "../../../test/oracle/fairness/arbitrary-decisions.ts";
import { decisionsCube } from "../../../test/oracle/fairness/decisions.ts";
import { type AuditSettings, auditCube } from "./audit.ts";
import { mergeCubes, subtractCubes } from "./cube/merge-cubes.ts";

const settings: AuditSettings = {
  attributes: ["sex", "race"],
  rule: { kind: "decision", favourable: "1" },
  seed: 1,
  draws: 199,
};
const cube = decisionsCube({ controls: ["dept"] });
const audit = auditCube(cube, settings);

test("every depth of groups, marginals with their own keys only", () => {
  expect(audit.rows).toBe(900);
  expect(audit.groups.map(({ group }) => Object.keys(group).join())).toEqual([
    ...new Array(2).fill("sex"),
    ...new Array(4).fill("race"),
    ...new Array(8).fill("sex,race"),
  ]);
  const rows = (keys: number) =>
    audit.groups.filter(({ group }) => Object.keys(group).length === keys).reduce((sum, { n }) => sum + n, 0);
  expect([rows(1), rows(2)]).toEqual([1800, 900]);
});

test("one disparity for each name and choice of attributes", () => {
  const keys = audit.disparities.map(({ name, attributes }) => `${name} ${attributes.join()}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toContain("equalizedOddsDifference sex,race");
  expect(keys).toContain("theilIndex sex");
  expect(keys).toContain("aucDifference race");
});

test("every figure has an interval that holds it, or a reason", () => {
  const figures = [
    ...Object.values(audit.overall),
    ...audit.groups.flatMap(({ metrics }) => Object.values(metrics)),
    ...audit.disparities,
  ];
  expect(figures.length).toBeGreaterThan(250);
  for (const figure of figures) {
    if (figure.estimate === null) expect(figure.reason).toMatch(/^[a-z-]+$/);
    else if (figure.low === null) expect(figure.reason).toMatch(/^no interval/);
    else {
      expect(figure.low).toBeLessThanOrEqual(figure.estimate + 1e-12);
      expect(figure.high).toBeGreaterThanOrEqual(figure.estimate - 1e-12);
      expect(figure).toMatchObject({ level: 0.95, n: expect.any(Number), method: expect.any(String) });
    }
  }
});

test("adjusted p-values are never smaller than the plain ones, by any adjustment", () => {
  for (const adjustment of ["holm", "benjamini-hochberg", "benjamini-yekutieli", "hierarchical"] as const) {
    const { disparities } = auditCube(cube, {
      ...settings,
      adjustment,
      disparities: ["demographicParityDifference", "accuracyRatio"],
    });
    for (const { pValue, adjustedPValue } of disparities) expect(adjustedPValue).toBeGreaterThanOrEqual(pValue!);
  }
});

test("bootstrap intervals beside the others where they are asked for", () => {
  const asked = { ...settings, disparities: ["equalizedOddsDifference", "theilIndex", "aucDifference"], deepest: 1 };
  const both = auditCube(cube, { ...asked, bootstrap: { replicates: 200 } }).disparities;
  expect(both.map(({ bootstrap }) => bootstrap?.estimate != null)).toEqual([true, false, false, true, false, false]);
  expect(both[0]!.bootstrap).toMatchObject({ method: "bootstrap-bca", level: 0.95 });
  expect(both[0]!.bootstrap!.estimate).toBeCloseTo(both[0]!.estimate!, 12);
  const clustered = auditCube(cube, { ...asked, bootstrap: { replicates: 200, clusters: "dept" } }).disparities;
  expect(clustered[0]!.bootstrap).toMatchObject({ method: "cluster-bootstrap-bca" });
  expect(auditCube(cube, asked).disparities[0]).not.toHaveProperty("bootstrap");
});

test("a difference and a ratio of the same rates are one test of the family", () => {
  const both = auditCube(cube, { ...settings, disparities: ["demographicParityDifference", "demographicParityRatio"] });
  const one = auditCube(cube, { ...settings, disparities: ["demographicParityDifference"] });
  expect(both.disparities[0]!.adjustedPValue).toBe(one.disparities[0]!.adjustedPValue);
  expect(both.disparities[1]!.adjustedPValue).toBe(both.disparities[0]!.adjustedPValue);
});

test("the same cube and seed give the same bits, from whatever parts it was merged", () => {
  const fewer = { ...settings, disparities: ["equalizedOddsDifference", "theilIndex", "aucDifference"] };
  const part = (third: number) => decisionsCube({ controls: ["dept"], rows: (k) => k % 3 === third });
  const merged = mergeCubes(part(2), mergeCubes(part(0), part(1)));
  expect(auditCube(merged, fewer)).toEqual(auditCube(cube, fewer));
  expect(auditCube(subtractCubes(merged, part(1)), fewer)).not.toEqual(auditCube(cube, fewer));
});

test.each(definitions.filter(({ task }) => task.kind === "classification"))(
  "any partition of the rows, in any order, gives the audit of the whole, bit for bit: scores $scores, weights $weights",
  (definition) => {
    const asked = { ...settings, draws: 9, disparities: ["equalizedOddsDifference", "aucDifference"], deepest: 1 };
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), rowsFor(definition)), { minLength: 1, maxLength: 4 }), (stretches) => {
        const whole = cubeOf(
          definition,
          stretches.flatMap(([, rows]) => rows),
        );
        const parts = [0, 1, 2, 3].map((part) =>
          cubeOf(
            definition,
            stretches.flatMap(([first, rows]) => rows.filter((_, k) => (k + first) % 4 === part)),
          ),
        );
        const merged = parts.toReversed().reduce((all, part) => mergeCubes(part, all));
        expect(auditCube(merged, asked)).toEqual(auditCube(whole, asked));
      }),
      { numRuns: 8 },
    );
  },
);

describe("verdicts", () => {
  const limit = {
    disparity: "demographicParityRatio",
    bound: 0.8,
    purpose: "screening",
    rationale: "four-fifths as a first sieve",
    approvedBy: "mara",
    approvedOn: "2026-03-02",
  };

  test("one for each choice of attributes, or for the one that is named", () => {
    const all = auditCube(cube, { ...settings, limits: [limit], disparities: [] });
    expect(all.verdicts.map(({ attributes }) => attributes.join())).toEqual(["sex", "race", "sex,race"]);
    const named = auditCube(cube, {
      ...settings,
      limits: [{ ...limit, attributes: ["race", "sex"] }],
      disparities: [],
    });
    expect(named.verdicts.map(({ attributes }) => attributes.join())).toEqual(["sex,race"]);
  });

  test("of a group without positives no true positive rate is within its limit", () => {
    const wide = { ...limit, disparity: "equalOpportunityDifference", bound: 0.999 };
    const { verdicts } = auditCube(cube, { ...settings, limits: [wide], disparities: [], dataSeenOn: "2026-01-01" });
    expect(verdicts.map(({ verdict, limitSet }) => [verdict, limitSet])).toEqual([
      ["within", "after-the-data"],
      ["not-enough-evidence", "after-the-data"],
      ["not-enough-evidence", "after-the-data"],
    ]);
  });
});

test("to a reference: the largest group unless one is named or the best rate is asked for", () => {
  const partsOf = (reference?: AuditSettings["reference"], minimumSupport = 0) =>
    auditCube(cube, {
      ...settings,
      minimumSupport,
      attributes: ["race"],
      comparison: "to-reference",
      ...(reference && { reference }),
      disparities: ["demographicParityDifference"],
    }).disparities[0]!.groups.find(({ part }) => part === "reference")?.group.race;
  expect(partsOf()).toBe("a");
  expect(partsOf({ kind: "named", group: { race: "b" } })).toBe("b");
  expect(partsOf({ kind: "best-rate" })).toBe("d");
  expect(partsOf({ kind: "best-rate" }, 30)).not.toBe("d");
});

test("control features: a gap that turns round is told", () => {
  const draws = [
    ["A", 512, 313, 89, 19],
    ["B", 353, 207, 17, 8],
    ["C", 120, 205, 202, 391],
    ["F", 22, 351, 24, 317],
  ] as const;
  const rows = draws.flatMap(([dept, ...counts]) =>
    counts.flatMap((n, k) =>
      Array.from({ length: n }, () => ({
        values: { sex: k < 2 ? "male" : "female", dept, race: "x", month: "1973-09" },
        decision: k % 2 === 0 ? "1" : "0",
      })),
    ),
  );
  const berkeley = auditCube(cubeOf({ ...classes, scores: "none" }, rows), {
    ...settings,
    attributes: ["sex"],
    controls: ["dept"],
    disparities: [],
  });
  expect(berkeley.controlled).toMatchObject([{ group: { sex: "female" }, pattern: "reverses" }]);
  expect(berkeley.warnings.map(({ code }) => code)).toContain("gap-reverses-within-control");
});

test("a regression has errors of groups, not rates", () => {
  const rows = Array.from({ length: 200 }, (_, k) => ({
    values: { sex: k % 2 === 0 ? "f" : "m" },
    label: k % 7,
    score: (k % 7) + (k % 2 === 0 ? 0.5 : -0.25) + (k % 5) / 10,
  }));
  const regression = auditCube(
    cubeOf({ attributes: ["sex"], task: { kind: "regression" }, scores: "given", weights: "none" }, rows),
    { ...settings, attributes: ["sex"] },
  );
  expect(regression.overall.meanError!.estimate).toBeCloseTo(-0.325, 9);
  expect(regression.disparities[0]).toMatchObject({ name: "meanErrorDifference", test: "tukey" });
  expect(regression.disparities[0]!.estimate).toBeCloseTo(0.75, 2);
  expect(regression.calibration).toEqual([]);
});

test("several classes, one against the rest", () => {
  const rows = Array.from({ length: 300 }, (_, k) => ({
    values: { sex: k % 2 === 0 ? "f" : "m" },
    label: ["low", "middle", "high"][k % 3]!,
    decision: ["low", "middle", "high"][k % 5 === 0 ? (k + 1) % 3 : k % 3]!,
  }));
  const many = cubeOf({ ...classes, scores: "none", task: { kind: "classification", positiveLabel: "high" } }, rows);
  for (const label of ["low", "middle", "high"]) {
    const one = auditCube(many, {
      ...settings,
      attributes: ["sex"],
      rule: { kind: "decision", favourable: label },
      positiveLabel: label,
      disparities: ["equalOpportunityDifference"],
    });
    expect(one.overall.truePositiveRate!.estimate).toBeCloseTo(0.8, 12);
    expect(one.overall.baseRate!.estimate).toBeCloseTo(1 / 3, 12);
    const [bySex] = one.classes;
    expect(bySex!.disparities.map(({ name }) => name)).toContain("demographicParityDifference");
    expect(bySex!.disparities[0]!.classes.map(({ positive }) => positive)).toEqual(["high", "low", "middle"]);
    expect(bySex!.association.cramersV).toBeGreaterThanOrEqual(0);
  }
});

test("two classes are no question of one against the rest; ranks and conditional disparity where they can be had", () => {
  const controlled = auditCube(cube, { ...settings, controls: ["dept"], disparities: [], deepest: 1 });
  expect(controlled.classes).toEqual([]);
  expect(controlled.ranks.map(({ attributes }) => attributes.join())).toEqual(["sex", "race", "race"]);
  expect(controlled.conditional.map(({ attributes, group }) => group[attributes[0]!])).toEqual([
    "female",
    "male",
    "a",
    "b",
    "c",
    "d",
  ]);
  expect(controlled.conditional.every(({ conditional }) => conditional !== null)).toBe(true);
  expect(audit.conditional).toEqual([]);
});

test("an attribute that nobody has, or one group, is no reason to fail", () => {
  const lonely = cubeOf(classes, [{ values: { sex: "f" }, label: "1", decision: "1", score: 0.5 }]);
  const result = auditCube(lonely, settings);
  for (const { name, estimate } of result.disparities)
    if (name !== "theilIndex" && name !== "betweenGroupTheilIndex") expect(estimate).toBeNull();
  expect(result.overall.falsePositiveRate).toEqual({ estimate: null, reason: "no-negatives" });
  const nothing = auditCube(cubeOf(classes, []), settings);
  expect(nothing.overall.accuracy).toEqual({ estimate: null, reason: "empty" });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultScale } from "./default-scale.ts";
import type { ControlInUse, RiskToScore } from "./risk-score.ts";
import { scoreRisk } from "./score-risk.ts";

const risk = (fields: Partial<RiskToScore>): RiskToScore => ({
  id: "drift",
  system: "fraud",
  category: "model",
  controls: [],
  ...fields,
});
const control = (fields: Partial<ControlInUse>): ControlInUse => ({
  control: "review",
  status: "working",
  acts: "frequency",
  effectiveness: 0.5,
  ...fields,
});
const score = (fields: Partial<RiskToScore>) => scoreRisk(defaultScale, risk(fields));
const nothing = { inherent: null, residual: null, target: null };

describe("a rated risk", () => {
  test("without controls stands where it was rated, in every state", () => {
    const scored = score({ inherent: { likelihood: 4, impact: { rights: 5, money: 3 } } });
    const place = { likelihood: 4, impact: 5, score: 20, band: "critical" };
    expect(scored).toMatchObject({ inherent: place, residual: { ...place, basis: "derived" }, target: place });
    expect(scored).toMatchObject({ source: "rating", expectedAnnualLoss: nothing, cellProbability: nothing });
    // √3 × √(1,000,000 · 3,000,000)
    expect(scored.typicalAnnualLoss.inherent).toBeCloseTo(3_000_000, 6);
    expect(scored.targetBy).toBeNull();
    expect(scored.findings).toEqual([]);
  });

  test("only working controls count for residual, planned ones for target, failing and retired for none", () => {
    const scored = score({
      inherent: { likelihood: 5, impact: 5 },
      controls: [
        control({ control: "a", status: "working" }),
        control({ control: "b", status: "failing", effectiveness: 1 }),
        control({ control: "c", status: "retired", effectiveness: 1 }),
        control({ control: "d", status: "planned", acts: "loss", due: "2027-01-31" }),
        control({ control: "e", status: "planned", effectiveness: 0.9, due: "2027-06-30" }),
      ],
    });
    expect(scored.residual).toMatchObject({ likelihood: 4, impact: 5 });
    // 5.4772 × 0.5 × 0.1 = 0.27 a year; 1,732,051 × 0.5 = 866,025
    expect(scored.target).toMatchObject({ likelihood: 2, impact: 4 });
    expect(scored.targetBy).toBe("2027-06-30");
  });

  test("a planned control without a due date is counted, leaves the target without a day, and is told", () => {
    const scored = score({
      inherent: { likelihood: 4, impact: 3 },
      controls: [
        control({ control: "a", status: "planned", effectiveness: 0.6 }),
        control({ control: "b", status: "planned", effectiveness: 0.6, due: "2027-01-31" }),
      ],
    });
    // 1.732 × 0.4 × 0.4 = 0.277 a year; without the undated one it would be 0.693, possible.
    expect(scored.target?.likelihood).toBe(2);
    expect(scored.targetBy).toBeNull();
    expect(scored.findings).toEqual([
      {
        code: "planned-control-without-due-date",
        state: "target",
        message: "planned control a has no due date; give the day by which it is to work",
      },
    ]);
  });

  test("its steps are a waterfall from inherent to target, in the order of the file", () => {
    const { steps } = score({
      inherent: { likelihood: 5, impact: 5 },
      controls: [
        control({
          control: "d",
          status: "planned",
          acts: "loss",
          effectiveness: { min: 0.4, max: 0.6 },
          due: "2027-01-31",
        }),
        control({ control: "a" }),
        control({ control: "b", acts: "loss", effectiveness: 0.9 }),
      ],
    });
    expect(
      steps.map(({ kind, control: id, meanEffectiveness, after }) => [kind, id, meanEffectiveness, after.score]),
    ).toEqual([
      ["inherent", undefined, undefined, 25],
      ["working-control", "a", 0.5, 20],
      ["working-control", "b", 0.9, 12],
      ["residual", undefined, undefined, 12],
      // 1,732,051 × 0.1 × 0.5 = 86,603: moderate
      ["planned-control", "d", 0.5, 8],
      ["target", undefined, undefined, 8],
    ]);
  });
});

describe("a judged risk", () => {
  const judged = { likelihood: 2, impact: { money: 4, people: 1 } };

  test("stands where it was judged; planned controls start from there", () => {
    const scored = score({
      inherent: { likelihood: 5, impact: 5 },
      judged,
      controls: [control({}), control({ control: "later", status: "planned", acts: "loss", due: "2027-01-31" })],
    });
    expect(scored.residual).toEqual({ likelihood: 2, impact: 4, score: 8, band: "medium", basis: "judged" });
    expect(scored.target).toMatchObject({ likelihood: 2, impact: 3, score: 6 });
    expect(scored.steps.map(({ kind }) => kind)).toEqual([
      "inherent",
      "working-control",
      "judgement",
      "residual",
      "planned-control",
      "target",
    ]);
  });

  test("a band or more below what the controls explain is told; within the band, or above it, is not", () => {
    const told = (judgedLikelihood: number) =>
      score({ inherent: { likelihood: 4, impact: 4 }, judged: { likelihood: judgedLikelihood, impact: 4 } }).findings;
    expect(told(2)).toEqual([
      {
        code: "judged-below-derived",
        state: "residual",
        message:
          "residual is judged medium (likelihood 2, impact 4) but derived high (likelihood 4, impact 4) from the working controls; record the controls that explain the difference, or raise the judgement",
      },
    ]);
    expect(told(3)).toEqual([]);
    expect(told(5)).toEqual([]);
  });

  test("without an inherent rating has a residual and a target, and no inherent", () => {
    const scored = score({ judged });
    expect(scored).toMatchObject({
      inherent: null,
      residual: { score: 8, basis: "judged" },
      target: { score: 8 },
      source: "rating",
    });
    expect(scored.steps.map(({ kind }) => kind)).toEqual(["judgement", "residual", "target"]);
    expect(scored.findings).toEqual([]);
  });
});

describe("an unrated risk", () => {
  test("is null everywhere, whatever its controls", () => {
    for (const inherent of [undefined, { likelihood: 3, impact: {} }]) {
      const scored = score({ inherent, controls: [control({}), control({ status: "planned", due: "2027-01-31" })] });
      expect(scored).toMatchObject({ ...nothing, targetBy: null, source: "unrated", steps: [] });
      expect(scored).toMatchObject({
        expectedAnnualLoss: nothing,
        typicalAnnualLoss: nothing,
        cellProbability: nothing,
      });
    }
  });
});

describe("a risk with a scenario", () => {
  const scenario = {
    frequency: { min: 0, max: 2 },
    loss: { primary: { samples: [200_000, 200_000, 200_000, 2_000_000] } },
  };

  test("takes its levels from it, with the probability of the cell and the mean annual loss", () => {
    const scored = score({ scenario });
    expect(scored).toMatchObject({ source: "scenario", inherent: { likelihood: 4, impact: 3 } });
    expect(scored.cellProbability.inherent).toBeCloseTo(0.5 * 0.75, 8);
    expect(scored.expectedAnnualLoss.inherent).toBeCloseTo(650_000, 6);
  });

  test("replaces a bare impact and the kind money, with a warning where they differ", () => {
    expect(score({ scenario, inherent: { likelihood: 4, impact: 3 } }).findings).toEqual([]);
    const bare = score({ scenario, inherent: { likelihood: 2, impact: 5 } });
    expect(bare.inherent).toMatchObject({ likelihood: 4, impact: 3 });
    expect(bare.findings).toEqual([
      {
        code: "levels-differ-from-scenario",
        state: "inherent",
        message:
          "likelihood is rated 2 (unlikely) but most probably 4 (likely) by the scenario, impact is rated 5 (severe) but most probably 3 (serious) by the scenario; the scenario holds: correct the level or the scenario, or rate the impact by kind where another kind than money is worse",
      },
    ]);
    const byKind = score({ scenario, inherent: { likelihood: 4, impact: { money: 5, rights: 4 } } });
    expect(byKind.inherent).toMatchObject({ likelihood: 4, impact: 4 });
    expect(byKind.findings.map(({ message }) => message)).toEqual([
      "impact on money is rated 5 (severe) but most probably 3 (serious) by the scenario; the scenario holds: correct the level or the scenario",
    ]);
    // P(likely) × P(money at most major), the rights holding the impact at major.
    expect(byKind.cellProbability.inherent).toBeCloseTo(0.5 * 0.75, 8);
  });

  test("money follows the controls of each state", () => {
    const scored = score({
      scenario,
      controls: [
        control({}),
        control({ control: "b", status: "planned", acts: "loss", effectiveness: 0.2, due: "2027-01-31" }),
      ],
    });
    expect(scored.expectedAnnualLoss.residual).toBeCloseTo(325_000, 6);
    expect(scored.expectedAnnualLoss.target).toBeCloseTo(260_000, 6);
    expect(scored.residual).toMatchObject({ likelihood: 3, impact: 3, basis: "derived" });
  });

  test("that is judged keeps its money and its scenario's word on the judged cell", () => {
    const scored = score({ scenario, judged: { likelihood: 3, impact: 3 } });
    expect(scored.residual).toMatchObject({ likelihood: 3, impact: 3, basis: "judged" });
    expect(scored.cellProbability.residual).toBeCloseTo(0.35 * 0.75, 8);
    expect(scored.expectedAnnualLoss.residual).toBeCloseTo(650_000, 6);
  });
});

describe("laws", () => {
  const level = fc.integer({ min: 1, max: 5 });
  const effectiveness = fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc
      .tuple(fc.double({ min: 0, max: 0.5, noNaN: true }), fc.double({ min: 0.5, max: 1, noNaN: true }))
      .map(([min, max]) => ({ min, max })),
  );
  const anyControl = fc.record({
    control: fc.uuid(),
    status: fc.constantFrom("working", "planned", "failing", "retired"),
    acts: fc.constantFrom("frequency", "loss"),
    effectiveness,
    due: fc.constantFrom("2027-01-31", undefined),
  }) as fc.Arbitrary<ControlInUse>;
  const rating = fc.record({
    likelihood: level,
    impact: fc.oneof(level, fc.record({ rights: level, money: level }, { requiredKeys: [] })),
  });
  const low = fc.double({ min: 0.01, max: 3, noNaN: true });
  /** Of one hump on the logarithm, so that its most probable level cannot rise. */
  const scenario = fc.record({
    frequency: fc
      .tuple(low, fc.double({ min: 1.1, max: 20, noNaN: true }))
      .map(([from, times]) => ({ low: from, high: from * times })),
    loss: fc.record({ primary: low.map((from) => ({ low: from * 1e5, high: from * 1e6 })) }),
  });
  const anyRisk = fc
    .record(
      { inherent: rating, judged: rating, scenario, controls: fc.array(anyControl, { maxLength: 4 }) },
      { requiredKeys: ["controls"] },
    )
    .map((fields) => risk(fields));

  test("residual is never above inherent on either axis unless judged, target never above residual", () => {
    fc.assert(
      fc.property(anyRisk, (one) => {
        const { inherent, residual, target } = scoreRisk(defaultScale, one);
        if (inherent !== null && residual?.basis === "derived") {
          expect(residual.likelihood).toBeLessThanOrEqual(inherent.likelihood);
          expect(residual.impact).toBeLessThanOrEqual(inherent.impact);
        }
        if (residual === null) {
          expect(target).toBeNull();
          return;
        }
        expect(target!.likelihood).toBeLessThanOrEqual(residual.likelihood);
        expect(target!.impact).toBeLessThanOrEqual(residual.impact);
      }),
    );
  });

  test("one more working control never raises the residual level, nor the money", () => {
    fc.assert(
      fc.property(anyRisk, anyControl, (one, added) => {
        const before = scoreRisk(defaultScale, one);
        const after = scoreRisk(defaultScale, { ...one, controls: [...one.controls, { ...added, status: "working" }] });
        if (before.residual === null) {
          expect(after.residual).toBeNull();
          return;
        }
        expect(after.residual!.likelihood).toBeLessThanOrEqual(before.residual.likelihood);
        expect(after.residual!.impact).toBeLessThanOrEqual(before.residual.impact);
        const money = before.expectedAnnualLoss.residual;
        if (money !== null) expect(after.expectedAnnualLoss.residual).toBeLessThanOrEqual(money * (1 + 1e-12));
      }),
    );
  });

  test("the order of controls changes no state", () => {
    fc.assert(
      fc.property(anyRisk, (one) => {
        const { steps: _, findings: __, ...forth } = scoreRisk(defaultScale, one);
        const {
          steps: ___,
          findings: ____,
          ...back
        } = scoreRisk(defaultScale, { ...one, controls: one.controls.toReversed() });
        expect(back).toEqual(forth);
      }),
    );
  });

  test("steps end where the states stand, and no input is changed", () => {
    fc.assert(
      fc.property(anyRisk, (one) => {
        const copy = structuredClone(one);
        const scored = scoreRisk(defaultScale, one);
        expect(one).toEqual(copy);
        const at = (kind: string) => scored.steps.find((step) => step.kind === kind)?.after ?? null;
        const { basis: _, ...residual } = scored.residual ?? { basis: null };
        expect([at("inherent"), at("residual") ?? {}, at("target")]).toEqual([
          scored.inherent,
          residual,
          scored.target,
        ]);
        const last = scored.steps.findLast(({ kind }) => kind === "working-control")?.after;
        if (last !== undefined && scored.residual?.basis === "derived") expect(last).toEqual(residual);
      }),
    );
  });
});

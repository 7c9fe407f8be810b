import { expect, test } from "vitest";
import type { ControlEffect } from "../quantification/scenario.ts";
import { atoms } from "../stats/atoms.ts";
import { lognormal } from "../stats/lognormal.ts";
import type { FrequencyEntry } from "./frequency-after.ts";
import type { ProbabilityEntry } from "./probability-after.ts";
import { type RiskEvidenceInput, riskEvidence } from "./risk-evidence.ts";

const filter: ControlEffect = {
  control: "output-filter",
  acts: "frequency",
  effectiveness: { min: 0.6, mode: 0.8, max: 0.9 },
  coverage: 0.9,
};
const known: RiskEvidenceInput = {
  inherent: lognormal({ mu: Math.log(4), sigma: 0.5 }),
  controls: [filter],
  histories: { inherent: [], controls: {}, residual: [] },
  contradictionAt: 0.05,
};
const events = (count: number, exposure: number, id = "a"): FrequencyEntry => ({
  kind: "events",
  observation: { id, count, exposure },
});
const caught = (count: number, exposure: number): ProbabilityEntry => ({
  kind: "cases",
  observation: { id: "t", count, exposure, weight: 0.5 },
});
const after = (histories: Partial<RiskEvidenceInput["histories"]>) =>
  riskEvidence({ ...known, histories: { ...known.histories, ...histories } });
const nothing = after({});

test("without evidence every node keeps its estimate", () => {
  expect(nothing.inherent).toMatchObject({ learned: null, before: nothing.inherent.after });
  expect(nothing.inherent.after.estimate).toBe(known.inherent.mean);
  expect(nothing.controls).toEqual([]);
  expect(nothing.effects).toEqual([filter]);
  expect(nothing.residual.after).toEqual(nothing.residual.before);
  // 1 − 0.9 × the mean of PERT(0.6, 0.8, 0.9), (0.6 + 3.2 + 0.9) ÷ 6.
  expect(nothing.residual.after.estimate).toBeCloseTo(known.inherent.mean * (1 - (0.9 * 4.7) / 6), 12);
  const silent = after({ inherent: [{ kind: "tick", kept: 0.5 }], residual: [{ kind: "tick", kept: 0.5 }] });
  expect(silent.residual.after).toEqual(nothing.residual.after);
});

test("tests without controls move the inherent frequency, and the residual through it", () => {
  const more = after({ inherent: [events(20, 1)] });
  expect(more.inherent.after.estimate).toBeGreaterThan(1.5 * more.inherent.before.estimate);
  const share = (one: typeof more) => one.residual.after.estimate / one.inherent.after.estimate;
  expect(share(more)).toBeCloseTo(share(nothing), 10);
  expect(more.residual.finding).toBeNull();
});

test("control tests move their control, and the residual through it, and leave the inherent frequency", () => {
  const weak = after({ controls: { "output-filter": [caught(80, 200)] } });
  expect(weak.inherent).toEqual(nothing.inherent);
  expect(weak.controls).toHaveLength(1);
  expect(weak.controls[0]!.before.estimate).toBeCloseTo(4.7 / 6, 12);
  expect(weak.controls[0]!.after.estimate).toBeLessThan(0.6);
  expect(weak.residual.after.estimate).toBeGreaterThan(1.3 * nothing.residual.after.estimate);
  const { effectiveness } = weak.effects[0]! as { effectiveness: { alpha: number; beta: number } };
  expect(effectiveness.alpha / (effectiveness.alpha + effectiveness.beta)).toBe(weak.controls[0]!.after.estimate);
});

test("production readings move the residual alone, without the controls' credit", () => {
  const seen = after({ residual: [events(300, 100)] });
  expect(seen.inherent).toEqual(nothing.inherent);
  expect(seen.effects).toEqual([filter]);
  expect(seen.residual.after.estimate).toBeCloseTo(3, 1);
  expect(seen.residual.before).toEqual(nothing.residual.before);
  expect(seen.residual.finding?.code).toBe("controls-below-credit");
  expect(seen.eventsPerYear.mean).toBe(seen.residual.after.estimate);
});

test("controls that act on the loss alone leave the frequency", () => {
  const { residual } = riskEvidence({ ...known, controls: [{ ...filter, acts: "loss" }] });
  expect(residual.after.estimate).toBeCloseTo(known.inherent.mean, 12);
});

test("what is certain keeps its estimate while nothing is seen of it, and cannot learn", () => {
  const certain = { ...known, inherent: atoms([4]), controls: [{ ...filter, effectiveness: 0.5 }] };
  expect(riskEvidence(certain).residual.after.estimate).toBeCloseTo(2.2, 12);
  const histories = { ...known.histories, controls: { "output-filter": [caught(1, 2)] } };
  expect(() => riskEvidence({ ...certain, histories })).toThrow("what is certain cannot learn");
});

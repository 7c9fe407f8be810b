import { cellProbability } from "./cell-probability.ts";
import { countedControl } from "./counted-control.ts";
import { impactOfOtherKinds } from "./impact-of-other-kinds.ts";
import { place } from "./place.ts";
import { type Placement, ratingPlacement } from "./rating-placement.ts";
import { reducedLevel } from "./reduced-level.ts";
import { remainingShare } from "./remaining-share.ts";
import type { CountedControl, Rating, RiskScore, RiskToScore, Score } from "./risk-score.ts";
import type { Scale } from "./scale.ts";
import { scenarioPlacement } from "./scenario-placement.ts";
import { type ScenarioReader, scenarioReader } from "./scenario-reading.ts";
import { scoreFindings } from "./score-findings.ts";
import { scoreSteps } from "./score-steps.ts";
import { typicalValue } from "./typical-value.ts";

/**
 * Every state of one risk with its money, its steps and what a reader should know about them.
 *
 * - *Inherent*: the scenario's most probable levels where there is a scenario, else the levels as rated. The
 *   scenario replaces a bare impact and the kind `money`; other kinds stand, and the worst decides.
 * - *Residual*: the judged levels where a person gave them, else inherent with the working controls.
 * - *Target*: residual with the planned controls; equal to residual when none is planned.
 *
 * Failing and retired controls count for nothing. What was never rated is null in every state, never the lowest.
 * Expected annual loss always rests on the scenario and its controls, also where the residual levels are judged.
 *
 * Pure, and a function of this risk alone: whoever shows many keeps the answer until the risk or one of its controls
 * changes.
 *
 * @example
 * scoreRisk(defaultScale, {
 *   id: "drift", system: "fraud", category: "model", inherent: { likelihood: 4, impact: 3 },
 *   controls: [{ control: "monitor", status: "working", acts: "frequency", effectiveness: 0.5 }],
 * }).residual // => { likelihood: 3, impact: 3, score: 9, band: "medium", basis: "derived" }
 */
export function scoreRisk(scale: Scale, risk: RiskToScore): RiskScore {
  const withStatus = (status: CountedControl["status"]) =>
    risk.controls.filter((control) => control.status === status).map(countedControl);
  const working = withStatus("working");
  const planned = withStatus("planned");
  const reader = risk.scenario === undefined ? null : scenarioReader(scale, risk.scenario);
  const underControls = placementOf(scale, { risk, reader });
  const underJudgement = risk.judged === undefined ? null : ratingPlacement(scale, risk.judged);

  const inherent = underControls?.([]) ?? null;
  const derived = underControls?.(working) ?? null;
  const judged = underJudgement?.([]) ?? null;
  const residual = judged ?? derived;
  const planTo = (controls: readonly CountedControl[]) =>
    underJudgement?.(controls) ??
    notAbove(scale, { limit: derived, score: underControls?.([...working, ...controls]) });
  const target = planned.length === 0 ? residual : planTo(planned);

  const dueDates = planned.flatMap(({ due }) => due ?? []);
  const states = { inherent, residual, target };
  return {
    id: risk.id,
    system: risk.system,
    category: risk.category,
    inherent,
    residual: residual === null ? null : { ...residual, basis: judged === null ? "derived" : "judged" },
    target,
    targetBy: target === null || dueDates.length < planned.length ? null : (dueDates.toSorted().at(-1) ?? null),
    source: reader !== null ? "scenario" : residual !== null ? "rating" : "unrated",
    ...moneyOf(scale, { risk, reader, states, working, planned }),
    steps: scoreSteps({ working, planned, inherent, judged, residual, target, workTo: underControls, planTo }),
    findings: scoreFindings(scale, { risk, derived, judged, planned, reading: reader?.([]) ?? null }),
  };
}

function placementOf(
  scale: Scale,
  { risk, reader }: { readonly risk: RiskToScore; readonly reader: ScenarioReader | null },
): Placement | null {
  if (reader !== null) return scenarioPlacement(scale, { reader, otherKinds: otherKindsOf(risk.inherent) });
  return risk.inherent === undefined ? null : ratingPlacement(scale, risk.inherent);
}

function otherKindsOf(rating: Rating | undefined): number | null {
  return rating === undefined ? null : impactOfOtherKinds(rating.impact);
}

/** A score held at another on both axes. */
function notAbove(
  scale: Scale,
  { limit, score }: { readonly limit: Score | null; readonly score: Score | undefined },
): Score | null {
  if (limit === null || score === undefined) return null;
  return place(scale, {
    likelihood: Math.min(limit.likelihood, score.likelihood),
    impact: Math.min(limit.impact, score.impact),
  });
}

type ByState<T> = { inherent: T; residual: T; target: T };

function moneyOf(
  scale: Scale,
  {
    risk,
    reader,
    states,
    working,
    planned,
  }: {
    readonly risk: RiskToScore;
    readonly reader: ScenarioReader | null;
    readonly states: Readonly<ByState<Score | null>>;
    readonly working: readonly CountedControl[];
    readonly planned: readonly CountedControl[];
  },
): Pick<RiskScore, "cellProbability" | "expectedAnnualLoss" | "typicalAnnualLoss"> {
  const rated = otherKindsOf(risk.inherent);
  const judged = risk.judged === undefined ? null : { otherKinds: otherKindsOf(risk.judged) };
  const rests = {
    inherent: { controls: [], otherKinds: rated, reducedBy: [] },
    residual: { controls: working, otherKinds: judged ? judged.otherKinds : rated, reducedBy: judged ? [] : working },
    target: {
      controls: [...working, ...planned],
      otherKinds: judged ? judged.otherKinds : rated,
      reducedBy: judged ? planned : [...working, ...planned],
    },
  };
  const probability = (state: keyof typeof rests) => {
    const cell = states[state];
    if (reader === null || cell === null) return null;
    const { controls, otherKinds, reducedBy } = rests[state];
    const held = otherKinds === null ? null : reducedLevel(scale.impact, otherKinds, remainingShare(reducedBy, "loss"));
    return cellProbability(reader(controls), { cell, otherKinds: held });
  };
  const expected = (state: keyof typeof rests) => reader?.(rests[state].controls).expectedAnnualLoss ?? null;
  const typical = (state: keyof typeof rests) => {
    const cell = states[state];
    if (cell === null) return null;
    return typicalValue(scale.likelihood[cell.likelihood - 1]!) * typicalValue(scale.impact[cell.impact - 1]!);
  };
  return {
    cellProbability: byState(probability),
    expectedAnnualLoss: byState(expected),
    typicalAnnualLoss: byState(typical),
  };
}

function byState<T>(of: (state: "inherent" | "residual" | "target") => T): ByState<T> {
  return { inherent: of("inherent"), residual: of("residual"), target: of("target") };
}
